/** Opening a link that has a password. */

import { unlock } from "../connection/door-api.ts";
import { credentialsFor } from "./credentials.ts";
import { keepLinkKey } from "./link-keys.ts";
import { waitInWords } from "./wait-in-words.ts";

/** Shows `password` to the server and keeps what it gives; "" when the way is open, else what to tell the person. */
export async function unlockLink(id: string, password: string): Promise<string> {
  const outcome = await unlock(id, password, credentialsFor(id));
  if (outcome.ok) {
    keepLinkKey(id, outcome.value.key);
    return "";
  }
  if (outcome.status === 403) return "That is not the password of this link. Try again.";
  if (outcome.status === 429) return `Too many tries. Try again ${waitInWords(outcome.retryAfterSeconds)}.`;
  return outcome.message;
}
