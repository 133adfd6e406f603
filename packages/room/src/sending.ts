/** How bytes leave the room, and how it knows that they arrive: who does not answer a question is too slow. */

import { closeCodes, encodeFrame } from "@samepage/protocol";
import { type Effect, refuse } from "./effect.ts";
import { documentOf, lookAfter, type Room, trafficOf } from "./room-state.ts";
import type { SocketId } from "./session.ts";

/**
 * Sends `bytes` to `sockets`, and asks those that have been sent much for a sign of life: the platform does not tell how
 * much of it is still on its way. Such a question is a step 1, which every client answers, after all that it was sent
 * before.
 */
export function send(room: Room, sockets: readonly SocketId[], bytes: Uint8Array, now: number): readonly Effect[] {
  if (sockets.length === 0) return [];
  const effects: Effect[] = [{ kind: "send", sockets, bytes }];
  for (const socket of sockets) {
    const traffic = trafficOf(room, socket);
    traffic.unanswered += bytes.length;
    if (traffic.askedAt === null) {
      if (traffic.unanswered > room.limits.askBytes) effects.push(...ask(room, socket, now));
    } else if (traffic.unanswered > room.limits.slowBytes + traffic.answered) effects.push(...closeSlow(room, socket));
  }
  return effects;
}

/** Asks `socket` for an answer, unless it is asked already. */
export function ask(room: Room, socket: SocketId, now: number): readonly Effect[] {
  const traffic = trafficOf(room, socket);
  if (traffic.askedAt !== null) return [];
  traffic.askedAt = now;
  traffic.unanswered = 0;
  const stateVector = documentOf(room).document.stateVector();
  return [{ kind: "send", sockets: [socket], bytes: encodeFrame({ kind: "sync-step-1", stateVector }) }];
}

/** `socket` has answered what it was asked. */
export function noteAnswer(room: Room, socket: SocketId): void {
  const traffic = trafficOf(room, socket);
  if (traffic.askedAt === null) return;
  traffic.askedAt = null;
  traffic.awaitedSince = null;
  traffic.unanswered = 0;
  traffic.answered = 0;
}

/** Whether `ms` have passed since `time`; until then it is looked after when they have. */
export function isOver(room: Room, time: number, ms: number, now: number): boolean {
  if (now >= time + ms) return true;
  lookAfter(room, time + ms);
  return false;
}

/** Closes a socket that does not keep up. A stock client takes 44xx for final, and is to come back. */
export function closeSlow(room: Room, socket: SocketId): readonly Effect[] {
  const isExtended = room.sessions.get(socket)?.isExtended === true;
  return refuse(socket, isExtended ? closeCodes.tooSlow : closeCodes.busy, "too slow");
}
