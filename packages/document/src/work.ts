/**
 * What it costs Yjs to take edits in, counted before it does: a peer can write insertions that pass by every item of a
 * document each. The clock stands still while a worker computes, so that this is counted and not timed.
 */

import type { Deletion, Edit, Id, Insertion } from "@samepage/protocol";
import * as Y from "yjs";

/** Where an insertion that was counted and is not applied yet stands among the items of the document. */
interface Place {
  readonly clock: number;
  readonly end: number;
  /** The item at its left; null: the beginning. */
  readonly left: Y.Item | null;
  /** The item at its right; null: the end. */
  readonly right: Y.Item | null;
  /** Whether something was already written on at its end. */
  isWrittenOn: boolean;
}

/** Items of one client that moving up for a new one, as when one is split, costs as much as passing one by. */
const itemsMovedAtOnce = 256;

/** Counts for one document, between two times that something is applied to it. */
export class WorkCounter {
  readonly #text: Y.Text;
  readonly #store: Y.Doc["store"];
  readonly #places = new Map<number, Place[]>();
  /** How many insertions were counted at the right of an item. */
  readonly #crowds = new Map<Y.Item | null, number>();

  constructor(doc: Y.Doc, text: Y.Text) {
    this.#store = doc.store;
    this.#text = text;
  }

  /**
   * The work of applying `edit`, which continues what the document and the edits counted before hold: 1 for each
   * insertion and deletion, 1 for each item that it passes, and for each item that it splits what moving up the items
   * after that one costs. Stops counting soon after `most`.
   */
  count(edit: Edit, most: number): number {
    let work = 0;
    for (const insertion of edit.insertions) {
      work += this.#insertion(insertion, most - work);
      if (work > most) return work;
    }
    for (const deletion of edit.deletions) {
      work += this.#deletion(deletion);
      if (work > most) return work;
    }
    return work;
  }

  #insertion(insertion: Insertion, most: number): number {
    const { client, clock, length, origin, rightOrigin } = insertion;
    const before = origin === null ? null : this.#placeOf(origin);
    const left = before === null ? this.#itemOf(origin) : before.left;
    const after = rightOrigin === null ? null : this.#placeOf(rightOrigin);
    const right = after === null ? this.#itemOf(rightOrigin) : after.right;
    const places = this.#places.get(client) ?? [];
    places.push({ clock, end: clock + length, left, right, isWrittenOn: false });
    this.#places.set(client, places);
    // The first that is written on at the end of what is new itself has nothing to pass.
    if (before !== null && before.end === (origin?.clock ?? 0) + 1 && !before.isWrittenOn) {
      before.isWrittenOn = true;
      return 1;
    }
    const crowd = this.#crowds.get(left) ?? 0;
    this.#crowds.set(left, crowd + 1);
    const isSplitting = before === null && origin !== null && left !== null && origin.clock < endOf(left) - 1;
    const split = isSplitting ? this.#splitting(origin.client) : 0;
    return 1 + crowd + split + this.#itemsBetween(left, right, most);
  }

  #deletion({ client, clock, length }: Deletion): number {
    const structs = this.#store.clients.get(client);
    const end = Math.min(clock + length, Y.getState(this.#store, client));
    if (structs === undefined || clock >= end) return 1;
    const [first, last] = [Y.findIndexSS(structs, clock), Y.findIndexSS(structs, end - 1)];
    const [firstItem, lastItem] = [structs[first], structs[last]];
    const isFirstSplit = firstItem !== undefined && firstItem.id.clock < clock;
    const isLastSplit = lastItem !== undefined && end < endOf(lastItem);
    const splits = Number(isFirstSplit) + Number(isLastSplit);
    return 2 + last - first + splits * this.#splitting(client);
  }

  #splitting(client: number): number {
    return Math.ceil((this.#store.clients.get(client)?.length ?? 0) / itemsMovedAtOnce);
  }

  #itemsBetween(left: Y.Item | null, right: Y.Item | null, most: number): number {
    if (left !== null && left === right) return 0;
    let passed = 0;
    let item = left === null ? this.#text._start : left.right;
    while (item !== null && item !== right && passed <= most) {
      passed += 1;
      item = item.right;
    }
    return passed;
  }

  /** The place of what was counted before; null for what is in the document. */
  #placeOf({ client, clock }: Id): Place | null {
    const places = this.#places.get(client) ?? [];
    let [low, high] = [0, places.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((places[middle]?.clock ?? 0) <= clock) low = middle + 1;
      else high = middle;
    }
    const place = places[low - 1];
    return place !== undefined && clock < place.end ? place : null;
  }

  #itemOf(id: Id | null): Y.Item | null {
    if (id === null || id.clock >= Y.getState(this.#store, id.client)) return null;
    const item: unknown = Y.getItem(this.#store, Y.createID(id.client, id.clock));
    return item instanceof Y.Item ? item : null;
  }
}

function endOf({ id, length }: { readonly id: Y.ID; readonly length: number }): number {
  return id.clock + length;
}
