/** The editor: CodeMirror 6 over the document's text. Knows no bar and no dialog. */

import { Compartment, EditorState, type Extension } from "@codemirror/state";
import {
  crosshairCursor,
  drawSelection,
  dropCursor,
  EditorView,
  highlightActiveLine,
  rectangularSelection,
} from "@codemirror/view";
import { effect, type Signal, signal, untracked } from "@preact/signals-core";
import { normalizeText } from "@samepage/document";
import type { Indentation } from "../state/indentation.ts";
import type { OpenDocument } from "../state/open-document.ts";
import { withRest, words } from "../words/words.ts";
import { acceptedText } from "./accepted-text.ts";
import { appearanceOf } from "./appearance.ts";
import { caretBlink } from "./caret-blink.ts";
import { invisibleCharacters } from "./invisible-characters.ts";
import { onceShown } from "./once-shown.ts";
import { OwnUndo } from "./own-undo.ts";
import { phrases } from "./phrases.ts";
import { remoteCarets } from "./remote-carets.ts";
import { styleNonce } from "./style-nonce.ts";
import { TextBinding } from "./text-binding.ts";
import { textFacts } from "./text-facts.ts";
import { theme } from "./theme.ts";

export interface Editor {
  /** For the parts that read the text and the scroll position, or change the text as a person would. */
  readonly view: EditorView;
  /** How what one indents is indented; as the text is, until somebody sets it. */
  readonly indentation: Signal<Indentation>;
  focus(): void;
  setReadOnly(isReadOnly: boolean): void;
  /** Whether it shows the document's text, and writes into it what one writes; false when it has failed. */
  isTied(): boolean;
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
  const { connection, facts, language } = opened;
  const { text, awareness } = connection;
  const binding: TextBinding = new TextBinding({
    text,
    onWrite: (transaction) => undo.write(transaction),
    onOthers: (changes) => undo.move(changes),
    isOwnUndo: (origin) => undo.isOrigin(origin),
  });
  const undo: OwnUndo = new OwnUndo(text, binding);
  const indentation = signal<Indentation>({ isByTabs: false, columns: 2 });
  const [grammar, permission, later, shown] = [
    new Compartment(),
    new Compartment(),
    new Compartment(),
    new Compartment(),
  ];
  let appearance = appearanceOf(language.peek(), words().text.name);
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: text.toString(),
      extensions: [
        shown.of(appearance.extension),
        invisibleCharacters,
        drawSelection(),
        caretBlink,
        dropCursor(),
        EditorState.allowMultipleSelections.of(true),
        rectangularSelection(),
        crosshairCursor(),
        highlightActiveLine(),
        EditorState.phrases.of(phrases),
        EditorView.cspNonce.of(styleNonce()),
        // CodeMirror takes a part that failed away and goes on: whoever watches the page has to hear of it.
        EditorView.exceptionSink.of(reportError),
        EditorView.clipboardInputFilter.of(normalizeText),
        acceptedText(() => connection.limits.value.textLength, opened.tellTooLong),
        later.of([]),
        undo.extension,
        grammar.of([]),
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
  // What is read meanwhile is no reason to put it there again.
  const put = (place: Compartment) => (extension: Extension) =>
    untracked(() => view.dispatch({ effects: place.reconfigure(extension) }));
  const stops = [
    effect(() => {
      const wanted = appearanceOf(language.value, words().text.name);
      if (wanted.key !== appearance.key) put(shown)(wanted.extension);
      appearance = wanted;
    }),
    // The text is there before its colours and its tools.
    onceShown(
      () => withRest(() => import("./editing.ts")),
      ({ beginEditing }) => stops.push(beginEditing(view, opened, indentation, put(later))),
    ),
    onceShown(
      () => import("./languages.ts"),
      ({ followLanguage }) => stops.push(followLanguage(opened, put(grammar))),
    ),
  ];
  return {
    view,
    indentation,
    focus: () => view.focus(),
    setReadOnly(isReadOnly) {
      // Anew for nothing, it would hold up the first frame with the text.
      if (view.state.readOnly !== isReadOnly) put(permission)(readOnly(isReadOnly));
    },
    isTied: () => view.contentDOM.isConnected && binding.holds(),
    destroy: () => {
      for (const stop of stops) stop();
      view.destroy();
      undo.destroy();
    },
  };
}
