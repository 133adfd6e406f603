/** The answers to whoever is not let in, or may not do what they asked for, in the words of each denial. */

import { type DenialReason, denials } from "@samepage/protocol";
import { problem } from "./problem.ts";
import type { Refusal } from "./refused.ts";

/** All but the one that passes by itself: who says that says when. */
type FinalReason = Exclude<DenialReason, "too many connections">;

/** The answer over HTTP; `more` goes with it. */
export function denied(reason: FinalReason, more: object = {}): Response {
  const response = problem(denials[reason].status, details[reason], reason, more);
  if (response.status === 401) response.headers.set("www-authenticate", "Bearer");
  return response;
}

/** The same where it may be a socket that is refused. */
export function denial(reason: FinalReason): Refusal {
  return { ...denials[reason], reason, detail: details[reason] };
}

const details: Readonly<Record<FinalReason, string>> = {
  "no such document":
    "There is no document at this address. It may have been mistyped, was never created, or was deleted.",
  deleted: "The document was deleted. Until it is erased for good, its owner can restore it.",
  "no key": "The address of this document alone opens nothing. It takes a link with a key: ask its owner for one.",
  "key not valid": "This key opens nothing here. The link may have been cut short, or is another document's.",
  "key revoked": "The owner of the document has revoked this link.",
  "key expired": "This link was made for a time that is over. Ask the owner of the document for another one.",
  "password needed": "This link has a password, which was not given.",
  "sign-in needed": "Only people who have signed in are let in here. Open the page anew to sign in.",
  removed: "The owner of the document has removed you from it.",
  "not allowed": "This link does not allow that, or the owner of the document has locked it.",
  "foreign origin": "A page of another site asked for this, which is not allowed here. Nothing was changed.",
};
