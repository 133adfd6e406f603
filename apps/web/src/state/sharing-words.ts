/** Sharing in words: who may do what, and until when. */

import type { Access, Link } from "../connection/sharing-api.ts";

/** What somebody may do, as it goes on from "can". */
export const abilities: Readonly<Record<Access | "owner", string>> = {
  owner: "do everything: the page is theirs",
  edit: "write",
  comment: "read and comment",
  view: "only read",
  none: "do nothing",
};

/** What each choice for the bare address means. */
export const accessWords: Readonly<Record<Access, string>> = {
  edit: "Anyone who has the address can write in this page.",
  comment: "Anyone who has the address can read this page. Comments are to come; until then that is all.",
  view: "Anyone who has the address can read this page, but not write in it.",
  none: "The address alone opens nothing. It takes one of your links, or the owner's.",
};

/** What whoever is given the address of this dialog can do with it. `role`: of the link that it holds; null: it is bare. */
export function givenWords(access: Access | null, role: Access | null, needsPassword: boolean): string {
  if (role !== null) {
    const password = needsPassword ? " They also need its password." : "";
    return `Anyone with this link can ${abilities[role]}, as you can.${password}`;
  }
  switch (access) {
    case null:
      return "";
    case "none":
      return "This address alone opens nothing: ask the owner for a link to pass on.";
    default:
      return `Anyone with this address can ${abilities[access]}. No account needed.`;
  }
}

const order: readonly Access[] = ["none", "view", "comment", "edit"];

/** Whether the bare address gives more than a link of `role`, which then limits nobody: its key can be taken off. */
export function limitsNobody(role: Link["role"], access: Access): boolean {
  return order.indexOf(access) > order.indexOf(role);
}

/** `time`, ISO 8601, as a person here writes it. */
export function timeWords(time: string): string {
  return new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" }).format(new Date(time));
}

/** Whether `link` opens nothing any more at `now`, in milliseconds since 1970. */
export function hasEnded({ expires, revoked }: Link, now: number): boolean {
  return revoked !== null || (expires !== null && Date.parse(expires) <= now);
}

/** What of a link is worth knowing, in one line. */
export function linkWords(link: Link, now: number): string {
  const parts = [`can ${abilities[link.role]}`];
  if (link.revoked !== null) parts.push(`revoked ${timeWords(link.revoked)}`);
  else if (link.expires !== null) parts.push(`${hasEnded(link, now) ? "ended" : "until"} ${timeWords(link.expires)}`);
  if (link.hasPassword) parts.push("with a password");
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
