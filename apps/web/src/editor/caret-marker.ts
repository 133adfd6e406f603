/**
 * One remote caret: a bar in its person's hue, with a name flag that shows while it moves and then fades. Drawn in a
 * layer over the text, so that whoever selects, copies or reads the text finds nothing of it there.
 */

import { EditorSelection } from "@codemirror/state";
import { type EditorView, type LayerMarker, RectangleMarker } from "@codemirror/view";

/** How long the flag stays after a move, in milliseconds. */
const flagMs = 2_000;

export interface Caret {
  /** The Yjs client id. */
  readonly client: number;
  readonly name: string;
  readonly hue: number;
  /** UTF-16 positions in the text. */
  readonly anchor: number;
  readonly head: number;
  /** When the person last moved it, as `performance.now()` told. */
  readonly movedAt: number;
}

/** What takes each flag down; by timers, because an animation that begins anew at each move costs a frame each. */
const flagTimers = new WeakMap<HTMLElement, ReturnType<typeof setTimeout>>();

export class CaretMarker implements LayerMarker {
  readonly #caret: Caret;
  readonly #place: RectangleMarker;

  private constructor(caret: Caret, place: RectangleMarker) {
    this.#caret = caret;
    this.#place = place;
  }

  /** The marker where the caret stands in the view; none when that is outside of what is drawn. */
  static at(view: EditorView, caret: Caret): readonly CaretMarker[] {
    const range = EditorSelection.cursor(caret.head, caret.head > caret.anchor ? -1 : 1);
    return RectangleMarker.forRange(view, "", range).map((place) => new CaretMarker(caret, place));
  }

  eq(other: CaretMarker): boolean {
    return this.#isOfSame(other) && this.#caret.movedAt === other.#caret.movedAt && this.#place.eq(other.#place);
  }

  draw(): HTMLElement {
    const { name, hue } = this.#caret;
    const element = document.createElement("div");
    element.className = `remote-caret hue-${hue}`;
    element.dataset["name"] = name;
    this.#put(element);
    this.#raiseFlag(element);
    return element;
  }

  /** Moves the element that showed `previous`; false when it has to be drawn anew, being another's. */
  update(element: HTMLElement, previous: CaretMarker): boolean {
    if (!this.#isOfSame(previous)) return false;
    this.#put(element);
    if (this.#caret.movedAt !== previous.#caret.movedAt) this.#raiseFlag(element);
    return true;
  }

  #put(element: HTMLElement): void {
    element.style.left = `${this.#place.left}px`;
    element.style.top = `${this.#place.top}px`;
    element.style.height = `${this.#place.height}px`;
  }

  /** A caret that is drawn anew because one scrolled keeps its flag no longer than it would have. */
  #raiseFlag(element: HTMLElement): void {
    const staysMs = flagMs - (performance.now() - this.#caret.movedAt);
    clearTimeout(flagTimers.get(element));
    element.classList.toggle("is-still", staysMs <= 0);
    if (staysMs > 0)
      flagTimers.set(
        element,
        setTimeout(() => element.classList.add("is-still"), staysMs),
      );
  }

  #isOfSame(marker: CaretMarker): boolean {
    const [one, other] = [this.#caret, marker.#caret];
    return one.client === other.client && one.name === other.name && one.hue === other.hue;
  }
}
