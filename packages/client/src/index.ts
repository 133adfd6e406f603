/** How to join a document, in a browser or in Node. */
export type { Connection, Ending, JoinOptions, NotSavedReason, SaveState } from "./connection.ts";
export type { Turn } from "./intake.ts";
export { join } from "./join.ts";
