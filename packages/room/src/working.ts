/** What edits may cost: each socket of its own, all of them together of the document's; what is too much now waits. */

import { closeCodes } from "@samepage/protocol";
import { type Effect, refuse } from "./effect.ts";
import { hold } from "./ownership.ts";
import { lookAfter, type Room, trafficOf } from "./room-state.ts";
import type { HeldEdit } from "./traffic.ts";

/** The work that one edit is given in one turn; the others get theirs before it goes on. */
export const workPerTurn = 100_000;

/** Work up to this is cheap: typing never comes near, and the document's budget is not asked. */
export const cheapWork = 1_000;

/**
 * What `sent` may cost now, if it costs `cost`: what is cheap does not ask what the document may; what costs more than
 * the document's burst has to wait until all of that is there, and then goes on debt.
 */
export function availableWork(room: Room, { socket }: HeldEdit, cost: number, now: number): number {
  const own = trafficOf(room, socket).work.available(now);
  const all = room.work.available(now);
  return cost <= cheapWork || all >= room.limits.documentWorkBurst ? own : Math.min(own, all);
}

/** Spends `cost` on `sent`, if it may cost so much now. */
export function pay(room: Room, sent: HeldEdit, cost: number, now: number): boolean {
  if (cost <= cheapWork) return trafficOf(room, sent.socket).work.take(cost, now);
  if (cost > availableWork(room, sent, cost, now)) return false;
  spend(room, sent, cost, now);
  return true;
}

export function spend(room: Room, { socket }: HeldEdit, cost: number, now: number): void {
  trafficOf(room, socket).work.spend(cost, now);
  if (cost > cheapWork) room.work.spend(cost, now);
}

/** Holds an edit, and what its socket sends after it, until it may cost as much. What it never may is refused. */
export function postpone(room: Room, sent: HeldEdit, cost: number, now: number): readonly Effect[] {
  const traffic = trafficOf(room, sent.socket);
  const since = traffic.wantedWork?.since ?? now;
  if (cost > room.limits.workBurst) return refuse(sent.socket, closeCodes.tooFast, "too much work");
  traffic.wantedWork = { work: Math.min(room.limits.workBurst, Math.max(cost, workPerTurn)), since };
  // In a later turn, whether or not there is enough already.
  lookAfter(room, now + 1);
  return hold(room, sent, null);
}
