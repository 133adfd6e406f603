/** How the text looks; every colour is a token of `ui/tokens.css`. */

import { EditorView } from "@codemirror/view";

export const theme = EditorView.theme({
  "&": { height: "100%", fontSize: "14.5px", color: "var(--ink)", backgroundColor: "var(--paper)" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { fontFamily: "var(--mono)", lineHeight: "1.7", overflowX: "hidden" },
  ".cm-content": { padding: "var(--s5) 0 40vh", caretColor: "var(--ink)" },
  ".cm-line": { padding: "0", paddingInlineEnd: "var(--s5)" },
  ".cm-line.cm-turned": { paddingInline: "var(--s5) 0" },
  ".cm-cursor, .cm-dropCursor": { borderLeft: "2px solid var(--ink)" },
  ".cm-gutters": { backgroundColor: "var(--paper)", color: "var(--ink-3)", border: "none", fontSize: "12px" },
  ".cm-lineNumbers .cm-gutterElement": {
    minWidth: "56px",
    padding: "0",
    paddingInline: "8px 18px",
    textAlign: "end",
    lineHeight: "24.65px",
  },
  "@media (max-width: 720px)": {
    ".cm-lineNumbers .cm-gutterElement": { minWidth: "40px", paddingInline: "4px 12px" },
    ".cm-line": { paddingInlineEnd: "var(--s4)" },
    ".cm-line.cm-turned": { paddingInline: "var(--s4) 0" },
  },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "color-mix(in srgb, var(--ink) 3.5%, transparent)" },
  ".cm-activeLineGutter": { color: "var(--ink-2)" },
  "&:not(.cm-focused) .cm-activeLine, &:not(.cm-focused) .cm-activeLineGutter": { backgroundColor: "transparent" },
  "& > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground":
    { backgroundColor: "color-mix(in srgb, var(--accent) 22%, transparent)" },
  ".cm-selectionMatch": { backgroundColor: "color-mix(in srgb, var(--accent) 12%, transparent)" },
  ".cm-searchMatch": { backgroundColor: "color-mix(in srgb, var(--warn) 28%, transparent)" },
  ".cm-searchMatch-selected": { backgroundColor: "color-mix(in srgb, var(--warn) 55%, transparent)" },
  ".cm-matchingBracket, &.cm-focused .cm-matchingBracket": {
    backgroundColor: "color-mix(in srgb, var(--accent) 18%, transparent)",
  },
  ".cm-panels": { backgroundColor: "var(--chrome)", color: "var(--ink)", fontFamily: "var(--ui)" },
  ".cm-panels.cm-panels-top": { borderBottom: "1px solid var(--line)" },
  ".cm-panel.cm-search": {
    paddingBlock: "var(--s2)",
    paddingInline: "var(--s3) var(--s6)",
    fontSize: "var(--t)",
  },
  ".cm-panel.cm-search label": { fontSize: "var(--t)", display: "inline-flex", alignItems: "center", gap: "4px" },
  ".cm-panel.cm-search [name=close]": {
    fontSize: "20px",
    width: "28px",
    height: "28px",
    top: "6px",
    right: "auto",
    insetInlineEnd: "8px",
  },
  ".cm-textfield": {
    backgroundColor: "var(--paper)",
    border: "1px solid var(--line-strong)",
    borderRadius: "var(--r-s)",
    padding: "4px 8px",
    fontSize: "var(--t)",
  },
  ".cm-button": {
    backgroundImage: "none",
    backgroundColor: "var(--paper)",
    border: "1px solid var(--line-strong)",
    borderRadius: "var(--r-s)",
    padding: "4px 10px",
    fontSize: "var(--t)",
  },
});
