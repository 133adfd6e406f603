/** Where the caret is and how many words there are, told after each change. */

import type { Extension, Text } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import type { TextFacts } from "../state/open-document.ts";

/** How long typing must pause before the words are counted again; the caret's place is told at once. */
const countAfterMs = 250;

/** Number of words in `text`: runs of letters, digits, apostrophes and hyphens. */
function countWords(text: Text): number {
  let words = 0;
  for (const chunk of text.iter()) words += chunk.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)?.length ?? 0;
  return words;
}

/** Calls `tell` with the facts, at once and then whenever they change. */
export function textFacts(tell: (facts: TextFacts) => void): Extension {
  let words: number | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  return EditorView.updateListener.of(({ state, docChanged, selectionSet }) => {
    const tellNow = (): void => {
      words ??= countWords(state.doc);
      const { head } = state.selection.main;
      const line = state.doc.lineAt(head);
      tell({ line: line.number, column: head - line.from + 1, words });
    };
    if (docChanged) {
      clearTimeout(timer);
      timer = setTimeout(() => {
        words = undefined;
        tellNow();
      }, countAfterMs);
    }
    if (docChanged || selectionSet || words === undefined) tellNow();
  });
}
