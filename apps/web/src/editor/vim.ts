/** Vim's keys. Its undo is the document's own, and `:w` says that the page saves by itself. */

import type { Extension } from "@codemirror/state";
import { CodeMirror, Vim, vim } from "@replit/codemirror-vim";
import { toast } from "../state/toasts.ts";
import { rest } from "../words/words.ts";
import { undoOf } from "./own-undo.ts";

Object.assign(CodeMirror.commands, {
  undo: ({ cm6 }: CodeMirror) => undoOf(cm6)?.undo(cm6),
  redo: ({ cm6 }: CodeMirror) => undoOf(cm6)?.redo(cm6),
});

Vim.defineEx("write", "w", () => {
  toast(rest().editing.savesByItself);
});

export function vimKeys(): Extension {
  return vim({ status: true });
}
