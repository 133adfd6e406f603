/** The one table that decides who may do what. Knows no link, no person, no wire. */

export type Role = "owner" | "editor" | "commenter" | "viewer";

export type Action = "read-text" | "write-text" | "show-presence" | "change-settings";

const permissions = {
  owner: ["read-text", "write-text", "show-presence", "change-settings"],
  editor: ["read-text", "write-text", "show-presence", "change-settings"],
  commenter: ["read-text", "show-presence"],
  viewer: ["read-text", "show-presence"],
} as const satisfies Record<Role, readonly Action[]>;

/** Whether `role` may do `action`. */
export function can(role: Role, action: Action): boolean {
  const allowed: readonly Action[] = permissions[role];
  return allowed.includes(action);
}
