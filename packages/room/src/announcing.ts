/** What `samepage.1` clients are told besides the text. */

import { type Announcement, encodeAnnouncement, encodeFrame } from "@samepage/protocol";
import type { Effect } from "./effect.ts";
import type { Room } from "./room-state.ts";
import { send } from "./sending.ts";
import type { SocketId } from "./session.ts";

/** Tells each of `sockets` that understands it. */
export function announce(
  room: Room,
  sockets: Iterable<SocketId>,
  announcement: Announcement,
  now: number,
): readonly Effect[] {
  const extended = [...sockets].filter((socket) => room.sessions.get(socket)?.isExtended === true);
  if (extended.length === 0) return [];
  return send(room, extended, encodeFrame({ kind: "announce", json: encodeAnnouncement(announcement) }), now);
}
