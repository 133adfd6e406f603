/** Reading the edits that a socket sent, as far as it can pay for it: read they take far more than their bytes. */

import { closeCodes, decodeEdit } from "@samepage/protocol";
import { type Effect, refuse } from "./effect.ts";
import { type Room, trafficOf } from "./room-state.ts";
import type { HeldEdit, SentEdit } from "./traffic.ts";
import { availableWork, cheapWork, postpone, spend } from "./working.ts";

/** Insertions that are always read: ours sends no more in a frame. */
const fewParts = 20_000;

/** The fewest bytes of an insertion; five deletions, which count as much, take more. */
const fewestBytesOfPart = 4;

type Outcome =
  | { readonly ok: true; readonly sent: SentEdit }
  | { readonly ok: false; readonly effects: readonly Effect[] };

/** Reads an update, and has what may cost too much wait. */
export function readWhenPaid(room: Room, held: HeldEdit, now: number): Outcome {
  const { partsPerFrame, workBurst } = room.limits;
  const mostParts = Math.min(partsPerFrame, workBurst, Math.ceil(held.update.length / fewestBytesOfPart));
  const mustWait = !held.isRead && mostParts > fewParts && availableWork(room, held, mostParts, now) < mostParts;
  if (mustWait) return { ok: false, effects: postpone(room, held, mostParts, now) };
  return readNow(room, held, now);
}

/** Reads an update or an answer; one that would cost more than there is is refused. It is paid for only once. */
export function readNow(room: Room, held: HeldEdit, now: number): Outcome {
  const { socket, update } = held;
  const { partsPerFrame } = room.limits;
  const affordable = Math.max(fewParts, trafficOf(room, socket).work.available(now));
  // What is left of a frame may be of more parts than the frame was.
  const mostParts = held.isRead ? Number.POSITIVE_INFINITY : Math.min(partsPerFrame, affordable);
  const decoded = decodeEdit(update, mostParts);
  if (!decoded.ok) {
    if (decoded.reason !== "too-many-parts") {
      return { ok: false, effects: refuse(socket, closeCodes.malformed, decoded.reason) };
    }
    const code = mostParts === partsPerFrame ? closeCodes.tooLarge : closeCodes.tooFast;
    return { ok: false, effects: refuse(socket, code, decoded.reason) };
  }
  const parts = decoded.value.insertions.length + Math.floor(decoded.value.deletions.length / 5);
  if (parts > cheapWork && !held.isRead) spend(room, held, parts, now);
  return { ok: true, sent: { ...held, isRead: true, edit: decoded.value } };
}
