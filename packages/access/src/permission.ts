/** The one table that decides who may do what. Knows no link, no person, no wire. */

import type { Role } from "./role.ts";

export type Action = "read-text" | "show-presence" | "write-text" | "change-settings" | "administer";

const mayRead = ["read-text", "show-presence"] as const;
const mayWrite = [...mayRead, "write-text", "change-settings"] as const;

const permissions = {
  none: [],
  view: mayRead,
  comment: mayRead,
  edit: mayWrite,
  owner: [...mayWrite, "administer"],
} as const satisfies Record<Role, readonly Action[]>;

/** What nobody may do while the owner has locked the document. */
const lockedActions: readonly Action[] = ["write-text", "change-settings"];

/** Whether `role` may do `action`; `isLocked`: in a document that its owner has locked. */
export function can(role: Role, action: Action, isLocked: boolean): boolean {
  const allowed: readonly Action[] = permissions[role];
  return allowed.includes(action) && !(isLocked && lockedActions.includes(action));
}
