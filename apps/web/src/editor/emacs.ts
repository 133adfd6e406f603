/** Emacs' keys. Its undo is the document's own, and C-x C-s says that the page saves by itself. */

import type { Extension } from "@codemirror/state";
import { EmacsHandler, emacs } from "@replit/codemirror-emacs";
import { toast } from "../state/toasts.ts";
import { rest } from "../words/words.ts";
import { undoOf } from "./own-undo.ts";

const yankRotate: { exec(handler: EmacsHandler): void } = EmacsHandler.commands["yankRotate"];

EmacsHandler.addCommands({
  // It takes back what was yanked before, by an undo that there is not here.
  yankRotate: {
    ...yankRotate,
    exec(handler: EmacsHandler) {
      if (handler.$data.lastCommand === "yank") undoOf(handler.view)?.undo(handler.view);
      yankRotate.exec(handler);
    },
  },
  undo: ({ view }: EmacsHandler) => undoOf(view)?.undo(view),
  redo: ({ view }: EmacsHandler) => undoOf(view)?.redo(view),
  save: () => {
    toast(rest().editing.savesByItself);
  },
});
EmacsHandler.bindKey("C-/|C-x u|S-C--|C-z", "undo");
EmacsHandler.bindKey("S-C-/|S-C-x u|C--|S-C-z", "redo");
EmacsHandler.bindKey("C-x C-s", "save");

export function emacsKeys(): Extension {
  return emacs();
}
