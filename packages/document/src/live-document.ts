/** A document in memory: its text as a Yjs document, loaded whole, changed by edits. Knows no storage and no socket. */

import { type Deletion, type Edit, encodeEdit, rootName } from "@samepage/protocol";
import * as Y from "yjs";
import { WorkCounter } from "./work.ts";

export type ApplyRefusal = "threw" | "pending" | "too-much-work";

export type ApplyResult =
  | { readonly ok: true }
  /** The document may hold a part of the edit now: drop it and load it anew. */
  | { readonly ok: false; readonly reason: ApplyRefusal };

/** An answer above this is not kept for the next who asks the same. */
const mostKeptBytes = 1024 * 1024;

/** Insertions of a large edit that are applied in one go, so that the next are counted against what they made. */
const sliceInsertions = 64;

export class LiveDocument {
  readonly #doc = new Y.Doc();
  readonly #text = this.#doc.getText(rootName);
  #work = new WorkCounter(this.#doc, this.#text);
  /** The last answer, for the many who come at once; null when the document has changed since. */
  #answer: { readonly stateVector: Uint8Array; readonly update: Uint8Array } | null = null;

  /**
   * The document that `snapshot` and the updates after it make.
   * @throws when the stored bytes do not make a whole document: better no document than half of one
   */
  static load(snapshot: Uint8Array | null, updates: readonly Uint8Array[]): LiveDocument {
    const document = new LiveDocument();
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
   * The work of applying `edit` after everything that was counted since something was last applied: 1 for each
   * insertion and deletion, and 1 for each item passed. Stops counting soon after `most`.
   */
  countWork(edit: Edit, most: number): number {
    return this.#work.count(edit, most);
  }

  /** Applies updates whose edits `KnownClocks` took, in their order. */
  apply(updates: readonly Uint8Array[]): ApplyResult {
    return this.#apply(() => {
      for (const update of updates) Y.applyUpdate(this.#doc, update);
    });
  }

  /** Applies one large edit, in causal order, and counts on the way; `work` is what it took, at most about `most`. */
  applyCounted(edit: Edit, most: number): ApplyResult & { readonly work: number } {
    let work = 0;
    const applied = this.#apply(() => {
      for (const slice of slices(edit)) {
        this.#change();
        work += this.countWork(slice, most - work);
        if (work > most) return;
        Y.applyUpdate(this.#doc, encodeEdit(slice));
      }
    });
    return work > most ? { ok: false, reason: "too-much-work", work } : { ...applied, work };
  }

  /** `edit` without the deletions of what is deleted already; the edit itself when there are none. */
  withoutKnownDeletions(edit: Edit): Edit {
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

  /** All that a peer with `stateVector` lacks; not ok on bytes that are no state vector. */
  updateSince(stateVector: Uint8Array): { readonly ok: true; readonly value: Uint8Array } | { readonly ok: false } {
    if (this.#answer !== null && isEqual(this.#answer.stateVector, stateVector)) {
      return { ok: true, value: this.#answer.update };
    }
    try {
      Y.decodeStateVector(stateVector);
    } catch {
      return { ok: false }; // Whatever the decoder throws here means the same.
    }
    const update = Y.encodeStateAsUpdate(this.#doc, stateVector);
    this.#answer = update.length > mostKeptBytes ? null : { stateVector: stateVector.slice(), update };
    return { ok: true, value: update };
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
    this.#work = new WorkCounter(this.#doc, this.#text);
    this.#answer = null;
  }

  /** What of `deletion` is not deleted yet; what is not written yet counts as such. */
  #fresh(deletion: Deletion): readonly Deletion[] {
    const { client, clock, length } = deletion;
    const end = clock + length;
    const structs = this.#doc.store.clients.get(client) ?? [];
    const knownEnd = Math.min(end, Y.getState(this.#doc.store, client));
    if (clock >= knownEnd) return [deletion];
    const fresh: Deletion[] = [];
    const add = (from: number, to: number): void => {
      const last = fresh.at(-1);
      if (last !== undefined && last.clock + last.length === from) fresh.pop();
      const start = last !== undefined && last.clock + last.length === from ? last.clock : from;
      fresh.push({ client, clock: start, length: to - start });
    };
    for (let at = Y.findIndexSS(structs, clock); at < structs.length; at += 1) {
      const struct = structs[at];
      if (struct === undefined || struct.id.clock >= knownEnd) break;
      if (struct.deleted) continue;
      add(Math.max(clock, struct.id.clock), Math.min(knownEnd, struct.id.clock + struct.length));
    }
    if (knownEnd < end) add(knownEnd, end);
    const [only] = fresh;
    return fresh.length === 1 && only?.clock === clock && only.length === length ? [deletion] : fresh;
  }
}

function isEqual(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}

/** A large edit in small ones, in causal order as it stands; deletions last. */
function* slices({ insertions, deletions }: Edit): Generator<Edit> {
  for (let start = 0; start < insertions.length; start += sliceInsertions) {
    yield { insertions: insertions.slice(start, start + sliceInsertions), deletions: [] };
  }
  if (deletions.length > 0) yield { insertions: [], deletions };
}
