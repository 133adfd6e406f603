/** The Yjs items that hold what a client has written. */

import type { Deletion } from "@samepage/protocol";
import * as Y from "yjs";

/** A range of what one client wrote: `length` code units from `clock` on. */
type Range = Pick<Deletion, "client" | "clock" | "length">;

/** The items that `range` touches, as far as it is written, in the order of their clocks. */
export function itemsOf(store: Y.Doc["store"], range: Range): readonly (Y.Item | Y.GC)[] {
  const { from, to } = indexesOf(store, range);
  return store.clients.get(range.client)?.slice(from, to) ?? [];
}

/** How many they are. */
export function countItems(store: Y.Doc["store"], range: Range): number {
  const { from, to } = indexesOf(store, range);
  return to - from;
}

/** The clocks that both an item and `range` have: from `from` up to `to`. */
export function overlap(item: Y.Item | Y.GC, { clock, length }: Range): { readonly from: number; readonly to: number } {
  return { from: Math.max(clock, item.id.clock), to: Math.min(clock + length, item.id.clock + item.length) };
}

function indexesOf(store: Y.Doc["store"], { client, clock, length }: Range): { from: number; to: number } {
  const structs = store.clients.get(client);
  const end = Math.min(clock + length, Y.getState(store, client));
  if (structs === undefined || clock >= end) return { from: 0, to: 0 };
  return { from: Y.findIndexSS(structs, clock), to: Y.findIndexSS(structs, end - 1) + 1 };
}
