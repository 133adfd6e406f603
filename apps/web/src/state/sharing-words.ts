/** Sharing in words: who may do what, and until when. */

import type { Access, Link } from "../connection/sharing-api.ts";
import { formatLocale, rest, words } from "../words/words.ts";

/** What whoever is given the address of this dialog can do with it. `role`: of the link that it holds; null: it is bare. */
export function givenWords(access: Access | null, role: Access | null, needsPassword: boolean): string {
  const { sharing } = rest();
  if (role === null) return access === null ? "" : sharing.addressGives[access];
  const gives = sharing.linkGives[role];
  return needsPassword ? words().app.sentences(gives, sharing.needsPassword) : gives;
}

const order: readonly Access[] = ["none", "view", "comment", "edit"];

/** Whether the bare address gives more than a link of `role`, which then limits nobody: its key can be taken off. */
export function limitsNobody(role: Link["role"], access: Access): boolean {
  return order.indexOf(access) > order.indexOf(role);
}

/** `time`, ISO 8601, as a person here writes it. */
export function timeWords(time: string): string {
  return new Intl.DateTimeFormat(formatLocale(), { dateStyle: "medium", timeStyle: "short" }).format(new Date(time));
}

/** Whether `link` opens nothing any more at `now`, in milliseconds since 1970. */
export function hasEnded({ expires, revoked }: Link, now: number): boolean {
  return revoked !== null || (expires !== null && Date.parse(expires) <= now);
}

/** What of a link is worth knowing, in one line. */
export function linkWords(link: Link, now: number): string {
  const { sharing } = rest();
  const parts = [sharing.can[link.role]];
  if (link.revoked !== null) parts.push(sharing.revoked(timeWords(link.revoked)));
  else if (link.expires !== null) {
    const time = timeWords(link.expires);
    parts.push(hasEnded(link, now) ? sharing.ended(time) : sharing.until(time));
  }
  if (link.hasPassword) parts.push(sharing.withPassword);
  return parts.join(" · ");
}

/** What a field for date and time holds, which knows no zone, as ISO 8601; null when it is empty. */
export function timeFromField(value: string): string | null {
  return value === "" ? null : new Date(value).toISOString();
}

/** The inverse, to the minute. */
export function fieldFromTime(time: string | null): string {
  if (time === null) return "";
  const date = new Date(time);
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
