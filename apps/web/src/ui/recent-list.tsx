/** The documents opened on this device, with a box to find one. */

import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import {
  findIn,
  forget,
  listedTitle,
  pinnedFirst,
  type RecentDocument,
  recentChanges,
  recentDocuments,
} from "../state/recent-documents.ts";
import { toast } from "../state/toasts.ts";
import { words } from "../words/words.ts";
import { RecentRow } from "./recent-row.tsx";

export function RecentList() {
  const query = useSignal("");
  recentChanges.value; // Reading it draws the list again when it changes.
  const all = recentDocuments();
  const found = pinnedFirst(findIn(all, query.value));
  const heading = useRef<HTMLHeadingElement>(null);
  const { home } = words();
  const take = (document: RecentDocument): void => {
    const putBack = forget(document.id);
    toast(home.forgotten(listedTitle(document)), { label: home.undo, run: putBack });
    // What had the focus is gone with its row.
    heading.current?.focus();
  };
  return (
    <section aria-labelledby="recent-heading">
      <div class="recent-head">
        <h2 ref={heading} id="recent-heading" tabIndex={-1}>
          {home.recent}
        </h2>
        {all.length > 3 && (
          <input
            type="search"
            placeholder={home.find}
            aria-label={home.findDocument}
            value={query}
            onInput={({ currentTarget }) => {
              query.value = currentTarget.value;
            }}
          />
        )}
      </div>
      {found.length === 0 ? (
        <p class="recent-empty">{all.length === 0 ? home.nothingYet : home.noneFound}</p>
      ) : (
        <ul class="recent">
          {found.map((document) => (
            <RecentRow key={document.id} document={document} onForget={() => take(document)} />
          ))}
        </ul>
      )}
    </section>
  );
}
