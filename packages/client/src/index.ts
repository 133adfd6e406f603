/** How to join a document, in a browser or in Node. */
export type { Connection, Ending, NotSavedReason, SaveState } from "./connection.ts";
export type { Turn } from "./intake.ts";
export { type JoinOptions, join } from "./join.ts";
