/**
 * Keeps the caret of whoever one follows in view, until one writes, moves or scrolls oneself. Knows neither who that is
 * nor how it is said.
 */

import { EditorView, type PluginValue, ViewPlugin, type ViewUpdate } from "@codemirror/view";
import { caretsIn, isCaretNews } from "./remote-carets.ts";

export interface Following {
  /** The key of the person; null when nobody is followed. */
  followed(): string | null;
  /** One did something oneself. */
  stop(): void;
}

/** So much of the height above and below is too near to the edge to read what comes next. */
const edgePart = 0.15;

const ownDoings = ["input", "delete", "move", "select", "undo", "redo"];

class FollowCaret implements PluginValue {
  readonly #view: EditorView;
  readonly #following: Following;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(view: EditorView, following: Following) {
    this.#view = view;
    this.#following = following;
    for (const kind of ["wheel", "touchmove"] as const)
      view.scrollDOM.addEventListener(kind, this.#stop, { passive: true });
    view.scrollDOM.addEventListener("pointerdown", this.#meetPointer);
    view.dom.ownerDocument.addEventListener("keydown", this.#meetKey);
  }

  update({ docChanged, geometryChanged, transactions }: ViewUpdate): void {
    if (this.#following.followed() === null) return;
    const isOwn = transactions.some((each) => ownDoings.some((doing) => each.isUserEvent(doing)));
    if (isOwn) this.#stopSoon();
    else if (docChanged || geometryChanged || transactions.some(isCaretNews)) this.bringSoon();
  }

  destroy(): void {
    clearTimeout(this.#timer);
    for (const kind of ["wheel", "touchmove"] as const) this.#view.scrollDOM.removeEventListener(kind, this.#stop);
    this.#view.scrollDOM.removeEventListener("pointerdown", this.#meetPointer);
    this.#view.dom.ownerDocument.removeEventListener("keydown", this.#meetKey);
  }

  /** Not in the middle of an update, where nothing may be changed. */
  bringSoon(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#bring();
    });
  }

  #bring(): void {
    const key = this.#following.followed();
    const [caret] = caretsIn(this.#view)
      .filter((each) => each.key === key)
      .sort((one, other) => other.movedAt - one.movedAt);
    if (caret === undefined) return;
    const { scrollDOM, documentPadding } = this.#view;
    const { top, bottom } = this.#view.lineBlockAt(caret.head);
    const edge = scrollDOM.clientHeight * edgePart;
    const isInView =
      top + documentPadding.top >= scrollDOM.scrollTop + Math.min(edge, scrollDOM.scrollTop) &&
      bottom + documentPadding.top <= scrollDOM.scrollTop + scrollDOM.clientHeight - edge;
    if (!isInView) this.#view.dispatch({ effects: EditorView.scrollIntoView(caret.head, { y: "center" }) });
  }

  readonly #stop = (): void => {
    if (this.#following.followed() !== null) this.#following.stop();
  };

  /** What listens to it may draw, which has to wait for the end of the update. */
  #stopSoon(): void {
    setTimeout(this.#stop);
  }

  /** Whoever takes the scroll bar scrolls. */
  readonly #meetPointer = ({ target }: PointerEvent): void => {
    if (target === this.#view.scrollDOM) this.#stop();
  };

  readonly #meetKey = ({ key }: KeyboardEvent): void => {
    if (key === "Escape") this.#stop();
  };
}

export const followCaret = ViewPlugin.define((view, following: Following) => new FollowCaret(view, following));
