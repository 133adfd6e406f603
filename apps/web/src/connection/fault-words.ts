/** What an answer of the server that is a failure means to a person, in the person's language, which is not the server's. */

import { waitInWords } from "../words/wait-in-words.ts";
import { words } from "../words/words.ts";

/** What to tell the person of an answer with `status` that asks to wait for so many seconds, or does not (null). */
export function faultWords(status: number, retryAfterSeconds: number | null): string {
  const { faults } = words();
  switch (status) {
    case 401:
    case 403:
      return faults.notAllowed;
    case 404:
      return faults.gone;
    case 409:
      return faults.notPossible;
    case 413:
      return faults.tooLarge;
    case 429:
      return faults.tooMuch(waitInWords(retryAfterSeconds));
    default:
      return faults.failed(status);
  }
}
