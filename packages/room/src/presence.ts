/** Who shows what: one Yjs client id a socket, its last state kept with the session, clocks given out by the room. */

import { type AwarenessEntry, closeCodes, decodeAwareness } from "@samepage/protocol";
import { announce } from "./announcing.ts";
import { type Effect, refuse } from "./effect.ts";
import { askOwner, ownerOf } from "./ownership.ts";
import { entriesOf, nextClock, relayState, sendStates } from "./relaying.ts";
import { lookAfter, otherSockets, type Room, trafficOf } from "./room-state.ts";
import type { Session, SocketId } from "./session.ts";
import { sign, signatureLength } from "./signing.ts";
import { may } from "./standing.ts";

/** Entries that one frame may hold for each socket: a stock client echoes everybody, and who has just left. */
const entriesPerSocket = 2;
const fewEntries = 20;

/**
 * Takes an awareness frame. Only what it says of the socket's own client counts: a stock client also echoes what it
 * heard of others. A state sent before the client answered our step 1 cannot be such an echo, so that one claims its
 * id even from another socket, which is then asked whether it is still there.
 */
export function receiveAwareness(room: Room, socket: SocketId, states: Uint8Array, now: number): readonly Effect[] {
  const session = room.sessions.get(socket);
  if (session === undefined) return [];
  const mostEntries = fewEntries + entriesPerSocket * room.sessions.size;
  // A stock client echoes what was signed.
  const decoded = decodeAwareness(states, mostEntries, room.limits.awarenessLength + signatureLength);
  if (!decoded.ok) {
    const code = decoded.reason === "state-too-large" ? closeCodes.tooLarge : closeCodes.malformed;
    return refuse(socket, code, decoded.reason);
  }
  const own = ownEntry(room, session, decoded.value);
  // An echo carries a clock that the room gave out. A later one would silence whoever it is of.
  const horizon = Math.max(now, room.lastClock);
  if (decoded.value.some((entry) => entry !== own && entry.client !== session.client && entry.clock > horizon)) {
    return refuse(socket, closeCodes.notAllowed, "a presence that is not one's own");
  }
  if (own === undefined) return [];
  if (own.state !== session.state && lengthOf(own.state) > room.limits.awarenessLength) {
    return refuse(socket, closeCodes.tooLarge, "state-too-large");
  }
  const owner = session.client === own.client ? null : ownerOf(room, own.client, socket);
  if (owner === null) return show(room, socket, session, own, now);
  // Who may not write has nobody questioned who may.
  if (!may(room, session, "write-text") && mayWriteAt(room, owner)) {
    return refuse(socket, closeCodes.notAllowed, "the presence of somebody who is here");
  }
  trafficOf(room, socket).claim = { owner, entry: own };
  return askOwner(room, owner, now);
}

/**
 * The length of `state` as it came or, if that is more, as it is passed on: a number as `1e20` becomes five times as
 * long when it is written anew, and what is longer than a state may be is kept with no socket, and echoed by nobody.
 */
function lengthOf(state: string | null): number {
  return state === null ? 0 : Math.max(state.length, JSON.stringify(JSON.parse(state)).length);
}

function mayWriteAt(room: Room, socket: SocketId): boolean {
  const session = room.sessions.get(socket);
  return session !== undefined && may(room, session, "write-text");
}

/** The sockets that claim an id that `owner` has, and what they show. They claim no more. */
export function releaseClaims(room: Room, owner: SocketId): readonly { socket: SocketId; entry: AwarenessEntry }[] {
  const released: { socket: SocketId; entry: AwarenessEntry }[] = [];
  for (const [socket, traffic] of room.traffic) {
    if (traffic.claim?.owner !== owner) continue;
    released.push({ socket, entry: traffic.claim.entry });
    traffic.claim = null;
  }
  return released;
}

/** Takes the state of a claim whose owner turned out to be gone. */
export function showClaimed(room: Room, socket: SocketId, entry: AwarenessEntry, now: number): readonly Effect[] {
  const session = room.sessions.get(socket);
  return session === undefined ? [] : show(room, socket, session, entry, now);
}

