/** Who may do what. */
export { type Admission, admit, allow, type DenialReason, type Rules, type Ticket } from "./admission.ts";
export { frameActions, openRoutes, type RouteName, routeActions } from "./gates.ts";
export type { Link } from "./link.ts";
export { linksToForget } from "./link-room.ts";
export { type Action, can } from "./permission.ts";
export { type GivenRole, isGivenRole, isLinkRole, type LinkRole, type Role, roles } from "./role.ts";
export { type Tries, tryOnce } from "./tries.ts";
