/** How often what is searched for stands in the text, and which of them is selected; counted in slices. Knows no panel. */

import type { SearchQuery } from "@codemirror/search";
import type { EditorState } from "@codemirror/state";

/** For how long is counted at a stretch, in milliseconds. */
const sliceMs = 8;

/** More are not counted. */
export const mostMatches = 100_000;

export class MatchCount {
  readonly #tell: (matches: readonly number[]) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `tell` is called with where each match begins, in their order, when all are found. */
  constructor(tell: (matches: readonly number[]) => void) {
    this.#tell = tell;
  }

  /** Counts anew, `afterMs` from now. What was being counted is given up. */
  count(query: SearchQuery, state: EditorState, afterMs = 0): void {
    clearTimeout(this.#timer);
    if (!query.valid) {
      this.#tell([]);
      return;
    }
    const cursor = query.getCursor(state);
    const found: number[] = [];
    const goOn = (): void => {
      const until = performance.now() + sliceMs;
      while (performance.now() < until && found.length < mostMatches) {
        const next = cursor.next();
        if (next.done === true) {
          this.#tell(found);
          return;
        }
        found.push(next.value.from);
      }
      if (found.length >= mostMatches) this.#tell(found);
      else this.#timer = setTimeout(goOn);
    };
    this.#timer = setTimeout(goOn, afterMs);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}

/** Which of `matches`, in their order, begins at `position`, from 1; null when none does. */
export function matchAt(matches: readonly number[], position: number): number | null {
  let [low, high] = [0, matches.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const at = matches[middle] ?? 0;
    if (at === position) return middle + 1;
    if (at < position) low = middle + 1;
    else high = middle - 1;
  }
  return null;
}
