/** What the people in a room may do: looked up in the owner's rules, and looked up again when these change. */

import { type Action, type Admission, admit, can } from "@samepage/access";
import { closeCodes, denials } from "@samepage/protocol";
import { announce } from "./announcing.ts";
import { type Effect, refuse } from "./effect.ts";
import type { Room, RoomSource } from "./room-state.ts";
import type { Session, SocketId } from "./session.ts";

/** Whether `session` may do `action` now. */
export function may(room: Room, session: Session, action: Action): boolean {
  return can(session.role, action, room.source.access.rules().isLocked);
}

/** Closes a socket that did what it may not; one that may have begun while it still might is asked to come back. */
export function refuseAction(socket: SocketId, session: Session): readonly Effect[] {
  return session.couldWrite
    ? refuse(socket, closeCodes.mayNotWriteAnyMore, "may not write any more")
    : refuseFor(socket, "not allowed");
}

/** Tells `socket` what it may. */
export function tellStanding(room: Room, socket: SocketId, now: number): readonly Effect[] {
  const session = room.sessions.get(socket);
  if (session === undefined) return [];
  const { role, person } = session;
  const { isLocked } = room.source.access.rules();
  const mayWrite = may(room, session, "write-text");
  return announce(room, [socket], { kind: "role", role, mayWrite, isLocked, person }, now);
}

/**
 * Looks again who may what, after the owner changed it or a time has come: who may no longer be here is closed, and
 * whose rights changed is told.
 */
export function reconsider(room: Room, now: number): readonly Effect[] {
  const { isLocked } = room.source.access.rules();
  const hasLockChanged = isLocked !== room.isLocked;
  room.isLocked = isLocked;
  room.reconsideredAt = now;
  room.nextExpiry = null;
  const effects: Effect[] = [];
  for (const [socket, session] of [...room.sessions]) {
    const admission = admissionOf(room.source, session, now);
    if (!admission.ok) {
      effects.push(...refuseFor(socket, admission.reason));
      continue;
    }
    if (admission.role === session.role && !hasLockChanged) continue;
    const changed = { ...session, role: admission.role };
    const next = { ...changed, couldWrite: session.couldWrite || may(room, changed, "write-text") };
    room.sessions.set(socket, next);
    effects.push({ kind: "keep", socket, session: next }, ...tellStanding(room, socket, now));
  }
  return effects;
}

/** Looks again if a right may have ended: after a sleep it is not known which that was. */
export function reconsiderExpired(room: Room, now: number): readonly Effect[] {
  const isDue = room.nextExpiry === null || now >= room.nextExpiry;
  return isDue ? reconsider(room, now) : [];
}

/** When somebody who is here loses the right to be, or the document ends; infinity: never. */
export function nextExpiry(room: Room): number {
  room.nextExpiry ??= readNextExpiry(room);
  return room.nextExpiry;
}

function readNextExpiry(room: Room): number {
  const { access } = room.source;
  const times: (number | null)[] = [access.rules().expires];
  const links = new Set([...room.sessions.values()].map(({ link }) => link));
  for (const link of links) if (link !== null) times.push(access.link(link)?.expires ?? null);
  // What is past may still have to be looked at: others can come and go before the alarm does.
  const isOver = (time: number): boolean => time <= room.reconsideredAt;
  return Math.min(...times.map((time) => (time === null || isOver(time) ? Number.POSITIVE_INFINITY : time)));
}

/** A session was let in with its password, if there is one. */
function admissionOf({ access }: RoomSource, { link, person }: Session, now: number): Admission {
  const ticket = {
    link: link === null ? null : (access.link(link) ?? "unknown"),
    isUnlocked: true,
    isRemoved: access.isRemoved(person),
  } as const;
  return admit(access.rules(), ticket, now);
}

function refuseFor(socket: SocketId, reason: keyof typeof denials): readonly Effect[] {
  return refuse(socket, denials[reason].code, reason);
}
