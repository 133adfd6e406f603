/** Where the caret is and how many words there are, told after each change. */

import type { EditorState, Extension } from "@codemirror/state";
import { type EditorView, ViewPlugin, type ViewUpdate } from "@codemirror/view";
import type { TextFacts } from "../state/open-document.ts";
import { countWords, wordsGained, wordsIn } from "./word-count.ts";

/** When the words are counted, in milliseconds after the text is there: whoever opened it sees it first. */
const countAfterMs = 100;

/** How many selected UTF-16 code units are counted at each move. */
const mostSelected = 50_000;

class Facts {
  readonly #tell: (facts: TextFacts) => void;
  readonly #view: EditorView;
  /** Null until the text was counted; then without what changed since it was there. */
  #counted: number | null = null;
  #gained = 0;
  #told: TextFacts | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(view: EditorView, tell: (facts: TextFacts) => void) {
    this.#view = view;
    this.#tell = tell;
    const counting = countWords(view.state.doc);
    const goOn = (): void => {
      const step = counting.next();
      if (step.done === true) {
        this.#counted = step.value;
        this.#tellNews();
      } else this.#timer = setTimeout(goOn);
    };
    this.#timer = setTimeout(goOn, countAfterMs);
  }

  update({ docChanged, selectionSet, changes, startState, state }: ViewUpdate): void {
    if (docChanged) this.#gained += wordsGained(changes, startState.doc, state.doc);
    if (docChanged || selectionSet || this.#told === null) this.#tellNews();
  }

  destroy(): void {
    clearTimeout(this.#timer);
  }

  #tellNews(): void {
    const { doc, selection } = this.#view.state;
    const line = doc.lineAt(selection.main.head);
    const column = selection.main.head - line.from + 1;
    const words = this.#counted === null ? null : this.#counted + this.#gained;
    const facts = { line: line.number, column, words, characters: doc.length, selected: selectedIn(this.#view.state) };
    if (this.#told !== null && isSame(this.#told, facts)) return;
    this.#told = facts;
    this.#tell(facts);
  }
}

function selectedIn({ doc, selection: { ranges } }: EditorState): TextFacts["selected"] {
  const characters = ranges.reduce((sum, { from, to }) => sum + to - from, 0);
  if (characters === 0 && ranges.length === 1) return null;
  const isCounted = characters <= mostSelected;
  const words = ranges.reduce((sum, { from, to }) => sum + (isCounted ? wordsIn(doc.sliceString(from, to)) : 0), 0);
  return { words: isCounted ? words : null, characters, ranges: ranges.length };
}

function isSame(one: TextFacts, other: TextFacts): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

const factsPlugin = ViewPlugin.define((view, tell: (facts: TextFacts) => void) => new Facts(view, tell));

/** Calls `tell` with the facts, at the first update and then whenever they change. */
export function textFacts(tell: (facts: TextFacts) => void): Extension {
  return factsPlugin.of(tell);
}
