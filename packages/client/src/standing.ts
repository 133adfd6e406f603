/** What follows from what one may do. */

import type { Standing } from "@samepage/protocol";

/** `announcement` without what makes it one. */
export function standingOf({ role, mayWrite, isLocked, person }: Standing): Standing {
  return { role, mayWrite, isLocked, person };
}

/** Why one may not write, as what would help: a lock passes, a role is given. Null while one may. */
export function obstacleOf(standing: Standing | null): "not-allowed" | "locked" | null {
  if (standing === null || standing.mayWrite) return null;
  return standing.isLocked && (standing.role === "edit" || standing.role === "owner") ? "locked" : "not-allowed";
}
