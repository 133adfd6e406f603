/** How the text looks, but for what a person chooses; every colour is a token of `ui/tokens.css`. */

import { EditorView } from "@codemirror/view";

export const theme = EditorView.theme({
  "&": { height: "100%", color: "var(--ink)", backgroundColor: "var(--paper)" },
  "&.cm-focused": { outline: "none" },
  ".cm-content": { padding: "var(--s5) 0 40vh", caretColor: "var(--ink)" },
  // The face joins signs such as === and ##: one would not see what stands there, nor where the caret is within.
  ".cm-scroller": { fontVariantLigatures: "no-contextual" },
  // A pixel, beside which a caret at the beginning of a line is whole.
  ".cm-line": { padding: "0", paddingInline: "1px var(--s5)" },
  ".cm-line.cm-turned": { paddingInline: "var(--s5) 1px" },
  ".cm-cursor, .cm-dropCursor": { borderLeft: "2px solid var(--ink)" },
  ".cm-gutters": { backgroundColor: "var(--paper)", color: "var(--ink-3)", border: "none" },
  ".cm-lineNumbers .cm-gutterElement": {
    minWidth: "55px",
    padding: "0",
    paddingInline: "8px 17px",
    // By their last digit, whichever way the page runs.
    textAlign: "right",
  },
  // As near to the text as on a page that runs from the left.
  ".cm-lineNumbers:dir(rtl) .cm-gutterElement": { paddingInline: "24px 17px" },
  // In the room beside the numbers, which is there before what can be folded is known.
  ".cm-foldGutter": { position: "relative", zIndex: "1", width: "0", overflow: "visible" },
  ".cm-foldGutter .cm-gutterElement": { position: "relative", padding: "0" },
  ".cm-foldGutter button": {
    position: "absolute",
    insetInlineEnd: "0",
    insetBlockStart: "0",
    width: "18px",
    height: "1lh",
    minHeight: "0",
    padding: "0",
    display: "grid",
    placeItems: "center",
    color: "var(--ink-3)",
    opacity: "0",
  },
  "@media (max-width: 720px)": {
    ".cm-lineNumbers .cm-gutterElement": { minWidth: "43px", paddingInline: "4px 15px" },
    ".cm-lineNumbers:dir(rtl) .cm-gutterElement": { paddingInline: "12px 15px" },
    ".cm-line": { paddingInlineEnd: "var(--s4)" },
    // There is little room: it is drawn at the end of what one can touch.
    ".cm-foldGutter button": { width: "24px", justifyItems: "end", paddingInlineEnd: "2px" },
    ".cm-foldGutter svg": { width: "10px", height: "10px" },
    ".cm-line.cm-turned": { paddingInline: "var(--s4) 1px" },
  },
  "&.without-numbers .cm-lineNumbers .cm-gutterElement": { minWidth: "23px", padding: "0" },
  ".cm-foldGutter button.is-folded, .cm-gutters:hover .cm-foldGutter button, .cm-foldGutter button:focus-visible": {
    opacity: "1",
  },
  "@media (hover: none)": { ".cm-foldGutter button": { opacity: "1" } },
  ".cm-foldPlaceholder": {
    backgroundColor: "var(--accent-soft)",
    border: "none",
    borderRadius: "var(--r-s)",
    color: "var(--accent)",
    padding: "0 6px",
    margin: "0 4px",
  },
  ".cm-specialChar": {
    backgroundColor: "color-mix(in srgb, var(--warn) 16%, transparent)",
    borderRadius: "var(--r-s)",
    color: "var(--warn)",
    direction: "ltr",
    padding: "0 2px",
    unicodeBidi: "isolate",
  },
  ".cm-highlightSpace": {
    backgroundImage: "radial-gradient(circle at 50% 55%, var(--ink-3) 12%, transparent 5%)",
    opacity: "0.75",
  },
  // A line up to a bar, as on the key.
  ".cm-highlightTab": {
    background: `linear-gradient(var(--ink-3) 0 0) 2px 55% / calc(100% - 5px) 1px no-repeat,
      linear-gradient(var(--ink-3) 0 0) calc(100% - 2px) 55% / 1px 7px no-repeat`,
    opacity: "0.75",
  },
  ".cm-tooltip": {
    backgroundColor: "var(--raised)",
    border: "1px solid var(--line)",
    borderRadius: "var(--r)",
    boxShadow: "var(--shadow)",
    overflow: "hidden",
  },
  ".cm-tooltip.cm-tooltip-autocomplete > ul": { fontFamily: "var(--mono)", maxHeight: "12em", padding: "4px" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li": {
    padding: "3px 8px",
    borderRadius: "var(--r-s)",
    lineHeight: "1.4",
  },
  ".cm-tooltip-autocomplete ul li[aria-selected]": { backgroundColor: "var(--accent)", color: "var(--accent-ink)" },
  ".cm-completionMatchedText": { textDecoration: "none", fontWeight: "700" },
  ".cm-completionDetail": { color: "var(--ink-2)", fontStyle: "normal" },
  ".cm-tooltip-autocomplete ul li[aria-selected] .cm-completionDetail": { color: "inherit" },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "color-mix(in srgb, var(--ink) 3.5%, transparent)" },
  ".cm-activeLineGutter": { color: "var(--ink-2)" },
  "&:not(.cm-focused) .cm-activeLine, &:not(.cm-focused) .cm-activeLineGutter": { backgroundColor: "transparent" },
  "& > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground":
    { backgroundColor: "color-mix(in srgb, var(--accent) 22%, transparent)" },
  ".cm-selectionMatch": { backgroundColor: "color-mix(in srgb, var(--accent) 12%, transparent)" },
  ".cm-searchMatch": {
    backgroundColor: "color-mix(in srgb, var(--warn) 16%, transparent)",
    boxShadow: "inset 0 -2px 0 color-mix(in srgb, var(--warn) 55%, transparent)",
  },
  // Told by its edge, on the ground of what is selected: a darker one would take from the words.
  ".cm-searchMatch-selected": {
    backgroundColor: "transparent",
    boxShadow: "none",
    outline: "1.5px solid var(--warn)",
    borderRadius: "2px",
  },
  ".cm-matchingBracket, &.cm-focused .cm-matchingBracket": {
    backgroundColor: "color-mix(in srgb, var(--accent) 18%, transparent)",
  },
  ".cm-panels": { backgroundColor: "var(--chrome)", color: "var(--ink)", fontFamily: "var(--ui)" },
  ".cm-panels.cm-panels-top": { borderBottom: "1px solid var(--line)" },
  ".cm-panels.cm-panels-bottom": { borderTop: "1px solid var(--line)" },
  ".cm-dialog, .cm-dialog form": { display: "flex", alignItems: "center", gap: "var(--s2)", fontSize: "var(--t)" },
  ".cm-dialog": { paddingBlock: "var(--s2)", paddingInline: "var(--s3) 44px" },
  ".cm-dialog label": { fontSize: "var(--t)", display: "flex", alignItems: "center", gap: "var(--s2)" },
  ".cm-dialog input": { inlineSize: "12ch" },
  ".cm-dialog .cm-dialog-close": { width: "28px", height: "28px", top: "6px", insetInlineEnd: "8px", fontSize: "18px" },
  ".cm-textfield": {
    backgroundColor: "var(--paper)",
    border: "1px solid var(--edge)",
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
  "&.cm-editor .cm-vim-panel": {
    backgroundColor: "transparent",
    padding: "2px var(--s4)",
    fontFamily: "var(--mono)",
    fontSize: "var(--t)",
  },
  "&.cm-editor .cm-vim-panel input": { border: "none", outline: "none", background: "transparent", color: "inherit" },
  // What a ground tells elsewhere, a frame or the system's own ground tells where grounds are not to be seen.
  "@media (forced-colors: active)": {
    ".cm-foldGutter button": { border: "0" },
    ".cm-foldPlaceholder": { outline: "1px solid ButtonBorder", outlineOffset: "-2px" },
    ".cm-searchMatch, .cm-selectionMatch, .cm-matchingBracket": { outline: "1px solid CanvasText" },
    ".cm-selectionMatch": { outlineStyle: "dotted" },
    ".cm-searchMatch-selected, .cm-searchMatch-selected *, .cm-tooltip-autocomplete ul li[aria-selected], .cm-tooltip-autocomplete ul li[aria-selected] *":
      { forcedColorAdjust: "none", backgroundColor: "Highlight", color: "HighlightText" },
  },
  "&.cm-focused .cm-fat-cursor": { background: "color-mix(in srgb, var(--ink) 40%, transparent)" },
  // Its letter has the theme's colour also after that was changed; where it has none, only half of it is drawn.
  '.cm-fat-cursor:not([style*="transparent"])': { color: "var(--ink) !important" },
  "&.cm-editor:not(.cm-focused) .cm-fat-cursor": { outline: "1px solid var(--ink-2)" },
});
