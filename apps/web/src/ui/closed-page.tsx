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

/** What may be over by now, or can be changed by whoever stands here. */
const worthTrying: readonly DenialReason[] = ["sign-in needed", "removed"];

export function ClosedPage({ denial, onTryAgain }: { denial: DenialReason; onTryAgain: () => void }) {
  const { title, lead } = wordsFor(denial, rest().doors);
  const ways = [
    { words: words().app.tryAgain, go: onTryAgain },
    { words: rest().doors.toHome, go: () => location.assign("/") },
  ];
  if (!worthTrying.includes(denial)) ways.reverse();
  return (
    <main class="plain">
      <PlainHead title={title} />
      <p class="lead">{lead}</p>
      <div class="ways">
        {ways.map((way, index) => (
          <button key={way.words} type="button" class={index === 0 ? "primary" : "second"} onClick={way.go}>
            {way.words}
          </button>
        ))}
      </div>
    </main>
  );
}
