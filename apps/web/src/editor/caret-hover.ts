/** Which carets the pointer is near to, so that they say whose they are. Knows no name and no colour. */

import { type EditorView, type PluginValue, ViewPlugin } from "@codemirror/view";

/** How near, in CSS pixels: a caret is two pixels wide, and no hand points so exactly. */
const nearPx = 10;

class CaretHover implements PluginValue {
  readonly #view: EditorView;
  readonly #tell: (clients: readonly number[]) => void;
  #frame: number | undefined;

  constructor(view: EditorView, tell: (clients: readonly number[]) => void) {
    this.#view = view;
    this.#tell = tell;
    for (const kind of ["pointermove", "pointerdown"] as const)
      view.scrollDOM.addEventListener(kind, this.#meet, { passive: true });
    view.scrollDOM.addEventListener("pointerleave", this.#leave);
  }

  destroy(): void {
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
    for (const kind of ["pointermove", "pointerdown"] as const)
      this.#view.scrollDOM.removeEventListener(kind, this.#meet);
    this.#view.scrollDOM.removeEventListener("pointerleave", this.#leave);
  }

  readonly #meet = ({ clientX, clientY }: PointerEvent): void => {
    this.#frame ??= requestAnimationFrame(() => {
      this.#frame = undefined;
      this.#tell(clientsNear(this.#view.scrollDOM, clientX, clientY));
    });
  };

  readonly #leave = (): void => this.#tell([]);
}

function clientsNear(scroller: HTMLElement, x: number, y: number): readonly number[] {
  const near: number[] = [];
  for (const caret of scroller.querySelectorAll<HTMLElement>(".remote-caret")) {
    const { left, right, top, bottom } = caret.getBoundingClientRect();
    const isNear = x >= left - nearPx && x <= right + nearPx && y >= top && y <= bottom;
    if (isNear) near.push(Number(caret.dataset["client"]));
  }
  return near;
}

/** Calls `tell` with the clients whose carets the pointer is near to, whenever it moves. */
export const caretHover = ViewPlugin.define(
  (view, tell: (clients: readonly number[]) => void) => new CaretHover(view, tell),
);
