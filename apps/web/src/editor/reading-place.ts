/**
 * Where one is reading stays where it is on the screen, whatever others write above it: the line with one's caret, or
 * one in the upper part of the window when that is not to be seen. CodeMirror keeps the topmost block by itself, but not
 * the middle of a long paragraph, not the end of the text, and not through several changes in one frame.
 */

import type { ChangeDesc } from "@codemirror/state";
import type { EditorView, Rect, ViewUpdate } from "@codemirror/view";

interface Place {
  /** Null: the caret, which goes where the selection goes. */
  readonly position: number | null;
  /** Its distance from the top of the window, in CSS pixels. */
  readonly top: number;
}

/** Less than this, in CSS pixels, is what scrolling by whole pixels leaves. */
const leastShift = 0.5;

/** Where one reads who has no caret in sight, as a part of the window's height. */
const readingHeight = 1 / 3;

export class ReadingPlace {
  readonly #view: EditorView;
  /** Stays the same while only others do something: each shift would else leave a part of a pixel, and all of them lines. */
  #place: Place | null = null;
  /** How the window was when the place was found or restored: if it is otherwise, one has scrolled or resized it. */
  #foundIn = "";
  #isHeld = false;

  constructor(view: EditorView) {
    this.#view = view;
  }

  /** To be called before `changes` of others are shown: what is read now is where it was when all of them are. */
  hold(changes: ChangeDesc): void {
    if (this.#isHeld) return;
    if (this.#place === null || this.#frame() !== this.#foundIn) this.#find();
    if (this.#place === null) return;
    if (!this.#isAtEnd() && !isBefore(changes, this.#positionOf(this.#place))) return;
    this.#isHeld = true;
    // After all that is taken in at once, and before it is drawn.
    queueMicrotask(() => this.#restore());
  }

  /** To be called at each update, with whether others alone have made it. */
  update({ changes, selectionSet, docChanged, focusChanged, transactions }: ViewUpdate, isOthers: boolean): void {
    const isReconfigured = transactions.some(({ reconfigured }) => reconfigured);
    if (!isOthers && (docChanged || selectionSet || focusChanged || isReconfigured)) {
      this.#place = null;
    } else if (docChanged && this.#place !== null && this.#place.position !== null) {
      // At the very beginning, what comes before it is what one looks at, too.
      const side = this.#place.position === 0 ? -1 : 1;
      this.#place = { ...this.#place, position: changes.mapPos(this.#place.position, side) };
    }
  }

  #find(): void {
    const { scrollDOM, contentDOM, state, hasFocus } = this.#view;
    const { top, bottom, height } = scrollDOM.getBoundingClientRect();
    this.#foundIn = this.#frame();
    const { main } = state.selection;
    const caret = hasFocus ? this.#rectAt(main.head, main.assoc) : null;
    if (caret !== null && caret.bottom > top && caret.top < bottom) {
      this.#place = { position: null, top: caret.top };
      return;
    }
    const { left } = contentDOM.getBoundingClientRect();
    for (const share of [readingHeight, 0]) {
      const y = top + 1 + height * share;
      const position = this.#view.posAtCoords({ x: left + 1, y }, false);
      const rect = this.#rectAt(position, 1);
      // Below the end of a short text, nobody reads.
      if (rect === null || (share > 0 && rect.bottom < y - rect.bottom + rect.top)) continue;
      this.#place = { position, top: rect.top };
      return;
    }
    this.#place = null;
  }

  #restore(): void {
    this.#isHeld = false;
    if (this.#place === null || !this.#view.dom.isConnected) return;
    const { scrollDOM } = this.#view;
    const { top } = this.#place;
    const position = this.#positionOf(this.#place);
    const side = this.#place.position === null ? this.#view.state.selection.main.assoc : 1;
    if (this.#rectAt(position, side) === null) {
      // So far off that it is not even drawn: near it first.
      scrollDOM.scrollTop += this.#view.documentTop + this.#view.lineBlockAt(position).top - top;
    }
    const shift = (this.#rectAt(position, side)?.top ?? top) - top;
    if (Math.abs(shift) > leastShift) scrollDOM.scrollTop += shift;
    this.#foundIn = this.#frame();
  }

  #frame(): string {
    const { scrollTop, clientWidth, clientHeight } = this.#view.scrollDOM;
    return `${scrollTop} ${clientWidth} ${clientHeight}`;
  }

  #positionOf({ position }: Place): number {
    return position ?? this.#view.state.selection.main.head;
  }

  #rectAt(position: number, side: number): Rect | null {
    return this.#view.coordsAtPos(position, side < 0 ? -1 : 1);
  }

  /** There, CodeMirror keeps the end in sight, so that what is written there pushes up what one reads. */
  #isAtEnd(): boolean {
    const { scrollTop, scrollHeight, clientHeight } = this.#view.scrollDOM;
    return scrollTop > 0 && scrollTop + clientHeight > scrollHeight - 2;
  }
}

function isBefore(changes: ChangeDesc, position: number): boolean {
  let first = Number.POSITIVE_INFINITY;
  changes.iterChangedRanges((from) => {
    first = Math.min(first, from);
  });
  return first <= position;
}
