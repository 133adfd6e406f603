/** The editor: CodeMirror 6 over the document's text. Knows no bar and no dialog. */

import { Compartment, EditorState } from "@codemirror/state";
import {
  crosshairCursor,
  drawSelection,
  dropCursor,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  highlightSpecialChars,
  lineNumbers,
  rectangularSelection,
} from "@codemirror/view";
import { effect, untracked } from "@preact/signals-core";
import { normalizeText } from "@samepage/document";
import type { OpenDocument } from "../state/open-document.ts";
import { withRest, words } from "../words/words.ts";
import { acceptedText } from "./accepted-text.ts";
import { caretBlink } from "./caret-blink.ts";
import { lineDirection } from "./line-direction.ts";
import { onceShown } from "./once-shown.ts";
import { OwnUndo } from "./own-undo.ts";
import { remoteCarets } from "./remote-carets.ts";
import { styleNonce } from "./style-nonce.ts";
import { TextBinding } from "./text-binding.ts";
import { textFacts } from "./text-facts.ts";
import { theme } from "./theme.ts";

export interface Editor {
  /** For the parts that read the text and the scroll position, or change the text as a person would. */
  readonly view: EditorView;
  focus(): void;
  setLanguage(language: string): Promise<void>;
  setReadOnly(isReadOnly: boolean): void;
  destroy(): void;
}

const readOnly = (isReadOnly: boolean) => [
  EditorState.readOnly.of(isReadOnly),
  EditorView.editable.of(!isReadOnly),
  // What is not editable gets no focus by itself, and so could not be scrolled, searched and copied by keyboard. What is
  // does; it says so too for programs that look for it.
  EditorView.contentAttributes.of({ tabindex: "0" }),
];

/** Puts an editor for the document's text into `parent`. Undo takes back one's own edits only. */
export function mountEditor(parent: HTMLElement, opened: OpenDocument): Editor {
  const { connection, facts } = opened;
  const { text, awareness } = connection;
  const binding: TextBinding = new TextBinding({
    text,
    onWrite: (transaction) => undo.write(transaction),
    onOthers: (changes) => undo.move(changes),
    isOwnUndo: (origin) => undo.isOrigin(origin),
  });
  const undo: OwnUndo = new OwnUndo(text, binding);
  const language = new Compartment();
  const permission = new Compartment();
  const later = new Compartment();
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: text.toString(),
      extensions: [
        lineNumbers(),
        highlightActiveLineGutter(),
        highlightSpecialChars(),
        drawSelection(),
        caretBlink,
        dropCursor(),
        EditorState.allowMultipleSelections.of(true),
        rectangularSelection(),
        crosshairCursor(),
        highlightActiveLine(),
        EditorView.lineWrapping,
        lineDirection,
        EditorView.cspNonce.of(styleNonce()),
        EditorView.clipboardInputFilter.of(normalizeText),
        acceptedText(() => connection.limits.value.textLength, opened.tellTooLong),
        EditorView.contentAttributes.of(() => ({
          "aria-label": words().text.name,
          spellcheck: "true",
          autocapitalize: "sentences",
        })),
        undo.extension,
        later.of([]),
        language.of([]),
        permission.of(readOnly(!opened.mayWrite.peek())),
        theme,
        binding.extension,
        remoteCarets(connection.doc, { text, awareness, binding }),
        textFacts((news) => {
          facts.value = news;
        }),
      ],
    }),
  });
  let isSpoken = false;
  const stopSpeaking = effect(() => {
    words();
    // The name of the text follows the language. Anew for nothing, it would hold up the first frame with the text.
    if (isSpoken) untracked(() => view.dispatch({}));
    isSpoken = true;
  });
  const stopLoading = onceShown(
    () => import("./editing.ts"),
    ({ editing }) => view.dispatch({ effects: later.reconfigure(editing()) }),
  );
  return {
    view,
    focus: () => view.focus(),
    async setLanguage(name) {
      // The text is there before its colours: a language is loaded only when it is needed.
      const support = name === "markdown" ? (await withRest(() => import("./markdown.ts"))).markdownSupport : [];
      view.dispatch({ effects: language.reconfigure(support) });
    },
    setReadOnly(isReadOnly) {
      // Anew for nothing, it would hold up the first frame with the text.
      if (view.state.readOnly === isReadOnly) return;
      view.dispatch({ effects: permission.reconfigure(readOnly(isReadOnly)) });
    },
    destroy: () => {
      stopSpeaking();
      stopLoading();
      view.destroy();
      undo.destroy();
    },
  };
}
