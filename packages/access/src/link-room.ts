/** How many links a document keeps, and which of them it forgets. Pure: time is an argument. */

import type { Link } from "./link.ts";

/**
 * The ids of those of `links` that are to be forgotten, so that with one more there are no more than `most`: of those
 * that open nothing any more at `now`, the ones that ended first. Null where too many still open something.
 */
export function linksToForget(links: readonly Link[], most: number, now: number): readonly string[] | null {
  const tooMany = Math.max(0, links.length + 1 - most);
  const ended = links.map((link) => ({ id: link.id, at: endOf(link) })).filter(({ at }) => at <= now);
  if (ended.length < tooMany) return null;
  const byEnd = ended.sort((one, other) => one.at - other.at);
  return byEnd.slice(0, tooMany).map(({ id }) => id);
}

/** When `link` was revoked or expires, whichever comes first; infinity: never. */
function endOf({ revoked, expires }: Link): number {
  return Math.min(revoked ?? Number.POSITIVE_INFINITY, expires ?? Number.POSITIVE_INFINITY);
}
