/** Markdown (with GitHub's tables, tasks and strikethrough) for the editor. */

import { pasteURLAsLink } from "@codemirror/lang-markdown";
import { LanguageSupport } from "@codemirror/language";
import { Prec } from "@codemirror/state";
import { EditorView, keymap } from "@codemirror/view";
import { frontMatterLook } from "./front-matter.ts";
import { commandKeys, perform, registeredCommands } from "./markdown-commands.ts";
import { markdownKeys } from "./markdown-keys.ts";
import { boundedMarkdown } from "./markdown-parser.ts";
import { markdownPaste } from "./markdown-paste.ts";
import { sectionFolds } from "./section-folds.ts";
import { tableAlignment } from "./table-alignment.ts";
import { barInTable } from "./table-commands.ts";

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
  EditorView.inputHandler.of((view, _from, _to, text) => text === "|" && !view.composing && perform(view, barInTable)),
  Prec.high(keymap.of([...markdownKeys, ...commandKeys])),
]);
