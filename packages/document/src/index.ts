/** What a document is: one Yjs text, and what may be written into it. */
export { inCausalOrder } from "./causal-order.ts";
export { KnownClocks, type UnfitReason } from "./known-clocks.ts";
export { type ApplyRefusal, type ApplyResult, LiveDocument } from "./live-document.ts";
export { normalizeText } from "./normalize-text.ts";
