/**
 * One remote caret: a bar in its person's hue, with a name that shows while it moves and then fades. Drawn in a layer
 * over the text, so that whoever selects, copies or reads the text finds nothing of it there.
 */

import { EditorSelection } from "@codemirror/state";
import { type EditorView, type LayerMarker, RectangleMarker } from "@codemirror/view";
import { type FlagPlace, type FlagRoom, flagHeight, placeFlags } from "./caret-flags.ts";
import type { Caret } from "./caret-positions.ts";

/** How long the name stays after a move, in milliseconds. */
const flagMs = 2_000;

/** What takes each name down; by timers, because an animation that begins anew at each move costs a frame each. */
const flagTimers = new WeakMap<HTMLElement, ReturnType<typeof setTimeout>>();

export class CaretMarker implements LayerMarker {
  readonly #caret: Caret;
  readonly #place: RectangleMarker;
  /** Null where it has no name to show. */
  readonly #flag: FlagPlace | null;
  /** Whether the name stays for as long as somebody points at it. */
  readonly #isPointedAt: boolean;

  private constructor(caret: Caret, place: RectangleMarker, flag: FlagPlace | null, isPointedAt: boolean) {
    this.#caret = caret;
    this.#place = place;
    this.#flag = flag;
    this.#isPointedAt = isPointedAt;
  }

  /** The markers of those `carets` that stand in what is drawn of the text. */
  static all(view: EditorView, carets: readonly Caret[], isPointedAt: (caret: Caret) => boolean): CaretMarker[] {
    const now = performance.now();
    const drawn = carets.flatMap((caret) =>
      placesOf(view, caret).map((place) => {
        const isPointed = isPointedAt(caret);
        return { caret, place, isPointed, isFlagged: isPointed || now - caret.movedAt < flagMs };
      }),
    );
    const flagged = drawn.filter(({ isFlagged }) => isFlagged);
    const flags = placeFlags(
      flagged.map(({ caret: { name }, place: { left, top, height } }) => ({ name, left, top, height })),
      roomIn(view),
    );
    return drawn.map((each) => {
      const flag = each.isFlagged ? (flags[flagged.indexOf(each)] ?? null) : null;
      return new CaretMarker(each.caret, each.place, flag, each.isPointed);
    });
  }

  eq(other: CaretMarker): boolean {
    return (
      this.#isOfSame(other) &&
      this.#caret.movedAt === other.#caret.movedAt &&
      this.#isPointedAt === other.#isPointedAt &&
      this.#place.eq(other.#place) &&
      this.#flag?.level === other.#flag?.level &&
      this.#flag?.isBelow === other.#flag?.isBelow &&
      this.#flag?.isInward === other.#flag?.isInward
    );
  }

  draw(): HTMLElement {
    const { client, name, hue } = this.#caret;
    const element = document.createElement("div");
    element.className = `remote-caret hue-${hue}`;
    element.dataset["name"] = name;
    element.dataset["client"] = String(client);
    this.#put(element);
    this.#raiseFlag(element);
    return element;
  }

  /** Moves the element that showed `previous`; false when it has to be drawn anew, being another's. */
  update(element: HTMLElement, previous: CaretMarker): boolean {
    if (!this.#isOfSame(previous)) return false;
    this.#put(element);
    this.#raiseFlag(element);
    return true;
  }

  #put(element: HTMLElement): void {
    element.style.left = `${this.#place.left}px`;
    element.style.top = `${this.#place.top}px`;
    element.style.height = `${this.#place.height}px`;
    // Without a place for its name, what is fading stays where it is.
    if (this.#flag === null) return;
    element.classList.toggle("is-below", this.#flag.isBelow);
    element.classList.toggle("is-inward", this.#flag.isInward);
    element.style.setProperty("--flag-shift", `${(this.#flag.level ?? 0) * flagHeight}px`);
  }

  /** A caret that is drawn anew because one scrolled keeps its name no longer than it would have. */
  #raiseFlag(element: HTMLElement): void {
    clearTimeout(flagTimers.get(element));
    const isShown = this.#flag !== null && this.#flag.level !== null;
    element.classList.toggle("is-still", !isShown);
    if (!isShown || this.#isPointedAt) return;
    const staysMs = Math.max(0, flagMs - (performance.now() - this.#caret.movedAt));
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

/** Where the caret stands in the view; nowhere when that is outside of what is drawn. */
function placesOf(view: EditorView, { anchor, head }: Caret): readonly RectangleMarker[] {
  if (head < view.viewport.from || head > view.viewport.to) return [];
  return RectangleMarker.forRange(view, "", EditorSelection.cursor(head, head > anchor ? -1 : 1));
}

/** Where names can be seen: not on the gutters, which stand before or behind the text as its direction is. */
function roomIn({ scrollDOM, contentDOM }: EditorView): FlagRoom {
  const { scrollLeft, scrollTop, clientWidth } = scrollDOM;
  const { offsetLeft, offsetWidth } = contentDOM;
  return {
    left: offsetLeft + scrollLeft,
    right: Math.min(offsetLeft + offsetWidth, scrollLeft + clientWidth),
    top: scrollTop,
  };
}
