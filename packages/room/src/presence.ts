/** Who shows what: one Yjs client id a socket, its last state kept with the session, clocks given out by the room. */

import {
  type AwarenessEntry,
  closeCodes,
  decodeAwareness,
  defaultLimits,
  encodeAwareness,
  encodeFrame,
} from "@samepage/protocol";
import { type Effect, refuse } from "./effect.ts";
import { otherSockets, type Room } from "./room-state.ts";
import type { Session, SocketId } from "./session.ts";

/**
 * Takes an awareness frame. Only what it says of the socket's own client counts: a stock client also echoes what it
 * heard of others. A state sent before the client answered our step 1 cannot be such an echo, so that one claims its
 * id even from another socket: that is a person who came back before the old connection was noticed to be dead.
 */
export function receiveAwareness(room: Room, socket: SocketId, states: Uint8Array, now: number): readonly Effect[] {
  const decoded = decodeAwareness(states);
  if (!decoded.ok) return refuse(socket, closeCodes.malformed, decoded.reason);
  const session = room.sessions.get(socket);
  if (session === undefined) return [];
  const entry = ownEntry(room, session, decoded.value);
  if (entry === undefined) return [];
  if ((entry.state?.length ?? 0) > defaultLimits.awarenessLength) {
    return refuse(socket, closeCodes.tooLarge, "presence state too large");
  }
  const effects = session.client === null ? releaseClient(room, entry.client, socket) : [];
  const isRenewal = session.client === entry.client && session.state === entry.state;
  const next: Session = { ...session, client: entry.client, state: entry.state, clientClock: entry.clock };
  room.sessions.set(socket, next);
  effects.push({ kind: "keep", socket, session: next });
  effects.push(...sendPresence(otherSockets(room, socket), [{ ...entry, clock: nextClock(room, now) }]));
  // A stock client closes itself after 30 s without a message, and forgets people after 30 s without a renewal.
  if (isRenewal && !session.isExtended) effects.push(...renewal(room, socket, entry, now));
  return effects;
}

function ownEntry(room: Room, session: Session, entries: readonly AwarenessEntry[]): AwarenessEntry | undefined {
  if (session.client !== null) return entries.find(({ client }) => client === session.client);
  const taken = new Set([...room.sessions.values()].map(({ client }) => client));
  return entries.find(({ client, state }) => state !== null && (!session.hasAnswered || !taken.has(client)));
}

function releaseClient(room: Room, client: number, newOwner: SocketId): Effect[] {
  const effects: Effect[] = [];
  for (const [socket, session] of room.sessions) {
    if (session.client !== client || socket === newOwner) continue;
    const released: Session = { ...session, client: null, state: null };
    room.sessions.set(socket, released);
    effects.push({ kind: "keep", socket, session: released });
  }
  return effects;
}

/** Answers a stock client's renewal with everybody's, itself included with the clock it knows. */
function renewal(room: Room, socket: SocketId, own: AwarenessEntry, now: number): readonly Effect[] {
  return sendPresence([socket], [own, ...shownEntries(room, socket, now)]);
}

/** Tells `socket` who else is here. */
export function showPresence(room: Room, socket: SocketId, now: number): readonly Effect[] {
  return sendPresence([socket], shownEntries(room, socket, now));
}

/** Tells the others that what `socket` showed is gone. */
export function presenceGone(room: Room, socket: SocketId, now: number): readonly Effect[] {
  const session = room.sessions.get(socket);
  if (session === undefined || session.client === null || session.state === null) return [];
  return sendPresence(otherSockets(room, socket), [
    { client: session.client, clock: nextClock(room, now), state: null },
  ]);
}

function shownEntries(room: Room, except: SocketId, now: number): readonly AwarenessEntry[] {
  const entries: AwarenessEntry[] = [];
  for (const [socket, { client, state }] of room.sessions) {
    if (socket === except || client === null || state === null) continue;
    entries.push({ client, clock: nextClock(room, now), state });
  }
  return entries;
}

function sendPresence(sockets: readonly SocketId[], entries: readonly AwarenessEntry[]): Effect[] {
  if (sockets.length === 0 || entries.length === 0) return [];
  return [{ kind: "send", sockets, bytes: encodeFrame({ kind: "awareness", states: encodeAwareness(entries) }) }];
}

/** The room's own clock for all states: the time, made to grow. It needs no memory to go on after hibernation. */
function nextClock(room: Room, now: number): number {
  room.lastClock = Math.max(room.lastClock + 1, now);
  return room.lastClock;
}
