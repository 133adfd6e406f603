/** The colours of a language's syntax; every colour is a token of `ui/tokens.css`. */

import { HighlightStyle } from "@codemirror/language";
import { tags } from "@lezer/highlight";

export const highlighting = HighlightStyle.define([
  { tag: tags.heading, color: "var(--accent)", fontWeight: "700" },
  { tag: tags.emphasis, fontStyle: "italic" },
  { tag: tags.strong, fontWeight: "700" },
  { tag: tags.strikethrough, textDecoration: "line-through" },
  { tag: [tags.link, tags.url], color: "var(--accent)" },
  { tag: [tags.monospace, tags.string], color: "var(--good)" },
  { tag: [tags.keyword, tags.atom, tags.bool], color: "var(--p8)" },
  { tag: [tags.number, tags.typeName], color: "var(--warn)" },
  { tag: [tags.quote, tags.comment], color: "var(--ink-2)" },
  { tag: [tags.processingInstruction, tags.meta, tags.contentSeparator, tags.labelName], color: "var(--ink-3)" },
]);
