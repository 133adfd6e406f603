/**
 * One's own caret blinks, by a timer: CodeMirror's animation has the browser draw sixty times a second for as long as
 * the text has the focus, and each letter then waits for its turn. For whom nothing is to move, it stands still.
 */

import type { Extension } from "@codemirror/state";
import { EditorView, ViewPlugin, type ViewUpdate } from "@codemirror/view";

/** How long the caret shows, and then does not, in milliseconds. */
const halfMs = 600;

const hidden = "caret-hidden";

class CaretBlink {
  readonly #dom: HTMLElement;
  #timer: ReturnType<typeof setInterval> | undefined;
  #movedAt = 0;
  readonly #reducedMotion = matchMedia("(prefers-reduced-motion: reduce)");

  constructor({ dom }: EditorView) {
    this.#dom = dom;
  }

  update({ focusChanged, selectionSet, view }: ViewUpdate): void {
    if (focusChanged || selectionSet) this.#begin(view.hasFocus);
  }

  destroy(): void {
    clearInterval(this.#timer);
  }

  /** A caret that has just moved shows first. The timer is not set anew: at each letter, that is felt. */
  #begin(isBlinking: boolean): void {
    this.#movedAt = performance.now();
    this.#dom.classList.remove(hidden);
    if (isBlinking && !this.#reducedMotion.matches) this.#timer ??= setInterval(() => this.#blink(), halfMs);
    else {
      clearInterval(this.#timer);
      this.#timer = undefined;
    }
  }

  #blink(): void {
    if (performance.now() - this.#movedAt >= halfMs) this.#dom.classList.toggle(hidden);
  }
}

/** For the caret that `drawSelection` draws. */
export const caretBlink: Extension = [
  ViewPlugin.fromClass(CaretBlink),
  EditorView.theme({
    // Against the names of animations that CodeMirror writes into the element at each move: each costs a frame.
    ".cm-cursorLayer": { animation: "none !important" },
    [`&.${hidden} .cm-cursorLayer`]: { visibility: "hidden" },
  }),
];
