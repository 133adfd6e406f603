/** Words of the document, offered while one types; calmly: nothing is put in that one did not point at. */

import {
  acceptCompletion,
  autocompletion,
  type CompletionSource,
  closeCompletion,
  completeAnyWord,
  completionStatus,
  moveCompletionSelection,
  startCompletion,
} from "@codemirror/autocomplete";
import { EditorState, type Extension, Prec } from "@codemirror/state";
import { type Command, keymap } from "@codemirror/view";

/** From how many letters on words are offered that nobody asked for. */
const leastLetters = 3;

/** Those within some ten thousand characters around the caret: a long text is not looked through at each letter. */
const wordsAround: CompletionSource = (context) => {
  const word = context.matchBefore(/[\p{L}\p{N}_]+/u);
  if (!context.explicit && (word === null || word.to - word.from < leastLetters)) return null;
  return completeAnyWord(context);
};

/** Takes the word that is pointed at, or the first. */
const accept: Command = (view) => {
  if (completionStatus(view.state) !== "active") return false;
  return acceptCompletion(view) || (moveCompletionSelection(true)(view) && acceptCompletion(view));
};

/** `isOffered`: without being asked for, too. */
export function wordCompletion(isOffered: boolean): Extension {
  return [
    // So that Enter stays a new line until one has pointed at a word.
    autocompletion({
      activateOnTyping: isOffered,
      selectOnOpen: false,
      icons: false,
      defaultKeymap: false,
      interactionDelay: 0,
    }),
    EditorState.languageData.of(() => [{ autocomplete: wordsAround }]),
    Prec.highest(
      keymap.of([
        { key: "Ctrl-Space", run: startCompletion },
        { key: "Escape", run: closeCompletion },
        { key: "ArrowDown", run: moveCompletionSelection(true) },
        { key: "ArrowUp", run: moveCompletionSelection(false) },
        { key: "PageDown", run: moveCompletionSelection(true, "page") },
        { key: "PageUp", run: moveCompletionSelection(false, "page") },
        { key: "Enter", run: acceptCompletion },
        { key: "Tab", run: accept },
      ]),
    ),
  ];
}
