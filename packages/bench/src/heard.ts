/** Which characters have been heard of, by the Yjs clocks in an update's bytes: far cheaper than to apply it. */

import * as Y from "yjs";

export class Heard {
  readonly #clocks = new Map<number, number>();
  #total = 0;

  /** Characters heard of, of everybody. */
  get total(): number {
    return this.#total;
  }

  /** Characters heard of `clientId`. */
  of(clientId: number): number {
    return this.#clocks.get(clientId) ?? 0;
  }

  /**
   * Hears an update. What is new of each client is told to `tell` as the clocks `from` (inclusive) to `to` (exclusive).
   * Relies on what each server keeps to: one client's updates come in the order of their clocks.
   */
  hear(update: Uint8Array, tell?: (clientId: number, from: number, to: number) => void): void {
    for (const [clientId, to] of Y.parseUpdateMeta(update).to) {
      const from = this.of(clientId);
      if (to <= from) continue;
      this.#clocks.set(clientId, to);
      this.#total += to - from;
      tell?.(clientId, from, to);
    }
  }
}
