/**
 * Whose Yjs client ids are whose. Two who write under one id would each miss what the other wrote, so an id that a
 * connected socket shows or writes under is that socket's. What somebody else brings under it may still be honest, as
 * when everybody comes back to a server that lost its last commit: the owner is asked, and who stays silent is gone.
 */

import type { KnownClocks } from "@samepage/document";
import { closeCodes } from "@samepage/protocol";
import { type Effect, refuse } from "./effect.ts";
import { lookAfter, type Room, trafficOf } from "./room-state.ts";
import { ask } from "./sending.ts";
import type { Session, SocketId } from "./session.ts";
import { may } from "./standing.ts";
import type { HeldEdit, SentEdit } from "./traffic.ts";

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
    if (owner !== undefined && owner !== socket && !vouchers.includes(owner)) return owner;
  }
  return null;
}

/**
 * The socket that owns `client`, other than `socket`; null when there is none. Who may not write keeps nothing from who
 * may.
 */
export function ownerOf(room: Room, client: number, socket: SocketId): SocketId | null {
  const asking = room.sessions.get(socket);
  const mayWrite = asking !== undefined && may(room, asking, "write-text");
  for (const [other, session] of room.sessions) {
    const isOwn = session.author === client || session.client === client;
    if (isOwn && other !== socket && (!mayWrite || may(room, session, "write-text"))) return other;
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
  const traffic = trafficOf(room, owner);
  if (traffic.askedAt === null && !traffic.questions.take(1, now)) {
    lookAfter(room, traffic.questions.timeOf(1, now));
    return [];
  }
  traffic.awaitedSince ??= now;
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

/** Whether `answer` brings something that its sender has written and that was not known: it may have more to say. */
export function bringsOwn(answer: SentEdit, owner: Session, known: KnownClocks): boolean {
  return answer.edit.insertions.some(
    ({ client, clock, length }) =>
      (client === owner.author || client === owner.client) && known.isNew(client, clock + length - 1),
  );
}

/** Keeps `sent`, and what its socket sends after it, until `until` has answered; null: until it may cost so much. */
export function hold(room: Room, sent: HeldEdit, until: SocketId | null): readonly Effect[] {
  const { socket, isAnswer, update } = sent;
  const { limits } = room;
  const traffic = trafficOf(room, socket);
  const held = traffic.held ?? { until, edits: [], bytes: 0 };
  traffic.held = held;
  held.edits.push(withoutEdit(sent));
  room.heldBytes += update.length;
  if (room.heldBytes > limits.documentHeldBytes) {
    return refuse(socket, closeCodes.busy, "too much is held in this document");
  }
  // An answer may be large: what somebody brings from another life of the server can be a whole document.
  if (!isAnswer || held.until === null) held.bytes += update.length;
  if (held.until === null) {
    const isTooMuch = held.bytes > limits.documentHeldBytes / 2;
    return isTooMuch ? refuse(socket, closeCodes.busy, "too much sent while an edit waits") : [];
  }
  const isTooMuch = held.bytes > limits.heldBytes;
  return isTooMuch ? refuse(socket, closeCodes.tooLarge, "too much sent while a question is open") : [];
}

function withoutEdit({
  socket,
  kind,
  isAnswer,
  update,
  frame,
  vouchers,
  isRead,
  isLookedAt,
  countedClients,
}: HeldEdit): HeldEdit {
  return { socket, kind, isAnswer, update, frame, vouchers, isRead, isLookedAt, countedClients };
}

/** What was held for `socket`; it is held no more. */
export function takeHeld(room: Room, socket: SocketId): readonly HeldEdit[] {
  const traffic = room.traffic.get(socket);
  const edits = traffic?.held?.edits ?? [];
  if (traffic !== undefined) traffic.held = null;
  for (const { update } of edits) room.heldBytes -= update.length;
  return edits;
}

/** What other sockets sent and what waited for `socket`, in order; they wait no more. */
export function release(room: Room, socket: SocketId): readonly (readonly HeldEdit[])[] {
  const released: (readonly HeldEdit[])[] = [];
  for (const [other, traffic] of room.traffic) {
    if (other === socket || traffic.held?.until !== socket) continue;
    released.push(takeHeld(room, other));
  }
  return released;
}

/** Has `sent` taken for a forgery: its owner is here, and has not written it. */
export function refuseForgery(sent: HeldEdit): readonly Effect[] {
  return refuse(sent.socket, closeCodes.notAllowed, "written under the id of somebody who is here");
}

function ownersOf(room: Room): ReadonlyMap<number, SocketId> {
  const owners = new Map<number, SocketId>();
  // Who may not write keeps nobody from writing.
  const writers = [...room.sessions].filter(([, session]) => may(room, session, "write-text"));
  for (const [socket, { client }] of writers) if (client !== null) owners.set(client, socket);
  // Having written under an id weighs more than showing it.
  for (const [socket, { author }] of writers) if (author !== null) owners.set(author, socket);
  return owners;
}
