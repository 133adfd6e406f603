/** The roles, and their order. */

/** From the one that may least to the one that may most; each may all that those before it may. */
export const roles = ["none", "view", "comment", "edit", "owner"] as const;

export type Role = (typeof roles)[number];

/** What the bare address may give, and what a link may: a document has one owner's key, which is neither. */
export type GivenRole = Exclude<Role, "owner">;
export type LinkRole = Exclude<GivenRole, "none">;

export function isGivenRole(value: unknown): value is GivenRole {
  return value !== "owner" && roles.some((role) => role === value);
}

export function isLinkRole(value: unknown): value is LinkRole {
  return value !== "none" && isGivenRole(value);
}
