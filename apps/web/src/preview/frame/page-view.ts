/** The pieces that are shown, exchanged one by one so that what did not change stays: its pictures, its place, its focus. */

import type { Piece, PieceChange } from "../messages.ts";

/** How long pieces are put in at once: the page that one types on may share this thread. */
const sliceMs = 8;

/** Of a page with more pieces only those are laid out that are near. */
const longPieces = 300;

export interface ShownPiece {
  readonly element: HTMLElement;
  readonly lines: number;
}

interface PageViewOptions {
  readonly root: HTMLElement;
  /** The content of a piece, safe to be shown. */
  contentOf(html: string): DocumentFragment;
  onAdded(element: HTMLElement): void;
  onRemoved(element: HTMLElement): void;
  /** Between two slices. */
  onPause(): void;
}

export class PageView {
  readonly #options: PageViewOptions;
  readonly #pieces: ShownPiece[] = [];

  constructor(options: PageViewOptions) {
    this.#options = options;
  }

  get pieces(): readonly ShownPiece[] {
    return this.#pieces;
  }

  /**
   * Makes the changes, in slices; what the reader reads stays where it is, and nobody sees the old piece beside the one
   * that it is exchanged for.
   */
  async show(changes: readonly PieceChange[]): Promise<void> {
    let at = 0;
    let exchanged = 0;
    let sliceEnd = performance.now() + sliceMs;
    let anchor = new Anchor(this.#pieces);
    this.#options.root.classList.toggle("is-long", this.#pieces.length + growthOf(changes) > longPieces);
    for (const [index, change] of changes.entries()) {
      if ("keep" in change) at += change.keep;
      else if ("lines" in change) {
        const piece = this.#pieces[at];
        if (piece !== undefined) this.#pieces[at] = { ...piece, lines: change.lines };
        at += 1;
      } else if ("remove" in change) {
        this.#remove(at, change.remove - exchanged);
        exchanged = 0;
      } else {
        const next = changes[index + 1];
        exchanged = next !== undefined && "remove" in next ? Math.min(change.insert.length, next.remove) : 0;
        for (const [number, piece] of change.insert.entries()) {
          if (performance.now() >= sliceEnd) {
            anchor.restore();
            this.#options.onPause();
            await new Promise((resume) => setTimeout(resume));
            sliceEnd = performance.now() + sliceMs;
            anchor = new Anchor(this.#pieces);
          }
          this.#insert(at, piece);
          at += 1;
          if (number < exchanged) this.#remove(at, 1);
        }
      }
    }
    anchor.restore();
  }

  #insert(at: number, piece: Piece): void {
    const element = this.#elementOf(piece);
    this.#options.root.insertBefore(element, this.#pieces[at]?.element ?? null);
    this.#pieces.splice(at, 0, { element, lines: piece.lines });
    this.#options.onAdded(element);
  }

  #remove(at: number, count: number): void {
    for (const { element } of this.#pieces.splice(at, count)) {
      this.#options.onRemoved(element);
      element.remove();
    }
  }

  #elementOf({ html }: Piece): HTMLElement {
    const element = document.createElement("div");
    element.className = "piece";
    element.append(this.#options.contentOf(html));
    return element;
  }
}

function growthOf(changes: readonly PieceChange[]): number {
  return changes.reduce((sum, change) => {
    if ("insert" in change) return sum + change.insert.length;
    return "remove" in change ? sum - change.remove : sum;
  }, 0);
}

/** What stands at the top of the window, and is to stay there while other pieces come and go. */
class Anchor {
  readonly #candidates: readonly { readonly element: HTMLElement; readonly top: number }[];

  constructor(pieces: readonly ShownPiece[]) {
    // Where it is at the top, it stays there. To ask costs a layout.
    const first = pieces.length === 0 || scrollY === 0 ? null : firstVisible(pieces);
    // The one at the top may be the one that is exchanged; those around it then say where it was.
    this.#candidates =
      first === null
        ? []
        : [first, first + 1, first - 1, first + 2]
            .flatMap((index) => pieces[index] ?? [])
            .map(({ element }) => ({ element, top: element.getBoundingClientRect().top }));
  }

  restore(): void {
    const kept = this.#candidates.find(({ element }) => element.isConnected);
    if (kept === undefined) return;
    const moved = kept.element.getBoundingClientRect().top - kept.top;
    if (Math.abs(moved) > 0.1) scrollBy({ top: moved, behavior: "instant" });
  }
}

/** The index of the first piece that reaches into the window, found in logarithmic time. */
export function firstVisible(pieces: readonly ShownPiece[]): number {
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pieces[middle]?.element.getBoundingClientRect().bottom ?? 0) > 0) high = middle;
    else low = middle + 1;
  }
  return low;
}
