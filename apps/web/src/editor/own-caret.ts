/** Tells the others where one's own caret is, as Yjs relative positions; nowhere while the text has no focus. */

import { type EditorView, ViewPlugin, type ViewUpdate } from "@codemirror/view";
import type { Awareness } from "y-protocols/awareness";
import * as Y from "yjs";

class OwnCaret {
  readonly #text: Y.Text;
  readonly #awareness: Awareness;

  constructor(text: Y.Text, awareness: Awareness) {
    this.#text = text;
    this.#awareness = awareness;
  }

  update(update: ViewUpdate): void {
    if (update.selectionSet || update.docChanged || update.focusChanged) this.#tell(update.view);
  }

  #tell(view: EditorView): void {
    const { anchor, head } = view.state.selection.main;
    const relative = (position: number) => Y.createRelativePositionFromTypeIndex(this.#text, position);
    const cursor = view.hasFocus ? { anchor: relative(anchor), head: relative(head) } : null;
    const told = this.#awareness.getLocalState()?.["cursor"] ?? null;
    if (JSON.stringify(cursor) !== JSON.stringify(told)) this.#awareness.setLocalStateField("cursor", cursor);
  }
}

/** For the plugin to be after the one that brings changes into `text`. */
export const ownCaret = ViewPlugin.define(
  (_view, { text, awareness }: { readonly text: Y.Text; readonly awareness: Awareness }) =>
    new OwnCaret(text, awareness),
);
