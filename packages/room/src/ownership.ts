/**
 * Whose Yjs client ids are whose. Two who write under one id would each miss what the other wrote, so an id that a
 * connected socket shows or writes under is that socket's. What somebody else brings under it may still be honest, as
 * when everybody comes back to a server that lost its last commit: the owner is asked, and who stays silent is gone.
 */

import type { KnownClocks } from "@samepage/document";
import { closeCodes, type Edit } from "@samepage/protocol";
import { type Effect, refuse } from "./effect.ts";
import { lookAfter, type Room, trafficOf } from "./room-state.ts";
import { ask } from "./sending.ts";
import type { Session, SocketId } from "./session.ts";
import type { SentEdit } from "./traffic.ts";

/** The other socket that owns an id under which `edit` brings something new; null when there is none. */
export function otherOwner(
  room: Room,
  socket: SocketId,
  session: Session,
  edit: Edit,
  known: KnownClocks,
): SocketId | null {
  let owners: ReadonlyMap<number, SocketId> | null = null;
  let lastClient = -1;
  for (const { client, clock, length } of edit.insertions) {
    if (client === lastClient || client === session.author || !known.isNew(client, clock + length - 1)) continue;
    lastClient = client;
    owners ??= ownersOf(room);
    const owner = owners.get(client);
    if (owner !== undefined && owner !== socket) return owner;
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

/** Asks the owner of an id whether it is there, and looks soon whether it has answered. */
export function askOwner(room: Room, owner: SocketId, now: number): readonly Effect[] {
  lookAfter(room, now);
  return ask(room, owner, now);
}

/** Keeps `sent`, and what its socket sends after it, until `until` has answered. */
export function hold(room: Room, sent: SentEdit, until: SocketId): readonly Effect[] {
  const traffic = trafficOf(room, sent.socket);
  traffic.held ??= { until, edits: [], bytes: 0 };
  traffic.held.edits.push(sent);
  traffic.held.bytes += sent.update.length;
  // The first is kept however large it is: what somebody brings from another life of the server may be a whole document.
  const isTooMuch = traffic.held.edits.length > 1 && traffic.held.bytes > room.limits.heldBytes;
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
  for (const [socket, { client }] of room.sessions) if (client !== null) owners.set(client, socket);
  // Having written under an id weighs more than showing it.
  for (const [socket, { author }] of room.sessions) if (author !== null) owners.set(author, socket);
  return owners;
}
