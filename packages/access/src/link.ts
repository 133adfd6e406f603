/** A link: a key that carries a role. The key itself is known to whoever was given it, here only its hash is. */

import type { LinkRole } from "./role.ts";

/** Times are milliseconds since 1970. */
export interface Link {
  /** Names the link for its owner; it opens nothing. */
  readonly id: string;
  readonly role: LinkRole | "owner";
  readonly label: string;
  readonly created: number;
  readonly expires: number | null;
  readonly revoked: number | null;
  readonly hasPassword: boolean;
}
