/** What a command does to the text is a step of its own to undo, apart from the typing before and after it. */

import type { Extension } from "@codemirror/state";
import { EditorView, ViewPlugin, type ViewUpdate } from "@codemirror/view";
import type { UndoManager } from "yjs";

function isCommand({ docChanged, transactions }: ViewUpdate): boolean {
  return docChanged && transactions.some((each) => each.isUserEvent("input.format") || each.isUserEvent("input.paste"));
}

/** To stand before what hands changes to the shared text, because a step begins with the next change of that. */
export function undoSteps(undoManager: UndoManager): Extension {
  const begin = (update: ViewUpdate): void => {
    if (isCommand(update)) undoManager.stopCapturing();
  };
  // Plugins hear of a change in their order, and listeners after all of them: before it is in the shared text, and after.
  return [ViewPlugin.define(() => ({ update: begin })), EditorView.updateListener.of(begin)];
}
