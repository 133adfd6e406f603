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
    return this.#isSameFlag(other) && this.#place.eq(other.#place);
  }

  draw(): HTMLElement {
    const { name, hue, movedAt } = this.#caret;
    const element = document.createElement("div");
    element.className = `remote-caret hue-${hue}`;
    element.dataset["name"] = name;
    // A caret that is drawn anew because one scrolled goes on fading from where it was.
    element.style.setProperty("--flag-stays", `${flagMs - (performance.now() - movedAt)}ms`);
    this.#put(element);
    return element;
  }

  /** Moves the element that showed `previous`; false when it has to be drawn anew, as after a move of its person. */
  update(element: HTMLElement, previous: CaretMarker): boolean {
    if (!this.#isSameFlag(previous)) return false;
    this.#put(element);
    return true;
  }

  #put(element: HTMLElement): void {
    element.style.left = `${this.#place.left}px`;
    element.style.top = `${this.#place.top}px`;
    element.style.height = `${this.#place.height}px`;
  }

  #isSameFlag(marker: CaretMarker): boolean {
    const [one, other] = [this.#caret, marker.#caret];
    return (
      one.client === other.client && one.name === other.name && one.hue === other.hue && one.movedAt === other.movedAt
    );
  }
}
