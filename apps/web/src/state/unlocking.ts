/** Opening a link that has a password. */

import { unlock } from "../connection/door-api.ts";
import { waitInWords } from "../words/wait-in-words.ts";
import { rest } from "../words/words.ts";
import { credentialsFor } from "./credentials.ts";
import { keepLinkKey } from "./link-keys.ts";

/** Shows `password` to the server and keeps what it gives; "" when the way is open, else what to tell the person. */
export async function unlockLink(id: string, password: string): Promise<string> {
  const outcome = await unlock(id, password, credentialsFor(id));
  if (outcome.ok) {
    keepLinkKey(id, outcome.value.key);
    return "";
  }
  if (outcome.status === 403) return rest().doors.wrongPassword;
  if (outcome.status === 429) return rest().doors.tooManyTries(waitInWords(outcome.retryAfterSeconds));
  return outcome.message;
}
