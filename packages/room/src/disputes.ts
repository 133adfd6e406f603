/** How a question about an id ends: its owner has answered, or is gone. */

import { closeCodes } from "@samepage/protocol";
import { type Effect, refuse } from "./effect.ts";
import { askOwner, hold, isVouchedFor, otherOwner, ownerOf, refuseForgery, release } from "./ownership.ts";
import { releaseClaims, showClaimed } from "./presence.ts";
import { readNow, readWhenPaid } from "./reading.ts";
import { knownOf, type Room, trafficOf } from "./room-state.ts";
import type { SocketId } from "./session.ts";
import type { HeldEdit, SentEdit } from "./traffic.ts";
import { accept } from "./writing.ts";

/**
 * The owner of ids has answered: what it turned out to have written itself is accepted, everything else was a forgery.
 * Its answer may itself have to wait for another, even for one that waits for it: then what it says is believed. One
 * that `broughtOwn` may be the first of several pieces, so that nobody is refused for what it does not say yet.
 */
export function settleDisputes(room: Room, answer: SentEdit, broughtOwn: boolean, now: number): readonly Effect[] {
  const owner = answer.socket;
  const ownerSession = room.sessions.get(owner);
  if (ownerSession === undefined) return [];
  const effects: Effect[] = [];
  for (const edits of release(room, owner)) {
    const [held, ...rest] = edits;
    const session = held === undefined ? undefined : room.sessions.get(held.socket);
    if (held === undefined || session === undefined) continue;
    const known = knownOf(room);
    const read = readNow(room, held, now);
    if (!read.ok) {
      effects.push(...read.effects);
      continue;
    }
    const { vouchers } = held;
    const isVouched = isVouchedFor(read.sent, answer, ownerSession, known);
    const first = { ...read.sent, vouchers: isVouched ? [...vouchers, owner] : vouchers };
    const isForged = otherOwner(room, first, session, known) === owner;
    if (!isForged) effects.push(...acceptAll(room, [first, ...rest], now));
    else if (!broughtOwn) effects.push(...refuseForgery(first));
    else for (const edit of [first, ...rest]) effects.push(...hold(room, edit, owner));
  }
  if (broughtOwn) effects.push(...askOwner(room, owner, now));
  for (const { socket, entry } of releaseClaims(room, owner)) {
    effects.push(
      ...(ownerOf(room, entry.client, socket) === null
        ? showClaimed(room, socket, entry, now)
        : refuse(socket, closeCodes.notAllowed, "the presence of somebody who is here")),
    );
  }
  return effects;
}

/** `owner` is gone: what waited for it is accepted. */
export function concedeDisputes(room: Room, owner: SocketId, now: number): readonly Effect[] {
  const effects: Effect[] = [];
  for (const edits of release(room, owner)) effects.push(...acceptAll(room, edits, now));
  for (const { socket, entry } of releaseClaims(room, owner)) effects.push(...showClaimed(room, socket, entry, now));
  return effects;
}

/** Accepts what one socket sent, one after the other, until something of it is refused, or has to wait. */
export function acceptAll(room: Room, edits: readonly (SentEdit | HeldEdit)[], now: number): readonly Effect[] {
  const effects: Effect[] = [];
  for (const edit of edits) {
    const { held } = trafficOf(room, edit.socket);
    const accepted = held === null ? acceptHeld(room, edit, now) : hold(room, edit, held.until);
    effects.push(...accepted);
    if (accepted.some((effect) => effect.kind === "close" && effect.socket === edit.socket)) break;
  }
  return effects;
}

/** Accepts what one socket sent, once it is read. */
export function acceptHeld(room: Room, edit: SentEdit | HeldEdit, now: number): readonly Effect[] {
  if ("edit" in edit) return accept(room, edit, now);
  const read = readWhenPaid(room, edit, now);
  return read.ok ? accept(room, read.sent, now) : read.effects;
}
