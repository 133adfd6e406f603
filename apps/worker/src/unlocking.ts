/** Trying the password of a link. */

import { allow, tryOnce } from "@samepage/access";
import type { AccessRecords } from "@samepage/journal";
import type { Answer, TooManyTries } from "./answer.ts";
import { isPassword } from "./password.ts";
import { passOf, type Recognized, ticketOf } from "./recognition.ts";

export type Unlocking = Answer<string, "wrong password" | "no password"> | TooManyTries;

/**
 * The pass of the link by which `recognized` comes, if `password` is the link's. Tries are counted before they are looked
 * at, so that many at a time are not too many.
 */
export async function unlock(access: AccessRecords, recognized: Recognized, password: string): Promise<Unlocking> {
  const ticket = ticketOf(access, recognized);
  const admission = allow(access.rules(), { ...ticket, isUnlocked: true }, "read-text", Date.now());
  if (!admission.ok) return admission;
  if (ticket.link === null || ticket.link === "unknown") return { ok: false, reason: "no password" };
  const { id } = ticket.link;
  const kept = access.passwordOf(id);
  if (kept === null) return { ok: false, reason: "no password" };
  const outcome = tryOnce(access.tries(id), Date.now());
  if (!outcome.ok) return { ok: false, reason: "too many tries", again: outcome.again };
  access.keepTries(id, outcome.tries);
  if (!(await isPassword(password, kept))) return { ok: false, reason: "wrong password" };
  const pass = await passOf(access, id);
  if (pass === null) return { ok: false, reason: "no password" };
  access.keepTries(id, { count: 0, since: 0 });
  return { ok: true, value: pass };
}
