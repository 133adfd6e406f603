/** What one edits with beyond typing: keys, brackets, folding, search, completion. Loaded once the text is on the screen. */

import { closeBrackets, closeBracketsKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, indentWithTab } from "@codemirror/commands";
import { bracketMatching, indentOnInput, syntaxHighlighting } from "@codemirror/language";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import { Compartment, type Extension } from "@codemirror/state";
import { type EditorView, keymap } from "@codemirror/view";
import { effect, type Signal } from "@preact/signals-core";
import type { Indentation } from "../state/indentation.ts";
import type { OpenDocument } from "../state/open-document.ts";
import { preferences } from "../state/preferences.ts";
import { rest } from "../words/words.ts";
import { commandKeys, registerEditing } from "./editing-commands.ts";
import { expressionMarks } from "./expression-marks.ts";
import { findingExpressions } from "./find-expression.ts";
import { findPanel } from "./find-panel.tsx";
import { folding } from "./folding.ts";
import { highlighting } from "./highlighting.ts";
import { followKeymap, keymapPlace } from "./keymap-choice.ts";
import { phrases } from "./phrases.ts";
import { followIndentation, indentationPlace } from "./text-indentation.ts";
import { wordCompletion } from "./word-completion.ts";

const preferred = new Compartment();

/** What of it follows from a preference. */
function preferredExtension(): Extension {
  return [
    preferences.closeBrackets.value ? [closeBrackets(), keymap.of(closeBracketsKeymap)] : [],
    wordCompletion(preferences.completion.value),
  ];
}

function extension(indentation: Indentation): Extension {
  return [
    keymapPlace,
    indentationPlace(indentation),
    indentOnInput(),
    bracketMatching(),
    folding,
    highlightSelectionMatches(),
    search({ top: true, createPanel: findPanel }),
    findingExpressions,
    expressionMarks,
    syntaxHighlighting(highlighting),
    preferred.of(preferredExtension()),
    // Escape and then Tab leaves the text, as CodeMirror has it.
    keymap.of([...commandKeys, ...searchKeymap, ...defaultKeymap, indentWithTab]),
  ];
}

/** Gives `view` all of it through `put`, and has it follow the preferences; what is returned stops that. */
export function beginEditing(
  view: EditorView,
  opened: OpenDocument,
  indentation: Signal<Indentation>,
  put: (extension: Extension) => void,
): () => void {
  Object.assign(phrases, rest().editing.phrases);
  put(extension(indentation.peek()));
  let isFirst = true;
  const stops = [
    registerEditing(view),
    followIndentation(view, indentation, opened.beginning),
    followKeymap(view),
    effect(() => {
      const wanted = preferredExtension();
      if (!isFirst) view.dispatch({ effects: preferred.reconfigure(wanted) });
      isFirst = false;
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
