/**
 * Whose Yjs client ids are whose. Two who write under one id would each miss what the other wrote, so an id that a
 * connected socket shows or writes under is that socket's. What somebody else brings under it may still be honest, as
 * when everybody comes back to a server that lost its last commit: the owner is asked, and who stays silent is gone.
 */

import { can } from "@samepage/access";
import type { KnownClocks } from "@samepage/document";
import { closeCodes } from "@samepage/protocol";
import { type Effect, refuse } from "./effect.ts";
import { lookAfter, type Room, trafficOf } from "./room-state.ts";
import { ask } from "./sending.ts";
import type { Session, SocketId } from "./session.ts";
import type { SentEdit } from "./traffic.ts";

/**
 * The other socket that owns an id under which the edit brings something new, and has not vouched for it; null when
 * there is none.
 */
export function otherOwner(
  room: Room,
  { socket, edit, vouchers }: SentEdit,
  session: Session,
  known: KnownClocks,
): SocketId | null {
  let owners: ReadonlyMap<number, SocketId> | null = null;
  let lastClient = -1;
  for (const { client, clock, length } of edit.insertions) {
    if (client === lastClient || client === session.author || !known.isNew(client, clock + length - 1)) continue;
    lastClient = client;
    owners ??= ownersOf(room);
    const owner = owners.get(client);
    if (owner !== undefined && owner !== socket && !vouchers.has(owner)) return owner;
  }
  return null;
}

/** The socket that owns `client`, other than `socket`; null when there is none. */
export function ownerOf(room: Room, client: number, socket: SocketId): SocketId | null {
  for (const [other, session] of room.sessions) {
    if (other !== socket && (session.author === client || session.client === client)) return other;
  }
  return null;
}

/** Keeps `sent` until `owner` has answered, and asks it. */
export function dispute(room: Room, sent: SentEdit, owner: SocketId, now: number): readonly Effect[] {
  const effects = hold(room, sent, owner);
  return effects.length > 0 ? effects : askOwner(room, owner, now);
}

/**
 * Asks the owner of an id whether it is there, and looks soon whether it has answered. Not more often than a few times
 * a second: its answers cost it of what it may send, and who asks may be a swarm of forgers.
 */
export function askOwner(room: Room, owner: SocketId, now: number): readonly Effect[] {
  const { askedAt, questions } = trafficOf(room, owner);
  if (askedAt === null && !questions.take(1, now)) {
    lookAfter(room, questions.timeOf(1, now));
    return [];
  }
  lookAfter(room, now);
  return ask(room, owner, now);
}

/** Whether `answer`, of the owner of ids in `sent`, says that it has itself written what `sent` brings under them. */
export function isVouchedFor(sent: SentEdit, answer: SentEdit, owner: Session, known: KnownClocks): boolean {
  const ends = new Map<number, number>();
  for (const { client, clock, length } of answer.edit.insertions) ends.set(client, clock + length);
  return sent.edit.insertions.every(({ client, clock, length }) => {
    if (client !== owner.author && client !== owner.client) return true;
    const last = clock + length - 1;
    return last < (ends.get(client) ?? 0) || !known.isNew(client, last);
  });
}

/** Keeps `sent`, and what its socket sends after it, until `until` has answered. */
export function hold(room: Room, sent: SentEdit, until: SocketId): readonly Effect[] {
  const traffic = trafficOf(room, sent.socket);
  traffic.held ??= { until, edits: [], bytes: 0 };
  traffic.held.edits.push(sent);
  // The first, and answers, may be large: what somebody brings from another life of the server can be a whole document.
  if (traffic.held.edits.length > 1 && !sent.isAnswer) traffic.held.bytes += sent.update.length;
  const isTooMuch = traffic.held.bytes > room.limits.heldBytes;
  return isTooMuch ? refuse(sent.socket, closeCodes.tooLarge, "too much sent while a question is open") : [];
}

/** What other sockets sent and what waited for `socket`, in order; they wait no more. */
export function release(room: Room, socket: SocketId): readonly SentEdit[][] {
  const released: SentEdit[][] = [];
  for (const [other, traffic] of room.traffic) {
    if (other === socket || traffic.held?.until !== socket) continue;
    released.push(traffic.held.edits);
    traffic.held = null;
  }
  return released;
}

/** Has `sent` taken for a forgery: its owner is here, and has not written it. */
export function refuseForgery(sent: SentEdit): readonly Effect[] {
  return refuse(sent.socket, closeCodes.notAllowed, "written under the id of somebody who is here");
}

function ownersOf(room: Room): ReadonlyMap<number, SocketId> {
  const owners = new Map<number, SocketId>();
  // Who may not write keeps nobody from writing.
  for (const [socket, { client, role }] of room.sessions) {
    if (client !== null && can(role, "write-text")) owners.set(client, socket);
  }
  // Having written under an id weighs more than showing it.
  for (const [socket, { author }] of room.sessions) if (author !== null) owners.set(author, socket);
  return owners;
}
