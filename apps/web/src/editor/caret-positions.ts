/**
 * Where everybody else's caret is. What a peer told is looked up in the Yjs document once, which takes the longer the
 * more was ever written; from then on the place moves with the text, as CodeMirror maps any position.
 */

import type { ChangeDesc } from "@codemirror/state";
import type * as Y from "yjs";
import { personOf } from "../state/people.ts";
import { isLetterGone, toldPosition } from "./told-position.ts";

/** One client's caret. */
export interface Caret {
  /** The Yjs client id. */
  readonly client: number;
  /** Whose it is; tabs of one person share it. */
  readonly key: string;
  readonly name: string;
  readonly hue: number;
  /** UTF-16 positions in the text. */
  readonly anchor: number;
  readonly head: number;
  /** When the person last moved it, by writing too, as `performance.now()` told. */
  readonly movedAt: number;
  /** When the person last wrote; -Infinity while one has not seen it. */
  readonly wroteAt: number;
}

interface Told {
  /** What the peer told, and that as a string: two are the same place when these are. */
  readonly cursor: object;
  readonly stamp: string;
  readonly who: Pick<Caret, "key" | "name" | "hue">;
  /** Null while it is nowhere in the text: what it refers to may be on its way. */
  place: { readonly anchor: number; readonly head: number } | null;
  movedAt: number;
}

export class CaretPositions {
  readonly #text: Y.Text;
  readonly #shownAt: (index: number) => number;
  readonly #told = new Map<number, Told>();
  /** When each client last wrote: who has just come may be heard of later than what they write. */
  readonly #wroteAt = new Map<number, number>();

  /** `shownAt`: where an index of `text` is shown, if the text that is shown is not the same all the time. */
  constructor(text: Y.Text, shownAt = (index: number): number => index) {
    this.#text = text;
    this.#shownAt = shownAt;
  }

  /** Takes what `client` shows now; without a caret in it, it is forgotten. */
  hear(client: number, state: Readonly<Record<string, unknown>> | undefined, now: number): void {
    const cursor: unknown = state?.["cursor"];
    if (typeof cursor !== "object" || cursor === null || !("anchor" in cursor && "head" in cursor)) {
      this.#told.delete(client);
      return;
    }
    const who = personOf(client, state);
    const stamp = JSON.stringify(cursor);
    const known = this.#told.get(client);
    if (known?.stamp === stamp) this.#told.set(client, { ...known, who });
    else this.#told.set(client, { cursor, stamp, who, place: null, movedAt: now });
  }

  /**
   * Takes the carets along with `changes` of the text. `authors` are the clients that put something in, null when one
   * changed it oneself. Nobody says who takes something out: whoever stands there is believed to have.
   */
  move(changes: ChangeDesc, authors: ReadonlySet<number> | null, now: number): void {
    for (const author of authors ?? []) this.#wroteAt.set(author, now);
    for (const [client, told] of this.#told) {
      let hasWritten = authors?.has(client) ?? false;
      if (told.place !== null) {
        const anchor = changes.mapPos(told.place.anchor, 1);
        const head = changes.mapPos(told.place.head, 1);
        told.place = { anchor, head };
        changes.iterChangedRanges((fromA, toA, fromB, toB) => {
          hasWritten ||= authors !== null && fromA < toA && fromB === toB && head === fromB;
          const isIn = (position: number): boolean => position >= fromB && position <= toB;
          if (fromB < toB && (isIn(anchor) || isIn(head)) && this.#isLetterGone(told.cursor)) told.place = null;
        });
      }
      if (!hasWritten) continue;
      told.movedAt = now;
      this.#wroteAt.set(client, now);
    }
  }

  /** Everybody's caret in a text of `length` UTF-16 code units, in the order in which they first showed one. */
  carets(length: number): readonly Caret[] {
    const carets: Caret[] = [];
    for (const [client, told] of this.#told) {
      told.place ??= this.#lookUp(told.cursor);
      if (told.place === null) continue;
      const { who, movedAt } = told;
      const wroteAt = this.#wroteAt.get(client) ?? Number.NEGATIVE_INFINITY;
      const [anchor, head] = [Math.min(told.place.anchor, length), Math.min(told.place.head, length)];
      carets.push({ client, ...who, anchor, head, movedAt, wroteAt });
    }
    return carets;
  }

  /** Whether the letter behind either end is gone, so that what is put in there may be on either side of it. */
  #isLetterGone(cursor: object): boolean {
    return ["anchor", "head"].some((end) => isLetterGone(this.#text, Reflect.get(cursor, end)));
  }

  #lookUp(cursor: object): Told["place"] {
    const anchor = toldPosition(this.#text, Reflect.get(cursor, "anchor"));
    const head = toldPosition(this.#text, Reflect.get(cursor, "head"));
    if (anchor === null || head === null) return null;
    return { anchor: this.#shownAt(anchor), head: this.#shownAt(head) };
  }
}
