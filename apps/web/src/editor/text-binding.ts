/**
 * The tie between the text that CodeMirror shows and the document's: what one writes goes there, what others write comes
 * from there, and waits only where an input method is at work. Knows neither carets nor who others are.
 */

import { Annotation, type ChangeSet, type Extension, Transaction } from "@codemirror/state";
import { type EditorView, ViewPlugin, type ViewUpdate } from "@codemirror/view";
import type { Text, Transaction as TextTransaction, YTextEvent } from "yjs";
import { type Stretch, splitAround, writeOver } from "./held-changes.ts";
import { ReadingPlace } from "./reading-place.ts";
import { changesOf, writeInto } from "./text-changes.ts";

/** Marks what comes from the document: what others write, and what one takes back or does again. */
const fromDocument = Annotation.define<"others" | "own">();

/** How long after a composition CodeMirror still reads what it has left, in milliseconds: 50, and some to spare. */
const settleMs = 70;

interface BindingOptions {
  readonly text: Text;
  /** Called before one's own `transaction` is written. */
  onWrite(transaction: Transaction): void;
  /** Called with what others write, when it is shown. */
  onOthers(changes: ChangeSet): void;
  /** Whether a change with this origin is one's own, taken back or done again: that may move what one reads. */
  isOwnUndo(origin: unknown): boolean;
}

/** Ties one view to `text`; its own changes have the binding as their origin. */
export class TextBinding {
  readonly extension: Extension;
  readonly #text: Text;
  #bound: BoundView | null = null;

  constructor(options: BindingOptions) {
    this.#text = options.text;
    this.extension = ViewPlugin.define((view) => {
      this.#bound = new BoundView(view, options, this);
      return this.#bound;
    });
  }

  /** Where `index` of the document's text is shown. */
  shownAt(index: number): number {
    const held = this.#bound?.held ?? null;
    return held === null ? index : held.invertedDesc.mapPos(Math.min(index, this.#text.length), 1);
  }

  /** Which index of the document's text is shown at `position`. */
  writtenAt(position: number): number {
    return this.#bound?.held?.mapPos(position, -1) ?? position;
  }

  /** Shows what waits, whatever it waits for. */
  showHeld(): void {
    this.#bound?.showHeld();
  }

  /** Whether what is shown is the document's text, but for what waits, and what one writes there goes into it. */
  holds(): boolean {
    return this.#bound?.isWhole() ?? false;
  }

  /** To be called by what it has bound: the view is gone, or CodeMirror has taken the tie away because it failed. */
  release(bound: BoundView): void {
    if (this.#bound === bound) this.#bound = null;
  }
}

class BoundView {
  /** From the text that is shown to the document's; null while they are the same. */
  held: ChangeSet | null = null;
  readonly #view: EditorView;
  readonly #options: BindingOptions;
  readonly #origin: TextBinding;
  readonly #place: ReadingPlace;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #observer: (event: YTextEvent, transaction: TextTransaction) => void;

  constructor(view: EditorView, options: BindingOptions, origin: TextBinding) {
    this.#view = view;
    this.#options = options;
    this.#origin = origin;
    this.#place = new ReadingPlace(view);
    this.#observer = ({ delta }, transaction) => {
      if (transaction.origin === origin) return;
      const changes = changesOf(delta, options.text.length);
      this.#take(this.held?.compose(changes) ?? changes, options.isOwnUndo(transaction.origin));
    };
    options.text.observe(this.#observer);
  }

  update(update: ViewUpdate): void {
    const own = update.transactions.filter((transaction) => transaction.annotation(fromDocument) !== "others");
    this.#place.update(update, update.transactions.length > 0 && own.length === 0);
    for (const transaction of own) {
      if (transaction.docChanged && transaction.annotation(fromDocument) === undefined) this.#write(transaction);
    }
  }

  destroy(): void {
    clearTimeout(this.#timer);
    this.#options.text.unobserve(this.#observer);
    this.#origin.release(this);
  }

  isWhole(): boolean {
    const { length } = this.#view.state.doc;
    return (this.held?.newLength ?? length) === this.#options.text.length;
  }

  showHeld(): void {
    clearTimeout(this.#timer);
    const { held } = this;
    this.held = null;
    if (held !== null) this.#show(held, false);
  }

  /** Waits until what an input method has left is read, and for the next word, if that is begun meanwhile. */
  showHeldSoon(): void {
    if (this.held === null) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => (this.#view.composing ? this.showHeldSoon() : this.showHeld()), settleMs);
  }

  #take(changes: ChangeSet, isOwnUndo: boolean): void {
    const composed = this.#composed();
    if (composed === null) {
      this.held = null;
      clearTimeout(this.#timer);
      this.#show(changes, isOwnUndo);
      return;
    }
    const { now, held } = splitAround(changes, composed);
    this.held = held.empty ? null : held;
    this.#show(now, isOwnUndo);
    this.showHeldSoon();
  }

  /** The lines that an input method is at work in; null when none is. */
  #composed(): Stretch | null {
    const { compositionStarted, composing, state } = this.#view;
    // Also in the moment after its end, in which what it has left may not have been read.
    if (!compositionStarted && !composing && this.held === null) return null;
    const { from, to } = state.selection.main;
    return { from: state.doc.lineAt(from).from, to: state.doc.lineAt(to).to };
  }

  #show(changes: ChangeSet, isOwnUndo: boolean): void {
    if (changes.empty) return;
    if (!isOwnUndo) {
      this.#place.hold(changes);
      this.#options.onOthers(changes);
    }
    this.#view.dispatch({
      changes,
      annotations: [
        fromDocument.of(isOwnUndo ? "own" : "others"),
        Transaction.remote.of(!isOwnUndo),
        Transaction.addToHistory.of(false),
      ],
      // The document has it: what is shown must not be otherwise.
      filter: false,
    });
  }

  #write(transaction: Transaction): void {
    let { changes } = transaction;
    this.#options.onWrite(transaction);
    if (this.held !== null) {
      const { written, held } = writeOver(changes, this.held);
      changes = written;
      this.held = held;
    }
    const { text } = this.#options;
    text.doc?.transact(() => writeInto(text, changes), this.#origin);
  }
}
