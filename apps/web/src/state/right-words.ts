/** What one may do with a page, in one sentence, while that is not everything. */

import type { Standing } from "@samepage/protocol";

/** The sentence for `role`; "" when there is nothing to say. `isTurnedAway`: nobody is let in from here just now. */
export function rightWords(role: Standing | null, isTurnedAway: boolean): string {
  if (isTurnedAway) {
    return "The server takes no more connections from where you are just now. This page tries again by itself.";
  }
  if (role === null || role.mayWrite) return "";
  if (role.role === "owner") return "You have locked this page: nobody can write in it. Share has the switch.";
  if (role.role === "edit") return "The owner has locked this page: nobody can write in it now.";
  return "You can read this page, but not write in it.";
}
