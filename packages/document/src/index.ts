/** What a document is: one Yjs text, and what may be written into it. */
export type { ApplyRefusal, ApplyResult } from "./applying.ts";
export { inCausalOrder } from "./causal-order.ts";
export { frontMatter } from "./front-matter.ts";
export { KnownClocks, type UnfitReason } from "./known-clocks.ts";
export { lineEndsOf, withLineEnds } from "./line-ends.ts";
export { LiveDocument } from "./live-document.ts";
export { normalizeText } from "./normalize-text.ts";
export { titleFromText } from "./title-from-text.ts";
