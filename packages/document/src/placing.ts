/**
 * Where edits stand in a document, before they are applied: whether they can stand there, and what it costs Yjs to find
 * the place. A peer can write insertions that each pass by every item; the clock stands still while a worker computes,
 * so that this is counted and not timed. And it can name as its right neighbour what stands at the left of its left one:
 * Yjs then puts it where the order of arrival says, and people's texts differ for ever. The same happens when something
 * stands between the two that its author knew, which nobody can have meant: he wrote it himself, or one of the two was
 * written beside it. (What these were written beside in turn need not be looked for: they were placed by the same rule.)
 */

import { type Deletion, type Edit, type Id, type Insertion, isSameId } from "@samepage/protocol";
import * as Y from "yjs";
import { countItems, itemsOf } from "./items.ts";

export type Placing =
  /** What applying it costs: 1, and 1 for each item that it passes; for an item that it splits what moving others up costs. */
  | { readonly ok: true; readonly work: number }
  /** It stands beside what is not applied yet, or (`crossed`) between two in the wrong order. */
  | { readonly ok: false; readonly reason: "unapplied" | "crossed" };

/** An insertion that was placed and is not applied yet. */
interface Placed {
  readonly insertion: Insertion;
  /** How many were written on at its end. */
  followers: number;
}

/** Items of one client that moving up for a new one, as when one is split, costs as much as passing one by. */
const itemsMovedAtOnce = 1_024;

/** Places edits in one document, between two times that something is applied to it. */
export class Placer {
  readonly #text: Y.Text;
  readonly #store: Y.Doc["store"];
  /** By client, in the order of their clocks. */
  readonly #placed = new Map<number, Placed[]>();
  /** How many insertions were placed at the right of an item. */
  readonly #crowds = new Map<Y.Item | null, number>();

  constructor(doc: Y.Doc, text: Y.Text) {
    this.#store = doc.store;
    this.#text = text;
  }

  /** Places all of `edit`, which continues what the document and the edits placed before hold; up to about `most` work. */
  place(edit: Edit, most: number): Placing {
    let work = 0;
    for (const insertion of edit.insertions) {
      const placing = this.placeInsertion(insertion, most - work);
      if (!placing.ok) return placing;
      work += placing.work;
      if (work > most) return { ok: true, work };
    }
    for (const deletion of edit.deletions) work += this.workOfDeletion(deletion);
    return { ok: true, work };
  }

  placeInsertion(insertion: Insertion, most: number): Placing {
    const placing = this.#follow(insertion) ?? this.#placeAmongApplied(insertion, most);
    if (!placing.ok) return placing;
    const placed = this.#placed.get(insertion.client);
    if (placed === undefined) this.#placed.set(insertion.client, [{ insertion, followers: 0 }]);
    else placed.push({ insertion, followers: 0 });
    return placing;
  }

