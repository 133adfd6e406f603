/** Markdown (with GitHub's tables, tasks and strikethrough) for the editor. */

import { markdownKeymap, markdownLanguage, pasteURLAsLink } from "@codemirror/lang-markdown";
import { LanguageSupport } from "@codemirror/language";
import { Prec } from "@codemirror/state";
import { keymap } from "@codemirror/view";

/**
 * What `markdown()` gives, but for the HTML within the text: that brings three more languages along, and looks through
 * the whole text's tree for it at each keystroke.
 */
export const markdownSupport = new LanguageSupport(markdownLanguage, [
  pasteURLAsLink,
  Prec.high(keymap.of(markdownKeymap)),
]);