/** Passes on a state that came too early, now that its time has come. */
export function showWithheld(room: Room, socket: SocketId, now: number): readonly Effect[] {
  const traffic = trafficOf(room, socket);
  if (!traffic.isStateWithheld) return [];
  if (!traffic.awareness.take(1, now)) {
    lookAfter(room, traffic.awareness.timeOf(1, now));
    return [];
  }
  traffic.isStateWithheld = false;
  return relayState(room, socket, now);
}

/** Tells `socket` who else is here; asked too often, it hears it with the next change. */
export function showPresence(room: Room, socket: SocketId, now: number): readonly Effect[] {
  if (!trafficOf(room, socket).shows.take(1, now)) return [];
  return sendStates(room, [socket], othersShown(room, socket), now);
}

/** Tells the others that what `socket` showed is gone. */
export function presenceGone(room: Room, socket: SocketId, now: number): readonly Effect[] {
  const session = room.sessions.get(socket);
  const isUntold = room.waiting.states.delete(socket) || trafficOf(room, socket).isStateWithheld;
  if (session === undefined || session.client === null) return [];
  if (session.state === null && !isUntold) return [];
  const gone = { client: session.client, clock: nextClock(room, session, now), state: null };
  return sendStates(room, otherSockets(room, socket), [gone], now);
}

function ownEntry(room: Room, session: Session, entries: readonly AwarenessEntry[]): AwarenessEntry | undefined {
  if (session.client !== null) return entries.find(({ client }) => client === session.client);
  const mayWrite = may(room, session, "write-text");
  // Who may not write keeps nobody who may from showing an id.
  const others = [...room.sessions.values()].filter((other) => !mayWrite || may(room, other, "write-text"));
  const taken = new Set(others.map(({ client }) => client));
  return entries.find(({ client, state }) => state !== null && (!session.hasAnswered || !taken.has(client)));
}

function show(room: Room, socket: SocketId, session: Session, entry: AwarenessEntry, now: number): readonly Effect[] {
  const effects: Effect[] = [...takeOver(room, socket, entry.client)];
  const signed = entry.state === null ? null : sign(room, socket, session, entry.state);
  const state = signed?.state ?? null;
  const name = signed?.name ?? null;
  const isRenewal = session.client === entry.client && session.state === state;
  // Under an id that another showed, its clock may be later than one's own.
  const clock = session.client === entry.client ? session.clock : Math.max(session.clock, room.lastClock);
  const next: Session = {
    ...session,
    state,
    name,
    client: entry.client,
    clock: nextClock(room, { ...session, clock }, now),
  };
  room.sessions.set(socket, next);
  const traffic = trafficOf(room, socket);
  traffic.isStateWithheld = true;
  traffic.claim = null;
  effects.push({ kind: "keep", socket, session: next }, ...showWithheld(room, socket, now));
  if (signed !== null && signed.name !== session.name) {
    const { wanted } = signed;
    effects.push(...announce(room, [socket], { kind: "name", wanted, name: signed.name }, now));
  }
  // A stock client closes itself after 30 s without a message, and forgets people after 30 s without a renewal.
  if (isRenewal && !session.isExtended && traffic.shows.take(1, now)) {
    renewClocks(room, now);
    const own = { ...entry, state };
    effects.push(...sendStates(room, [socket], [own, ...othersShown(room, socket)], now));
  }
  return effects;
}

/** Has whoever else shows `client`, and may not keep it from `socket`, show nothing. The id itself is shown on. */
function takeOver(room: Room, socket: SocketId, client: number): readonly Effect[] {
  const effects: Effect[] = [];
  for (const [other, session] of room.sessions) {
    if (other === socket || session.client !== client) continue;
    const next = { ...session, client: null, state: null, name: null };
    room.sessions.set(other, next);
    room.waiting.states.delete(other);
    trafficOf(room, other).isStateWithheld = false;
    effects.push({ kind: "keep", socket: other, session: next });
  }
  return effects;
}

function othersShown(room: Room, socket: SocketId): readonly AwarenessEntry[] {
  return entriesOf(room, otherSockets(room, socket)).filter(({ state }) => state !== null);
}

/**
 * Gives every state the clock of now: a stock client takes only a later one for a sign of life. Kept in memory only:
 * after hibernation the time is later anyway.
 */
function renewClocks(room: Room, now: number): void {
  for (const [socket, session] of room.sessions) {
    if (session.clock < now) room.sessions.set(socket, { ...session, clock: now });
  }
}
