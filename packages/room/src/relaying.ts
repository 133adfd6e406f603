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
import type { Session, SocketId } from "./session.ts";

/** A tick in milliseconds: the longer the more sockets it goes to, never longer than an eye notices. */
const longestTickMs = 33;
const socketsPerTickMs = 15;

/** While message follows message, a tick is at least so long: what is merged into one frame costs less. */
const readingTickMs = 10;

/** Sends `edit` of `author` to the others; `frame` is the frame that says it, or makes one. */
export function relayEdit(
  room: Room,
  author: SocketId,
  edit: Edit,
  frame: () => Uint8Array,
  now: number,
): readonly Effect[] {
  const tickMs = countSends(room, author, now);
  const { waiting } = room;
  // Once something waits all that follows does, or it would overtake.
  if (!room.isTicking && waiting.edits.length === 0) return send(room, otherSockets(room, author), frame(), now);
  waiting.edits.push({ author, edit });
  waiting.editsDue ??= now + tickMs;
  return [];
}

/** Sends what `socket` shows to the others. */
export function relayState(room: Room, socket: SocketId, now: number): readonly Effect[] {
  const tickMs = countSends(room, socket, now);
  const { waiting } = room;
  const isFree = !room.isTicking && waiting.edits.length === 0 && waiting.states.size === 0;
  const at = room.presence.timeOf(1, now);
  if (isFree && at <= now) return sendStates(room, otherSockets(room, socket), entriesOf(room, [socket]), now);
  waiting.states.add(socket);
  waiting.statesDue ??= Math.max(now + tickMs, at);
  return [];
}

/**
 * Sends what waits for a tick, when that is due. `isReading`: a message was just taken in, and others may wait behind it;
 * a timer comes when none does, so that few people's tick ends as soon as nothing is left to read.
 */
export function tick(room: Room, now: number, isReading: boolean): readonly Effect[] {
  const { waiting } = room;
  const effects: Effect[] = [];
  const longerMs = isReading ? Math.max(0, readingTickMs - tickMsOf(room.sessions.size)) : 0;
  if (waiting.editsDue !== null && now >= waiting.editsDue + longerMs) {
    waiting.editsDue = null;
    effects.push(...sendEdits(room, now));
  }
  if (waiting.statesDue !== null && now >= waiting.statesDue) {
    const at = room.presence.timeOf(1, now);
    waiting.statesDue = at > now ? at : null;
    if (at <= now) effects.push(...sendWaitingStates(room, now));
  }
  return effects;
}

export function sendStates(
  room: Room,
  sockets: readonly SocketId[],
  entries: readonly AwarenessEntry[],
  now: number,
): readonly Effect[] {
  if (sockets.length === 0 || entries.length === 0) return [];
  const bytes = encodeFrame({ kind: "awareness", states: encodeAwareness(entries) });
  room.presence.spend(bytes.length * sockets.length, now);
  return send(room, sockets, bytes, now);
}

/** What `sockets` show, for others. */
export function entriesOf(room: Room, sockets: Iterable<SocketId>): readonly AwarenessEntry[] {
  const entries: AwarenessEntry[] = [];
  for (const socket of sockets) {
    const session = room.sessions.get(socket);
    if (session === undefined || session.client === null) continue;
    entries.push({ client: session.client, clock: session.clock, state: session.state });
  }
  return entries;
}

/** The clock of a state that changes now: the time, made to grow for each client. */
export function nextClock(room: Room, session: Session, now: number): number {
  const clock = Math.max(session.clock + 1, now);
  room.lastClock = Math.max(room.lastClock, clock);
  return clock;
}

/** Counts a message to all but `author`, and so finds out whether to tick; gives back how long a tick is. */
function countSends(room: Room, author: SocketId, now: number): number {
  const others = room.sessions.size - (room.sessions.has(author) ? 1 : 0);
  const left = room.sends.spend(others, now);
  if (left <= 0) room.isTicking = true;
  else if (left >= sendsBurst / 2) room.isTicking = false;
  return tickMsOf(others);
}

function tickMsOf(sockets: number): number {
  return Math.min(longestTickMs, Math.floor(sockets / socketsPerTickMs));
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
  const entries = new Map([...states].map((socket) => [socket, entriesOf(room, [socket])]));
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
