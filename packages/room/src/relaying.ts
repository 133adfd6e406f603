/**
 * What one sends on its way to the others: at once, or, while more is sent than a sustained rate allows, gathered and
 * merged into one frame a tick, so that fan-out grows with ticks and not with keystrokes.
 */

import {
  type AwarenessEntry,
  type Edit,
  encodeAwareness,
  encodeEdit,
  encodeFrame,
  mergeEdits,
} from "@samepage/protocol";
import type { Effect } from "./effect.ts";
import { otherSockets, type Room, sendsBurst } from "./room-state.ts";
import { send } from "./sending.ts";
import type { SocketId } from "./session.ts";

/** A tick in milliseconds: the longer the more sockets it goes to, never longer than an eye notices. */
const shortestTickMs = 10;
const longestTickMs = 33;
const socketsPerTickMs = 15;

/** Sends `edit` of `author` to the others; `frame` is the frame that says it, or makes one. */
export function relayEdit(
  room: Room,
  author: SocketId,
  edit: Edit,
  frame: () => Uint8Array,
  now: number,
): readonly Effect[] {
  if (mustWait(room, author, now)) {
    room.waiting.edits.push({ author, edit });
    return [];
  }
  return send(room, otherSockets(room, author), frame(), now);
}

/** Sends what `socket` shows to the others. */
export function relayState(room: Room, socket: SocketId, now: number): readonly Effect[] {
  if (mustWait(room, socket, now)) {
    room.waiting.states.add(socket);
    return [];
  }
  return sendStates(room, otherSockets(room, socket), entriesOf(room, [socket], now), now);
}

/** Sends what waits for a tick, when that is due. */
export function tick(room: Room, now: number): readonly Effect[] {
  const { waiting } = room;
  if (waiting.due === null || now < waiting.due) return [];
  waiting.due = null;
  return [...sendEdits(room, now), ...sendWaitingStates(room, now)];
}

export function sendStates(
  room: Room,
  sockets: readonly SocketId[],
  entries: readonly AwarenessEntry[],
  now: number,
): readonly Effect[] {
  if (sockets.length === 0 || entries.length === 0) return [];
  return send(room, sockets, encodeFrame({ kind: "awareness", states: encodeAwareness(entries) }), now);
}

/** What `sockets` show, for others. */
export function entriesOf(room: Room, sockets: Iterable<SocketId>, now: number): readonly AwarenessEntry[] {
  const entries: AwarenessEntry[] = [];
  for (const socket of sockets) {
    const session = room.sessions.get(socket);
    if (session === undefined || session.client === null) continue;
    entries.push({ client: session.client, clock: nextClock(room, now), state: session.state });
  }
  return entries;
}

/** The room's own clock for all states: the time, made to grow. It needs no memory to go on after hibernation. */
export function nextClock(room: Room, now: number): number {
  room.lastClock = Math.max(room.lastClock + 1, now);
  return room.lastClock;
}

/** Whether a message to all but `author` waits for a tick. Once something waits all does, or it would overtake. */
function mustWait(room: Room, author: SocketId, now: number): boolean {
  const others = room.sessions.size - (room.sessions.has(author) ? 1 : 0);
  room.sends.spend(others, now);
  const left = room.sends.available(now);
  if (left <= 0) room.isTicking = true;
  else if (left >= sendsBurst / 2) room.isTicking = false;
  if (!room.isTicking && room.waiting.due === null) return false;
  const tickMs = Math.min(longestTickMs, Math.max(shortestTickMs, others / socketsPerTickMs));
  room.waiting.due ??= now + tickMs;
  return true;
}

function sendEdits(room: Room, now: number): readonly Effect[] {
  const edits = room.waiting.edits.splice(0);
  const [first] = edits;
  if (first === undefined) return [];
  const update = encodeEdit(mergeEdits(edits.map(({ edit }) => edit)));
  // What one wrote itself does no harm, but costs: one alone is not sent it.
  const isOfOne = edits.every(({ author }) => author === first.author);
  const sockets = isOfOne ? otherSockets(room, first.author) : [...room.sessions.keys()];
  return send(room, sockets, encodeFrame({ kind: "update", update }), now);
}

/** Who has plain `y-websocket` is not sent its own state: it would take the older for the newer. */
function sendWaitingStates(room: Room, now: number): readonly Effect[] {
  const { states } = room.waiting;
  if (states.size === 0) return [];
  const entries = new Map([...states].map((socket) => [socket, entriesOf(room, [socket], now)]));
  states.clear();
  const isOwnToBeLeftOut = (socket: SocketId): boolean =>
    entries.has(socket) && (entries.size === 1 || room.sessions.get(socket)?.isExtended !== true);
  const sockets = [...room.sessions.keys()];
  const whole = sockets.filter((socket) => !isOwnToBeLeftOut(socket));
  const effects = [...sendStates(room, whole, [...entries.values()].flat(), now)];
  for (const socket of sockets.filter(isOwnToBeLeftOut)) {
    const ofOthers = [...entries].filter(([other]) => other !== socket).flatMap(([, entry]) => entry);
    effects.push(...sendStates(room, [socket], ofOthers, now));
  }
  return effects;
}
