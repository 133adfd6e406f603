/** The documents opened on this device, with a box to find one. */

import { useSignal } from "@preact/signals";
import { ago } from "../state/ago.ts";
import { findIn, forget, recentChanges, recentDocuments } from "../state/recent-documents.ts";
import { formatLocale, words } from "../words/words.ts";
import { CloseIcon } from "./icons.tsx";

export function RecentList() {
  const query = useSignal("");
  recentChanges.value; // Reading it draws the list again when it changes.
  const all = recentDocuments();
  const found = findIn(all, query.value);
  const { home } = words();
  return (
    <section aria-labelledby="recent-heading">
      <div class="recent-head">
        <h2 id="recent-heading">{home.recent}</h2>
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
          {found.map(({ id, title, excerpt, openedAt }) => (
            <li key={id}>
              <div>
                <a href={`/d/${id}`} dir="auto">
                  {title}
                </a>
                <small dir="auto">{excerpt || "\u00a0"}</small>
              </div>
              <span class="when">{ago(openedAt, Date.now(), formatLocale())}</span>
              <button type="button" title={home.forget} aria-label={home.forgetOne(title)} onClick={() => forget(id)}>
                <CloseIcon />
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
