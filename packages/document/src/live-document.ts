/** A document in memory: its text as a Yjs document, loaded whole, changed by edits. Knows no storage and no socket. */

import { type Deletion, type Edit, type Insertion, rootName, withDeletedInsertions } from "@samepage/protocol";
import * as Y from "yjs";
import { type ApplyResult, applyWithin, type Progress, type WorkLimits } from "./applying.ts";
import { itemsOf, overlap } from "./items.ts";
import { Placer, type Placing } from "./placing.ts";

/** An answer above this is not kept for the next who asks the same. */
const mostKeptBytes = 1024 * 1024;

/** Insertions of a large edit that are applied in one go: a few, but more where each going is costly: Yjs copies the clocks of all clients. */
const fewAtOnce = 64;
const atOncePerClient = 1 / 8;

export class LiveDocument {
  readonly #doc = new Y.Doc();
  readonly #text = this.#doc.getText(rootName);
  #placer = new Placer(this.#doc, this.#text);
  /** The last answer, for the many who come at once; null when the document has changed since. */
  #answer: { readonly stateVector: Uint8Array; readonly update: Uint8Array } | null = null;

  /**
   * The document that `snapshot` and the updates after it make, in `document`, which must be empty.
   * @throws when the stored bytes do not make a whole document: better no document than half of one
   */
  static load(
    snapshot: Uint8Array | null,
    updates: readonly Uint8Array[],
    document: LiveDocument = new LiveDocument(),
  ): LiveDocument {
    const applied = document.#apply(() => {
      if (snapshot !== null) document.#applySnapshot(snapshot);
      for (const update of updates) Y.applyUpdate(document.#doc, update);
    });
    if (!applied.ok) throw new Error(`the stored document is incomplete: ${applied.reason}`);
    return document;
  }

  /** The update that a new document with `text` begins with. */
  static firstUpdate(text: string): Uint8Array {
    const doc = new Y.Doc();
    doc.getText(rootName).insert(0, text);
    return Y.encodeStateAsUpdate(doc);
  }

  /**
   * Whether `edit` can stand where it says, and the work of applying it, after everything that was placed since
   * something was last applied. Counts up to about `most`.
   */
  place(edit: Edit, most: number): Placing {
    return this.#placer.place(edit, most);
  }

  /** What looking up the deletions of `edit` costs, in items. */
  countDeleted(edit: Edit): number {
    return this.#placer.countDeleted(edit);
  }

  /** Applies updates whose edits `KnownClocks` took, in their order. */
  apply(updates: readonly Uint8Array[]): ApplyResult {
    return this.#apply(() => {
      for (const update of updates) Y.applyUpdate(this.#doc, update);
    });
  }

  /** Applies as much of a large edit as it may cost: see `applying.ts`. All that was placed before is applied. */
  applyWithin(edit: Edit, limits: WorkLimits): Progress {
    const { clients } = this.#doc.store;
    const progress = applyWithin(edit, limits, {
      get mostAtOnce() {
        return Math.max(fewAtOnce, clients.size * atOncePerClient);
      },
      placeInsertion: (insertion, most) => this.#placer.placeInsertion(insertion, most),
      workOfDeletion: (deletion) => this.#placer.workOfDeletion(deletion),
      beginningOf: (deletion, most) => this.#placer.beginningOf(deletion, most),
      apply: (update) => this.apply([update]),
    });
    this.forgetPlaced();
    return progress;
  }

  /** What was placed and will not be applied: nothing stands beside it. */
  forgetPlaced(): void {
    this.#placer = new Placer(this.#doc, this.#text);
  }

  /** How long the text is, in UTF-16 code units, when `edit`, which is new and deletes nothing of its own, is applied. */
  lengthAfter({ insertions, deletions }: Edit): number {
    let length = this.length;
    for (const { text } of insertions) length += text?.length ?? 0;
    for (const deletion of deletions) {
      for (const item of itemsOf(this.#doc.store, deletion)) {
        const { from, to } = overlap(item, deletion);
        if (!item.deleted) length -= to - from;
      }
    }
    return length;
  }

  /** `edit` without deletions of what it inserts itself: that is inserted as deleted. */
  withoutOwnDeletions(edit: Edit): Edit {
    const { insertions, deletions } = withDeletedInsertions(edit);
    return {
      insertions,
      deletions: deletions.flatMap((deletion) => {
        const length = Math.min(deletion.length, Y.getState(this.#doc.store, deletion.client) - deletion.clock);
        return length <= 0 ? [] : [length === deletion.length ? deletion : { ...deletion, length }];
      }),
    };
  }

  /**
   * Whether `insertion` says other text than the document has at the same clocks: two wrote under one id. What is
   * deleted says nothing.
   */
  contradicts(insertion: Insertion): boolean {
    const { clock, text } = insertion;
    if (text === null) return false;
    return itemsOf(this.#doc.store, insertion).some((item) => {
      if (!(item instanceof Y.Item) || !(item.content instanceof Y.ContentString)) return false;
      const { from, to } = overlap(item, insertion);
      const here = item.content.str.slice(from - item.id.clock, to - item.id.clock);
      // Where somebody wrote into the middle of a character, Yjs has put two others in its place.
      const there = text.slice(from - clock, to - clock);
      return here !== there && !here.includes("\uFFFD") && !there.includes("\uFFFD");
    });
  }

  /** `edit` without the deletions of what is deleted already; the edit itself when there are none. */
  withoutKnownDeletions(edit: Edit): Edit {
    if (edit.deletions.length === 0) return edit;
    const deletions = edit.deletions.flatMap((deletion) => this.#fresh(deletion));
    const isAllFresh =
      deletions.length === edit.deletions.length && deletions.every((d, at) => d === edit.deletions[at]);
    return isAllFresh ? edit : { ...edit, deletions };
  }

  get text(): string {
    return this.#text.toString();
  }

  /** Length of the text in UTF-16 code units. */
  get length(): number {
    return this.#text.length;
  }

  stateVector(): Uint8Array {
    return Y.encodeStateVector(this.#doc);
  }

  /** All that a peer with `stateVector`, which must be one, lacks. */
  updateSince(stateVector: Uint8Array): Uint8Array {
    if (this.#answer !== null && isEqual(this.#answer.stateVector, stateVector)) return this.#answer.update;
    const update = Y.encodeStateAsUpdate(this.#doc, stateVector);
    this.#answer = update.length > mostKeptBytes ? null : { stateVector: stateVector.slice(), update };
    return update;
  }

  /** The whole document, without what deleting has made unnecessary; for `load` only. */
  snapshot(): Uint8Array {
    return Y.encodeStateAsUpdateV2(this.#doc);
  }

  #apply(change: () => void): ApplyResult {
    this.#change();
    try {
      Y.transact(this.#doc, change);
    } catch {
      return { ok: false, reason: "threw" }; // What exactly Yjs stumbled over does not matter: the caller rolls back.
    }
    this.#change();
    const { pendingStructs, pendingDs } = this.#doc.store;
    return pendingStructs === null && pendingDs === null ? { ok: true } : { ok: false, reason: "pending" };
  }

  /**
   * Snapshots are in Yjs' encoding v2, half as large as v1 for a text that was much edited; those of before are in v1.
   * Encoding v2 begins with a zero, and v1 with the number of clients, which is zero only when nothing follows.
   */
  #applySnapshot(snapshot: Uint8Array): void {
    const isV2 = snapshot[0] === 0 && snapshot.length > 2;
    if (isV2) Y.applyUpdateV2(this.#doc, snapshot);
    else Y.applyUpdate(this.#doc, snapshot);
  }

  /** Forgets what was derived from the document as it was. */
  #change(): void {
    this.forgetPlaced();
    this.#answer = null;
  }

  /** What of `deletion` is not deleted yet; what is not written yet counts as such. */
  #fresh(deletion: Deletion): readonly Deletion[] {
    const { client, clock, length } = deletion;
    const knownEnd = Math.min(clock + length, Y.getState(this.#doc.store, client));
    const fresh: { client: number; clock: number; length: number }[] = [];
    const add = (from: number, to: number): void => {
      const last = fresh.at(-1);
      if (last !== undefined && last.clock + last.length === from) last.length += to - from;
      else if (from < to) fresh.push({ client, clock: from, length: to - from });
    };
    for (const item of itemsOf(this.#doc.store, deletion)) {
      if (item.deleted) continue;
      const { from, to } = overlap(item, deletion);
      add(from, to);
    }
    add(Math.max(clock, knownEnd), clock + length);
    const [only] = fresh;
    return fresh.length === 1 && only?.clock === clock && only.length === length ? [deletion] : fresh;
  }
}

function isEqual(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}
