/** How the text is indented: as it is already, until a person says otherwise on this page. */

import { indentUnit } from "@codemirror/language";
import { Compartment, EditorState, type Extension } from "@codemirror/state";
import type { EditorView } from "@codemirror/view";
import { effect, type ReadonlySignal, type Signal } from "@preact/signals-core";
import { type Indentation, indentationOf } from "../state/indentation.ts";

/** As much of the text is looked at, in UTF-16 code units. */
const lookedAt = 50_000;

const chosen = new Compartment();

function extensionFor({ isByTabs, columns }: Indentation): Extension {
  return [indentUnit.of(isByTabs ? "\t" : " ".repeat(columns)), EditorState.tabSize.of(columns)];
}

/** Where it goes, with what is there before anybody looked. */
export function indentationPlace(indentation: Indentation): Extension {
  return chosen.of(extensionFor(indentation));
}

/**
 * Has `view` follow `indentation`, and that the text, which is looked at again whenever `beginning` changes, until it
 * says something or a person has chosen. What is returned stops both.
 */
export function followIndentation(
  view: EditorView,
  indentation: Signal<Indentation>,
  beginning: ReadonlySignal<string>,
): () => void {
  const initial = indentation.peek();
  let isKnown = false;
  const stops = [
    effect(() => {
      void beginning.value;
      if (isKnown || indentation.peek() !== initial) return;
      const found = indentationOf(view.state.sliceDoc(0, lookedAt));
      if (found === null) return;
      isKnown = true;
      indentation.value = found;
    }),
    effect(() => {
      const { value } = indentation;
      if (value !== initial) view.dispatch({ effects: chosen.reconfigure(extensionFor(value)) });
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