  workOfDeletion(deletion: Deletion): number {
    const { client, clock, length } = deletion;
    const items = itemsOf(this.#store, deletion);
    const [first, last] = [items[0], items.at(-1)];
    if (first === undefined || last === undefined) return 1;
    const splits = Number(first.id.clock < clock) + Number(clock + length < endOf(last));
    return 1 + items.length + splits * this.#workOfSplit(client);
  }

  /** The beginning of `deletion` that costs no more than `most`, or one item of it, if it costs anything. */
  beginningOf(deletion: Deletion, most: number): Deletion | null {
    const count = Math.floor(most - 1 - 2 * this.#workOfSplit(deletion.client));
    const last = itemsOf(this.#store, deletion)[Math.max(0, count - 1)];
    if (last === undefined) return null;
    return { ...deletion, length: Math.min(deletion.length, endOf(last) - deletion.clock) };
  }

  /** The items that the deletions of `edit` cover, and 1 for a deletion that covers none: what looking at them costs. */
  countDeleted({ deletions }: Edit): number {
    let items = 0;
    for (const deletion of deletions) items += Math.max(1, countItems(this.#store, deletion));
    return items;
  }

  /** The place of what is written on at the end of what is placed; null when it is not. What typing does. */
  #follow({ origin, rightOrigin }: Insertion): Placing | null {
    const before = origin === null ? null : this.#placedAt(origin);
    if (before === null || origin === null) return null;
    const { insertion } = before;
    // It may stand there if the one before it may: their right neighbour is the same.
    const isAtEnd = insertion.clock + insertion.length === origin.clock + 1;
    if (!isAtEnd || !isSameId(rightOrigin, insertion.rightOrigin)) return { ok: false, reason: "unapplied" };
    before.followers += 1;
    return { ok: true, work: before.followers };
  }

  #placeAmongApplied(insertion: Insertion, most: number): Placing {
    const { origin, rightOrigin } = insertion;
    if (!this.#isApplied(origin) || !this.#isApplied(rightOrigin)) return { ok: false, reason: "unapplied" };
    const [left, right] = [this.#itemOf(origin), this.#itemOf(rightOrigin)];
    const passed = this.#itemsBetween(insertion, left, right, most);
    if (passed === null) return { ok: false, reason: "crossed" };
    const crowd = this.#crowds.get(left) ?? 0;
    this.#crowds.set(left, crowd + 1);
    const isSplitting = origin !== null && left !== null && origin.clock < endOf(left) - 1;
    return { ok: true, work: 1 + crowd + passed + (isSplitting ? this.#workOfSplit(origin.client) : 0) };
  }

  /**
   * How many items stand between those that `insertion` names, counted up to `most`; null when the right one does not
   * stand at the right, or when its author knew something between them: what he wrote himself, and what one of the two
   * was written beside.
   */
  #itemsBetween(insertion: Insertion, left: Y.Item | null, right: Y.Item | null, most: number): number | null {
    const { client, origin, rightOrigin } = insertion;
    if (right !== null && rightOrigin !== null && rightOrigin.clock > right.id.clock) {
      // Within an item each code unit was written at the right of the one before it.
      return isSameId(origin, { ...rightOrigin, clock: rightOrigin.clock - 1 }) ? 0 : null;
    }
    if (left !== null && left === right) return null;
    const beside = [left?.rightOrigin ?? null, right?.origin ?? null];
    const isKnown = (item: Y.Item, from: number): boolean =>
      (item.id.client === client && from < endOf(item)) ||
      beside.some((id) => id?.client === item.id.client && id.clock >= from && id.clock < endOf(item));
    if (left !== null && origin !== null && isKnown(left, origin.clock + 1)) return null;
    let passed = 0;
    let item = left === null ? this.#text._start : left.right;
    while (item !== right && passed <= most) {
      if (item === null || isKnown(item, item.id.clock)) return null;
      passed += 1;
      item = item.right;
    }
    return passed;
  }

  #workOfSplit(client: number): number {
    return Math.ceil((this.#store.clients.get(client)?.length ?? 0) / itemsMovedAtOnce);
  }

  #placedAt({ client, clock }: Id): Placed | null {
    const placed = this.#placed.get(client);
    if (placed === undefined) return null;
    let [low, high] = [0, placed.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((placed[middle]?.insertion.clock ?? 0) <= clock) low = middle + 1;
      else high = middle;
    }
    const found = placed[low - 1];
    return found !== undefined && clock < endOfInsertion(found.insertion) ? found : null;
  }

  #isApplied(id: Id | null): boolean {
    return id === null || id.clock < Y.getState(this.#store, id.client);
  }

  #itemOf(id: Id | null): Y.Item | null {
    if (id === null) return null;
    const item: unknown = Y.getItem(this.#store, id);
    return item instanceof Y.Item ? item : null;
  }
}

function endOf({ id, length }: { readonly id: Y.ID; readonly length: number }): number {
  return id.clock + length;
}

function endOfInsertion({ clock, length }: Insertion): number {
  return clock + length;
}
