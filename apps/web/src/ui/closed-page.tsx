/** What stands where a document is that is not open to this person: why, and what can be done. */

import "./plain-page.css";
import type { DenialReason } from "@samepage/protocol";
import { type Rest, rest, words } from "../words/words.ts";
import { PlainHead } from "./plain-head.tsx";

/** Those that have a page of their own, or are no matter of a page, go by the words for others. */
function wordsFor(denial: DenialReason, { closed }: Rest["doors"]): { readonly title: string; readonly lead: string } {
  const found = Object.entries(closed).find(([reason]) => reason === denial);
  return found?.[1] ?? closed.other;
}

export function ClosedPage({ denial, onTryAgain }: { denial: DenialReason; onTryAgain: () => void }) {
  const { title, lead } = wordsFor(denial, rest().doors);
  return (
    <main class="plain">
      <PlainHead title={title} />
      <p class="lead">{lead}</p>
      <div class="ways">
        <button type="button" class="primary" onClick={onTryAgain}>
          {words().app.tryAgain}
        </button>
        <button type="button" class="second" onClick={() => location.assign("/")}>
          {rest().doors.toFirstPage}
        </button>
      </div>
    </main>
  );
}
