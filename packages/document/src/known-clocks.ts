/** How much of each client's writing is known: enough to tell, without the document, whether an edit continues it. */

import { type Edit, type Insertion, insertionFrom } from "@samepage/protocol";
import * as Y from "yjs";
import { inCausalOrder, type OrderRefusal } from "./causal-order.ts";

export type UnfitReason =
  | OrderRefusal
  /** Something is deleted that nobody has written. */
  | "unknown-deletion"
  | "too-many-clients";

export type Examination =
  /** What of the edit was not known, in causal order: the edit itself when all of it is new. */
  { readonly ok: true; readonly edit: Edit } | { readonly ok: false; readonly reason: UnfitReason };

/** How many Yjs client ids may be new in one edit, and known in all. */
export interface ClientLimits {
  readonly newClientsPerFrame: number;
  readonly clientsPerDocument: number;
}

export class KnownClocks {
  readonly #ends: Map<number, number>;

  private constructor(ends: Map<number, number>) {
    this.#ends = ends;
  }

  /** What `stateVector`, which must be one, says. */
  static of(stateVector: Uint8Array): KnownClocks {
    return new KnownClocks(Y.decodeStateVector(stateVector));
  }

  /** Whether code units of `client` from `clock` on would be new. */
  isNew(client: number, clock: number): boolean {
    return clock >= this.#endOf(client);
  }

  /** Whether `edit` continues what is known: no gap, and origins and deletions that exist. Takes nothing in. */
  examine(edit: Edit, limits: ClientLimits): Examination {
    const order = inCausalOrder(edit.insertions, (client) => this.#endOf(client));
    if (!order.ok) return order;
    const ends = new Map<number, number>();
    const insertions: Insertion[] = [];
    for (const insertion of order.insertions) {
      const { client, clock, length } = insertion;
      const known = ends.get(client) ?? this.#endOf(client);
      if (clock + length <= known) continue;
      insertions.push(insertionFrom(insertion, Math.max(clock, known)));
      ends.set(client, clock + length);
    }
    for (const { client, clock, length } of edit.deletions) {
      if (clock + length > (ends.get(client) ?? this.#endOf(client))) return { ok: false, reason: "unknown-deletion" };
    }
    if (this.#hasTooMany(ends.keys(), limits)) return { ok: false, reason: "too-many-clients" };
    const isAsItCame =
      insertions.length === edit.insertions.length && insertions.every((one, at) => one === edit.insertions[at]);
    return { ok: true, edit: isAsItCame ? edit : { ...edit, insertions } };
  }

  /** Takes in an edit that `examine` gave back. */
  add(edit: Edit): void {
    for (const { client, clock, length } of edit.insertions) this.#ends.set(client, clock + length);
  }

  #hasTooMany(clients: Iterable<number>, { newClientsPerFrame, clientsPerDocument }: ClientLimits): boolean {
    let added = 0;
    for (const client of clients) if (!this.#ends.has(client)) added += 1;
    return added > newClientsPerFrame || (added > 0 && this.#ends.size + added > clientsPerDocument);
  }

  #endOf(client: number): number {
    return this.#ends.get(client) ?? 0;
  }
}
