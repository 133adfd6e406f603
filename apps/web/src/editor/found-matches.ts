/** What an expression matched in a text, followed through what is changed in that text since. Knows no search. */

import type { ChangeDesc } from "@codemirror/state";

export interface Match {
  readonly from: number;
  readonly to: number;
  /** Whether something was changed in it or at its border: it may be none any more. */
  readonly isTouched: boolean;
}

export class FoundMatches {
  /** Whether these are all that there are. */
  readonly isAll: boolean;
  readonly #positions: Uint32Array;
  readonly #changes: ChangeDesc | null;

  /** `positions`: where each begins and ends, in their order. `changes`: those since, if there were any. */
  constructor(positions: Uint32Array, isAll: boolean, changes: ChangeDesc | null = null) {
    this.#positions = positions;
    this.isAll = isAll;
    this.#changes = changes;
  }

  get count(): number {
    return this.#positions.length / 2;
  }

  /** The same in the text as `changes` leave it. */
  follow(changes: ChangeDesc): FoundMatches {
    const since = this.#changes === null ? changes : this.#changes.composeDesc(changes);
    return new FoundMatches(this.#positions, this.isAll, since);
  }

  /** The match at `index`; null when its text was deleted. */
  at(index: number): Match | null {
    const [from, to] = [this.#positions[2 * index], this.#positions[2 * index + 1]];
    if (from === undefined || to === undefined) return null;
    if (this.#changes === null) return { from, to, isTouched: false };
    const now = { from: this.#changes.mapPos(from, 1), to: this.#changes.mapPos(to, -1) };
    const isGone = from < to ? now.from >= now.to : this.#changes.touchesRange(from, to) !== false;
    return isGone ? null : { ...now, isTouched: this.#changes.touchesRange(from, to) !== false };
  }

  /** Those of which something stands between `from` and `to`. */
  within(from: number, to: number): readonly Match[] {
    const matches: Match[] = [];
    for (let index = this.#firstFrom(from); index < this.count; index += 1) {
      const match = this.at(index);
      if (match === null || match.to < from) continue;
      if (match.from > to) break;
      matches.push(match);
    }
    return matches;
  }

  /** The first one behind what is selected from `from` to `to`, or else the first of all; null when there are none. */
  after(from: number, to: number): Match | null {
    return this.#walk(this.#firstFrom(to), 1, (match) => match.from >= to && !(match.from === from && match.to === to));
  }

  /** The last one before what is selected from `from` to `to`, or else the last of all. */
  before(from: number, to: number): Match | null {
    const last = this.#firstFrom(from) + 1;
    return this.#walk(last, -1, (match) => match.to <= from && !(match.from === from && match.to === to));
  }

  /** Which of them, from 1, begins at `from`; null when none does. */
  numberAt(from: number): number | null {
    for (let index = this.#firstFrom(from); index < this.count; index += 1) {
      const match = this.at(index);
      if (match === null || match.from < from) continue;
      return match.from === from ? index + 1 : null;
    }
    return null;
  }

  /** The first that `isWanted` from `start` on, in the direction of `step`, or else the first from the other end. */
  #walk(start: number, step: 1 | -1, isWanted: (match: Match) => boolean): Match | null {
    for (let index = Math.min(start, this.count - 1); index >= 0 && index < this.count; index += step) {
      const match = this.at(index);
      if (match !== null && isWanted(match)) return match;
    }
    for (let index = step === 1 ? 0 : this.count - 1; index >= 0 && index < this.count; index += step) {
      const match = this.at(index);
      if (match !== null) return match;
    }
    return null;
  }

  /** The index of one such that all before it end before `position`; the next one that does not is not far. */
  #firstFrom(position: number): number {
    const then = this.#changes === null ? position : this.#changes.invertedDesc.mapPos(position, -1);
    let [low, high] = [0, this.count];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#positions[2 * middle + 1] ?? 0) < then) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
