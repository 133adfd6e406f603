/** Following an editor from outside, for as long as one looks. */

import { Compartment, StateEffect } from "@codemirror/state";
import { EditorView, type ViewUpdate } from "@codemirror/view";

/** Calls `listener` after each update of `view`, until what is returned is called. */
export function watchUpdates(view: EditorView, listener: (update: ViewUpdate) => void): () => void {
  const place = new Compartment();
  view.dispatch({ effects: StateEffect.appendConfig.of(place.of(EditorView.updateListener.of(listener))) });
  return () => view.dispatch({ effects: place.reconfigure([]) });
}
