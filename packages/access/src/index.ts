/** Who may do what. */
export { type Action, can, type Role } from "./permission.ts";
