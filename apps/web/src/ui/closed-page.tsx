/** What stands where a document is that is not open to this person: why, and what can be done. */

import "./plain-page.css";
import type { DenialReason } from "@samepage/protocol";
import { PlainHead } from "./plain-head.tsx";

interface Words {
  readonly title: string;
  readonly lead: string;
}

const askForAnother = "Ask whoever sent it to you for another one.";

/** Those that have a page of their own, or are no matter of a page, go by the last one's words. */
const words: Partial<Record<DenialReason, Words>> = {
  "no key": {
    title: "This page is not open to everyone who has its address.",
    lead: "It opens with a link that has a key behind a # at its end. If you were sent one, open the whole of it; if not, ask whoever told you the address.",
  },
  "key not valid": {
    title: "This link does not open the page.",
    lead: `It may have been mistyped or cut short: compare it with the one you were sent. ${askForAnother}`,
  },
  "key revoked": {
    title: "This link was revoked.",
    lead: `The owner of the page has ended it, for everyone who has it. ${askForAnother}`,
  },
  "key expired": {
    title: "This link has expired.",
    lead: `It was made to work for a time that is over. ${askForAnother}`,
  },
  removed: {
    title: "The owner has closed this page to you.",
    lead: "You were removed from it. Only its owner can let you back in.",
  },
  "sign-in needed": {
    title: "This page opens only after signing in.",
    lead: "This server lets in only people whom it knows. Sign in where you usually do, then try again.",
  },
};

const otherWords: Words = {
  title: "This page cannot be opened from here.",
  lead: "The server does not allow it. Open its address in a tab of its own, or ask its owner for a link.",
};

export function ClosedPage({ denial, onTryAgain }: { denial: DenialReason; onTryAgain: () => void }) {
  const { title, lead } = words[denial] ?? otherWords;
  return (
    <main class="plain">
      <PlainHead title={title} />
      <p class="lead">{lead}</p>
      <div class="ways">
        <button type="button" class="primary" onClick={onTryAgain}>
          Try again
        </button>
        <button type="button" class="second" onClick={() => location.assign("/")}>
          Go to the first page
        </button>
      </div>
    </main>
  );
}
