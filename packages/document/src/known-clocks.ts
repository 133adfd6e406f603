/** How much of each client's writing is known: enough to tell, without the document, whether an edit continues it. */

import { type Edit, type Id, type Insertion, insertionFrom } from "@samepage/protocol";
import * as Y from "yjs";
import { inCausalOrder, type OrderRefusal } from "./causal-order.ts";

export type UnfitReason =
  | OrderRefusal
  /** Something is deleted that nobody has written. */
  | "unknown-deletion";

export type Examination =
  | {
      readonly ok: true;
      /** What of the edit was not known, in causal order: the edit itself when all of it is new. */
      readonly edit: Edit;
      /** What of it was known. */
      readonly repeated: readonly Insertion[];
      /** How many clients it is the first to bring. */
      readonly newClients: number;
    }
  | { readonly ok: false; readonly reason: UnfitReason };

export class KnownClocks {
  readonly #ends: Map<number, number>;

  private constructor(ends: Map<number, number>) {
    this.#ends = ends;
  }

  /** What `stateVector`, which must be one, says. */
  static of(stateVector: Uint8Array): KnownClocks {
    return new KnownClocks(Y.decodeStateVector(stateVector));
  }

  /** How many clients have written. */
  get clientCount(): number {
    return this.#ends.size;
  }

  /** Whether code units of `client` from `clock` on would be new. */
  isNew(client: number, clock: number): boolean {
    return clock >= this.#endOf(client);
  }

  /** Whether `edit` continues what is known: no gap, and origins and deletions that exist. Takes nothing in. */
  examine(edit: Edit): Examination {
    const [only] = edit.insertions;
    // What typing is, without the cost of what may be more.
    if (only !== undefined && edit.insertions.length === 1 && edit.deletions.length === 0 && this.#continues(only)) {
      return { ok: true, edit, repeated: [], newClients: this.#ends.has(only.client) ? 0 : 1 };
    }
    const order = inCausalOrder(edit.insertions, (client) => this.#endOf(client));
    if (!order.ok) return order;
    const ends = new Map<number, number>();
    const insertions: Insertion[] = [];
    const repeated: Insertion[] = [];
    for (const insertion of order.insertions) {
      const { client, clock, length } = insertion;
      const known = ends.get(client) ?? this.#endOf(client);
      if (clock < known) repeated.push(insertion);
      if (clock + length <= known) continue;
      insertions.push(insertionFrom(insertion, Math.max(clock, known)));
      ends.set(client, clock + length);
    }
    for (const { client, clock, length } of edit.deletions) {
      if (clock + length > (ends.get(client) ?? this.#endOf(client))) return { ok: false, reason: "unknown-deletion" };
    }
    const isAsItCame =
      insertions.length === edit.insertions.length && insertions.every((one, at) => one === edit.insertions[at]);
    let newClients = 0;
    for (const client of ends.keys()) if (!this.#ends.has(client)) newClients += 1;
    return { ok: true, edit: isAsItCame ? edit : { ...edit, insertions }, repeated, newClients };
  }

  /** Takes in an edit that `examine` gave back. */
  add(edit: Edit): void {
    for (const { client, clock, length } of edit.insertions) this.#ends.set(client, clock + length);
  }

  /** Whether all of `insertion` is new, and nothing is left out before it. */
  #continues({ client, clock, origin, rightOrigin }: Insertion): boolean {
    return clock === this.#endOf(client) && this.#has(origin) && this.#has(rightOrigin);
  }

  #has(id: Id | null): boolean {
    return id === null || id.clock < this.#endOf(id.client);
  }

  #endOf(client: number): number {
    return this.#ends.get(client) ?? 0;
  }
}
