/** Markdown (with GitHub's tables, tasks and strikethrough) for the editor. */

import { pasteURLAsLink } from "@codemirror/lang-markdown";
import { LanguageSupport } from "@codemirror/language";
import { Prec } from "@codemirror/state";
import { keymap } from "@codemirror/view";
import { frontMatterLook } from "./front-matter.ts";
import { commandKeys, registeredCommands } from "./markdown-commands.ts";
import { markdownKeys } from "./markdown-keys.ts";
import { boundedMarkdown } from "./markdown-parser.ts";
import { markdownPaste } from "./markdown-paste.ts";
import { sectionFolds } from "./section-folds.ts";
import { tableAlignment } from "./table-alignment.ts";

/**
 * What `markdown()` gives, but for the HTML within the text: that brings three more languages along, and looks through
 * the whole text's tree for it at each keystroke.
 */
export const markdownSupport = new LanguageSupport(boundedMarkdown, [
  markdownPaste,
  pasteURLAsLink,
  registeredCommands,
  sectionFolds,
  frontMatterLook,
  tableAlignment,
  Prec.high(keymap.of([...markdownKeys, ...commandKeys])),
]);
