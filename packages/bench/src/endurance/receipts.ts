/** How long what one types takes to be in another's text, told by the clocks of their Yjs documents. */

import type { Doc, Transaction } from "yjs";

/** Watches characters on their way from `writer` to `reader`, both in this process. What was typed before is not seen. */
export class Receipts {
  /** In milliseconds, one for each character that has arrived, in the order of arrival. */
  readonly times: number[] = [];
  readonly #writer: number;
  readonly #sentAt = new Map<number, number>();

  constructor(writer: Doc, reader: Doc) {
    this.#writer = writer.clientID;
    // It comes before the event on which an update is sent.
    writer.on("afterTransaction", (transaction: Transaction) => {
      for (const clock of this.#clocksOf(transaction)) this.#sentAt.set(clock, performance.now());
    });
    reader.on("afterTransaction", (transaction: Transaction) => {
      for (const clock of this.#clocksOf(transaction)) this.#arrived(clock);
    });
  }

  /** How many characters have been sent and have not arrived. */
  get missing(): number {
    return this.#sentAt.size;
  }

  #arrived(clock: number): void {
    const sentAt = this.#sentAt.get(clock);
    if (sentAt === undefined) return;
    this.#sentAt.delete(clock);
    this.times.push(performance.now() - sentAt);
  }

  /** The writer's clocks that `transaction` has made or brought. */
  #clocksOf({ beforeState, afterState }: Transaction): readonly number[] {
    const from = beforeState.get(this.#writer) ?? 0;
    return Array.from({ length: (afterState.get(this.#writer) ?? 0) - from }, (_, index) => from + index);
  }
}
