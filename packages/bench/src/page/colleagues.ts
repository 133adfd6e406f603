/** Others who write in the document that a page shows: with the app's own client, and with carets that move. */

import type { Connection } from "@samepage/client";
import * as prng from "lib0/prng";
import * as Y from "yjs";
import { type BenchServer, saved } from "../bench-server.ts";

const words = " And somebody else writes some more words here, and goes on while you look at it.\n";

/** Somebody who writes on from one place, wherever that moves to. */
class Colleague {
  readonly connection: Connection;
  #place: Y.RelativePosition;
  #typed = 0;

  constructor(connection: Connection, number: number, index: number) {
    this.connection = connection;
    this.#place = this.#after(index);
    const user = { id: `colleague-${number}`, name: `Colleague ${number}`, hue: number % 10 };
    connection.awareness.setLocalState({ user, cursor: null });
  }

  /** Types the next character; `isDeleted`: takes the last one back instead. */
  type(isDeleted = false): void {
    const { doc, text, awareness } = this.connection;
    const index = Y.createAbsolutePositionFromRelativePosition(this.#place, doc)?.index ?? text.length;
    if (isDeleted && this.#typed > 0) text.delete(index - 1, 1);
    else text.insert(index, words.charAt(this.#typed % words.length));
    const next = isDeleted && this.#typed > 0 ? index - 1 : index + 1;
    this.#typed += isDeleted ? 0 : 1;
    this.#place = this.#after(next);
    const at = Y.createRelativePositionFromTypeIndex(text, next);
    awareness.setLocalStateField("cursor", { anchor: at, head: at });
  }

  /** The place right after the character before `index`, so that what others write there comes behind it. */
  #after(index: number): Y.RelativePosition {
    return Y.createRelativePositionFromTypeIndex(this.connection.text, index, -1);
  }
}

export interface Writing {
  readonly keystrokesPerSecond: number;
  /** How many of a hundred keystrokes take the last character back. */
  readonly deletionsPercent: number;
}

export class Colleagues {
  readonly #all: readonly Colleague[];

  private constructor(all: readonly Colleague[]) {
    this.#all = all;
  }

  /** One for each of the places, which `placesIn` picks from the text: UTF-16 positions. */
  static async join(
    server: BenchServer,
    id: string,
    placesIn: (text: string) => readonly number[],
  ): Promise<Colleagues> {
    const first = await server.join(id);
    const places = placesIn(first.text.toString());
    const others = await Promise.all(places.slice(1).map(() => server.join(id)));
    return new Colleagues(
      [first, ...others].map((connection, number) => new Colleague(connection, number, places[number] ?? 0)),
    );
  }

  /** Each types at random moments until `isOver`, or until `most` keystrokes have been made together. */
  async write(writing: Writing, isOver: AbortSignal, most = Number.POSITIVE_INFINITY): Promise<void> {
    const random = prng.create(2);
    let made = 0;
    const writeOn = async (colleague: Colleague): Promise<void> => {
      // Between half and one and a half of the mean, so that people meet and part.
      for (let next = performance.now(); !isOver.aborted; ) {
        next += (1_000 / writing.keystrokesPerSecond) * (0.5 + prng.real53(random));
        await new Promise((resume) => setTimeout(resume, Math.max(0, next - performance.now())));
        if (made >= most) return;
        made += 1;
        colleague.type(prng.int32(random, 1, 100) <= writing.deletionsPercent);
      }
    };
    await Promise.all(this.#all.map(writeOn));
    await Promise.all(this.#all.map(({ connection }) => saved(connection)));
  }

  /** Puts `text` where the document begins. */
  begin(text: string): void {
    this.#all[0]?.connection.text.insert(0, text);
  }

  leave(): void {
    for (const { connection } of this.#all) connection.leave();
  }
}

/** The UTF-16 positions after each line's last full stop. */
export function endsOfSentences(text: string): readonly number[] {
  return [...text.matchAll(/\.(?=\n)/g)].map(({ index }) => index + 1);
}
