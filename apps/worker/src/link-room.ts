/** How many links a document keeps. */

import type { AccessRecords } from "@samepage/journal";

/** Forgets the links that ended first until there is room for one more; false where all still open something. */
export function makeRoomForLink(access: AccessRecords, most: number): boolean {
  const links = access.links();
  const ended = links
    .map(({ id, revoked, expires }) => ({
      id,
      at: Math.min(revoked ?? Number.POSITIVE_INFINITY, expires ?? Number.POSITIVE_INFINITY),
    }))
    .filter(({ at }) => at <= Date.now())
    .sort((one, other) => one.at - other.at);
  const tooMany = ended.slice(0, Math.max(0, links.length + 1 - most));
  for (const { id } of tooMany) access.forgetLink(id);
  return links.length - tooMany.length < most;
}
