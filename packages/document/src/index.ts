/** What a document is: one Yjs text, and what may be written into it. */
export { type DecodedEdit, type GuardRefusal, guard } from "./guard.ts";
export { KnownClocks } from "./known-clocks.ts";
export { type ApplyRefusal, LiveDocument } from "./live-document.ts";
export { normalizeText } from "./normalize-text.ts";
export { rootName } from "./root.ts";
