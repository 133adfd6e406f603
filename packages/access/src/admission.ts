/** With what somebody comes, what the owner's rules make of it, and why not. Pure: time is an argument. */

import type { Link } from "./link.ts";
import { type Action, can } from "./permission.ts";
import type { GivenRole, Role } from "./role.ts";

/** What the owner decides for all. Times are milliseconds since 1970. */
export interface Rules {
  /** What the bare address gives. */
  readonly access: GivenRole;
  /** Nobody may write, whoever they are. */
  readonly isLocked: boolean;
  /** Pages of other sites may show this one in a frame. */
  readonly isEmbeddable: boolean;
  /** When the document deletes itself; null: never. */
  readonly expires: number | null;
  /** Since when it is deleted; its owner may still restore it. */
  readonly deleted: number | null;
}

/** With what somebody comes. */
export interface Ticket {
  /** The link whose key it is; null without a key; "unknown": no link has, or had, this key. */
  readonly link: Link | null | "unknown";
  /** Whether the link's password was given, if it has one. */
  readonly isUnlocked: boolean;
  /** Whether the owner has removed this person. */
  readonly isRemoved: boolean;
}

/** Why somebody is not let in, or may not do something. */
export type DenialReason =
  | "no such document"
  | "deleted"
  | "no key"
  | "key not valid"
  | "key revoked"
  | "key expired"
  | "password needed"
  | "removed"
  | "not allowed";

export type Admission =
  | { readonly ok: true; readonly role: Exclude<Role, "none"> }
  | { readonly ok: false; readonly reason: DenialReason };

/**
 * Whether somebody with `ticket` is let in at `now`, and as what. A key gives exactly its link's role, and one that is
 * not valid gives nothing: that the bare address may give more is no reason to overlook it.
 */
export function admit(rules: Rules, { link, isUnlocked, isRemoved }: Ticket, now: number): Admission {
  const isOwner = link !== null && link !== "unknown" && link.role === "owner" && link.revoked === null;
  // Where there is nothing any more, nobody but the owner learns that there was something.
  if (rules.deleted !== null || isPast(rules.expires, now)) return denied(isOwner ? "deleted" : "no such document");
  if (isOwner) return { ok: true, role: "owner" };
  if (link === "unknown") return denied("key not valid");
  if (link !== null && link.revoked !== null) return denied("key revoked");
  if (link !== null && isPast(link.expires, now)) return denied("key expired");
  if (isRemoved) return denied("removed");
  if (link?.hasPassword && !isUnlocked) return denied("password needed");
  const role = link === null ? rules.access : link.role;
  return role === "none" ? denied("no key") : { ok: true, role };
}

/** The same, for somebody who wants to do `action`. */
export function allow(rules: Rules, ticket: Ticket, action: Action, now: number): Admission {
  const admission = admit(rules, ticket, now);
  if (!admission.ok || can(admission.role, action, rules.isLocked)) return admission;
  return denied("not allowed");
}

function isPast(time: number | null, now: number): boolean {
  return time !== null && time <= now;
}

function denied(reason: DenialReason): Admission {
  return { ok: false, reason };
}
