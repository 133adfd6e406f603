/** How much of each client's writing is known: enough to tell, without the document, whether an edit continues it. */

import * as Y from "yjs";
import type { DecodedEdit } from "./guard.ts";

export class KnownClocks {
  readonly #clocks: Map<number, number>;

  private constructor(clocks: Map<number, number>) {
    this.#clocks = clocks;
  }

  /** What `stateVector`, which must be one, says. */
  static of(stateVector: Uint8Array): KnownClocks {
    return new KnownClocks(Y.decodeStateVector(stateVector));
  }

  /**
   * Takes `edit` in if it continues what is known: no gap, origins and deletions that exist, in the order in which
   * they stand. Otherwise changes nothing and returns false; the edit may still be whole (one of many authors often
   * stands in another order), which only applying it shows.
   */
  take(edit: DecodedEdit): boolean {
    const ends = new Map<number, number>();
    const endOf = (client: number): number => ends.get(client) ?? this.#clocks.get(client) ?? 0;
    for (const struct of edit.structs) {
      const { client, clock } = struct.id;
      if (clock > endOf(client)) return false;
      if (struct instanceof Y.Item) {
        for (const origin of [struct.origin, struct.rightOrigin]) {
          if (origin !== null && origin.clock >= endOf(origin.client)) return false;
        }
      }
      ends.set(client, Math.max(endOf(client), clock + struct.length));
    }
    for (const [client, ranges] of edit.ds.clients) {
      if (ranges.some(({ clock, len }) => clock + len > endOf(client))) return false;
    }
    for (const [client, end] of ends) this.#clocks.set(client, end);
    return true;
  }
}
