/** A document in memory: its text as a Yjs document, loaded whole, changed by updates. Knows no storage and no socket. */

import * as Y from "yjs";
import { rootName } from "./root.ts";

export type ApplyRefusal = "threw" | "pending" | "too-long";

export type ApplyResult =
  /** `news`: what of the update was not known yet, or null; `isChanged`: the text is another one than before. */
  | { readonly ok: true; readonly news: Uint8Array | null; readonly isChanged: boolean }
  /** The document may hold a part of the update now: drop it and load it anew. */
  | { readonly ok: false; readonly reason: ApplyRefusal };

export class LiveDocument {
  readonly #doc = new Y.Doc();
  readonly #text = this.#doc.getText(rootName);
  #isChanged = false;
  #news: Uint8Array | null = null;

  constructor() {
    // Yjs tells of a transaction only when it brought something, and then of just that.
    this.#doc.on("update", (update) => {
      this.#news = update;
    });
    this.#text.observe(() => {
      this.#isChanged = true;
    });
  }

  /**
   * The document that `snapshot` and the updates after it make.
   * @throws when the stored bytes do not make a whole document: better no document than half of one
   */
  static load(snapshot: Uint8Array | null, updates: readonly Uint8Array[]): LiveDocument {
    const document = new LiveDocument();
    Y.transact(document.#doc, () => {
      for (const update of snapshot === null ? updates : [snapshot, ...updates]) Y.applyUpdate(document.#doc, update);
    });
    if (document.#hasPending()) throw new Error("the stored document is incomplete");
    return document;
  }

  /** The update that a new document with `text` begins with. */
  static firstUpdate(text: string): Uint8Array {
    const doc = new Y.Doc();
    doc.getText(rootName).insert(0, text);
    return Y.encodeStateAsUpdate(doc);
  }

  /** Applies one update that the guard let pass. Text longer than `maxLength` UTF-16 code units is refused. */
  apply(update: Uint8Array, maxLength: number): ApplyResult {
    this.#isChanged = false;
    this.#news = null;
    try {
      Y.applyUpdate(this.#doc, update);
    } catch {
      return { ok: false, reason: "threw" }; // What exactly Yjs stumbled over does not matter: the caller rolls back.
    }
    if (this.#hasPending()) return { ok: false, reason: "pending" };
    if (this.#isChanged && this.#text.length > maxLength) return { ok: false, reason: "too-long" };
    return { ok: true, news: this.#news, isChanged: this.#isChanged };
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
    try {
      Y.decodeStateVector(stateVector);
    } catch {
      return { ok: false }; // Whatever the decoder throws here means the same.
    }
    return { ok: true, value: Y.encodeStateAsUpdate(this.#doc, stateVector) };
  }

  /** The whole document as one update, without what deleting has made unnecessary. */
  snapshot(): Uint8Array {
    return Y.encodeStateAsUpdate(this.#doc);
  }

  #hasPending(): boolean {
    return this.#doc.store.pendingStructs !== null || this.#doc.store.pendingDs !== null;
  }
}
