/** Insertions in an order in which each finds what it stands beside. */

import { byClient, type Id, type Insertion } from "@samepage/protocol";

export type OrderRefusal =
  /** Code units of a client are left out. */
  | "gap"
  /** Something is written beside what nobody has written, or beside itself. */
  | "unknown-origin";

export type Order =
  | { readonly ok: true; readonly insertions: readonly Insertion[] }
  | { readonly ok: false; readonly reason: OrderRefusal };

/**
 * `insertions`, in which those of one client stand in the order of their clocks, in causal order: every origin is known
 * or comes before. `endOf` is the number of code units known of a client. Linear.
 */
export function inCausalOrder(insertions: readonly Insertion[], endOf: (client: number) => number): Order {
  return isOrdered(insertions, endOf) ? { ok: true, insertions } : new Ordering(insertions, endOf).run();
}

/** Whether they stand in causal order already, as what one person types does. */
function isOrdered(insertions: readonly Insertion[], endOf: (client: number) => number): boolean {
  const ends = new Map<number, number>();
  const isKnown = (id: Id | null): boolean => id === null || id.clock < (ends.get(id.client) ?? endOf(id.client));
  for (const { client, clock, length, origin, rightOrigin } of insertions) {
    const end = ends.get(client) ?? endOf(client);
    if (clock > end || !isKnown(origin) || !isKnown(rightOrigin)) return false;
    ends.set(client, Math.max(end, clock + length));
  }
  return true;
}

/** What one client wrote, taken one after the other. */
interface Column {
  readonly insertions: readonly Insertion[];
  taken: number;
  end: number;
  /** Whether its next insertion waits for another column. */
  isWaiting: boolean;
}

class Ordering {
  readonly #columns = new Map<number, Column>();
  readonly #endOf: (client: number) => number;
  readonly #ordered: Insertion[] = [];

  constructor(insertions: readonly Insertion[], endOf: (client: number) => number) {
    this.#endOf = endOf;
    for (const [client, list] of byClient(insertions)) {
      this.#columns.set(client, { insertions: list, taken: 0, end: endOf(client), isWaiting: false });
    }
  }

  run(): Order {
    for (const column of this.#columns.values()) {
      const reason = this.#take(column);
      if (reason !== null) return { ok: false, reason };
    }
    return { ok: true, insertions: this.#ordered };
  }

  /** Takes all of `first`, and of others as much as it needs. */
  #take(first: Column): OrderRefusal | null {
    const stack = [{ column: first, until: Number.POSITIVE_INFINITY }];
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const { column, until } = top;
      column.isWaiting = false;
      const next = column.insertions[column.taken];
      if (next === undefined || column.end >= until) {
        stack.pop();
        if (column.end < until && until !== Number.POSITIVE_INFINITY) return "unknown-origin";
        continue;
      }
      if (next.clock > column.end) return "gap";
      const missing = this.#missing(next);
      if (missing === null) {
        this.#ordered.push(next);
        column.taken += 1;
        column.end = Math.max(column.end, next.clock + next.length);
        continue;
      }
      const other = this.#columns.get(missing.client);
      column.isWaiting = true;
      // A column that waits cannot be waited for: that is a circle, of one or of several.
      if (other === undefined || other.isWaiting) return "unknown-origin";
      stack.push({ column: other, until: missing.clock + 1 });
    }
    return null;
  }

  #missing({ origin, rightOrigin }: Insertion): Id | null {
    for (const id of [origin, rightOrigin]) {
      if (id !== null && id.clock >= (this.#columns.get(id.client)?.end ?? this.#endOf(id.client))) return id;
    }
    return null;
  }
}
