/** Tells the others where one's own caret is, as Yjs relative positions; nowhere while the text has no focus. */

import { type EditorView, ViewPlugin, type ViewUpdate } from "@codemirror/view";
import type { Awareness } from "y-protocols/awareness";
import * as Y from "yjs";
import type { TextBinding } from "./text-binding.ts";

interface Sources {
  readonly text: Y.Text;
  readonly awareness: Awareness;
  /** What shows the text. */
  readonly binding: TextBinding;
}

class OwnCaret {
  readonly #text: Y.Text;
  readonly #awareness: Awareness;
  readonly #binding: TextBinding;

  constructor({ text, awareness, binding }: Sources) {
    this.#text = text;
    this.#awareness = awareness;
    this.#binding = binding;
  }

  update(update: ViewUpdate): void {
    if (update.selectionSet || update.docChanged || update.focusChanged) this.#tell(update.view);
  }

  #tell(view: EditorView): void {
    const { anchor, head } = view.state.selection.main;
    const relative = (position: number) =>
      Y.createRelativePositionFromTypeIndex(this.#text, this.#binding.writtenAt(position));
    const cursor = view.hasFocus ? { anchor: relative(anchor), head: relative(head) } : null;
    const told = this.#awareness.getLocalState()?.["cursor"] ?? null;
    if (JSON.stringify(cursor) !== JSON.stringify(told)) this.#awareness.setLocalStateField("cursor", cursor);
  }
}

/** For the plugin to be after the one that brings changes into `text`. */
export const ownCaret = ViewPlugin.define((_view, sources: Sources) => new OwnCaret(sources));
