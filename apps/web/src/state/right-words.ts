/** What one may do with a page, in one sentence, while that is not everything. */

import type { Standing } from "@samepage/protocol";
import { words } from "../words/words.ts";

/** The sentence for `role`; "" when there is nothing to say. `isTurnedAway`: nobody is let in from here just now. */
export function rightWords(role: Standing | null, isTurnedAway: boolean): string {
  const { right } = words();
  if (isTurnedAway) return right.turnedAway;
  if (role === null || role.mayWrite) return "";
  if (role.role === "owner") return right.lockedByYou;
  return role.role === "edit" ? right.locked : right.readOnly;
}
