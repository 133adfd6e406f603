/** Reads a Yjs update totally: it is an edit of a flat text, or there is a reason why not. */

import { Reader, type ReadRefusal, type Result, readWhole } from "../reading.ts";
import type { Deletion, Edit, Id, Insertion } from "./edit.ts";
import {
  contentBits,
  deletedContent,
  gcStruct,
  hasMapKey,
  hasOrigin,
  hasRightOrigin,
  parentIsRoot,
  rootName,
  skipStruct,
  stringContent,
} from "./format.ts";

export type EditRefusal =
  | ReadRefusal
  /** Structs are left out: a Skip. */
  | "gap"
  /** Structs without content: a GC, which a flat text never makes. */
  | "gc-struct"
  /** An embed, a format, a nested type, a subdocument, JSON, binary or any other value. */
  | "foreign-content"
  /** A root other than `text`. */
  | "foreign-root"
  /** A parent that is no root. */
  | "nested-parent"
  | "map-key"
  | "empty-insertion"
  | "empty-deletion"
  /** The same client's insertions, or deletions, in two places. */
  | "client-twice"
  /** Deletions of one client that overlap or do not stand in order. */
  | "unordered-deletions"
  /** A carriage return: the lines of a document end with LF only. */
  | "carriage-return"
  /** More code units of one client than a clock counts. */
  | "clock-too-large"
  /** More insertions and deletions than are read. */
  | "too-many-parts";

/** A deletion takes a fifth of the memory of an insertion, and a much edited text has many. */
const partsOfDeletion = 1 / 5;

/** Clocks stay far below the largest exact integer, so that no sum of a clock and a length loses exactness. */
const largestClock = 2 ** 51;

/**
 * Decodes `update` (Yjs encoding v1). Accepts only what a flat text makes: strings, deleted or not, and deletions, under
 * the root `text`, each number in its shortest form and nothing after the end. Never throws, whatever counts the bytes
 * claim, and reads at most `mostParts` insertions, or five times as many deletions: they take some twenty times the memory of their bytes.
 */
export function decodeEdit(update: Uint8Array, mostParts = Number.POSITIVE_INFINITY): Result<Edit, EditRefusal> {
  const reader = new EditReader(update, mostParts);
  return readWhole(reader, () => reader.edit());
}

class EditReader extends Reader<EditRefusal> {
  #partsLeft: number;

  constructor(update: Uint8Array, mostParts: number) {
    super(update);
    this.#partsLeft = mostParts;
  }

  edit(): Edit {
    return { insertions: this.#insertions(), deletions: this.#deletions() };
  }

  #insertions(): readonly Insertion[] {
    const insertions: Insertion[] = [];
    const clientCount = this.number();
    const clients = clientCount > 1 ? new Set<number>() : null;
    for (let clientsLeft = clientCount; clientsLeft > 0; clientsLeft -= 1) {
      const count = this.number();
      const client = this.#client(clients);
      let clock = this.number();
      if (count === 0) this.refuse("empty-insertion");
      for (let left = count; left > 0; left -= 1) {
        const insertion = this.#insertion(client, clock);
        insertions.push(insertion);
        clock += insertion.length;
        if (clock > largestClock) this.refuse("clock-too-large");
      }
    }
    return insertions;
  }

  #insertion(client: number, clock: number): Insertion {
    this.#countParts(1);
    const info = this.byte();
    const content = info & contentBits;
    if (content === gcStruct) this.refuse("gc-struct");
    if (content === skipStruct) this.refuse("gap");
    if (content !== stringContent && content !== deletedContent) this.refuse("foreign-content");
    if ((info & hasMapKey) !== 0) this.refuse("map-key");
    const origin = (info & hasOrigin) === 0 ? null : this.#id();
    const rightOrigin = (info & hasRightOrigin) === 0 ? null : this.#id();
    // An item with a neighbour inherits its parent from it; one without names it.
    if (origin === null && rightOrigin === null) {
      if (this.number() !== parentIsRoot) this.refuse("nested-parent");
      if (this.string() !== rootName) this.refuse("foreign-root");
    }
    const text = content === stringContent ? this.string() : null;
    const length = text === null ? this.number() : text.length;
    if (length === 0) this.refuse("empty-insertion");
    if (text?.includes("\r") === true) this.refuse("carriage-return");
    return { client, clock, length, origin, rightOrigin, text };
  }

  #deletions(): readonly Deletion[] {
    const deletions: Deletion[] = [];
    const clientCount = this.number();
    const clients = clientCount > 1 ? new Set<number>() : null;
    for (let clientsLeft = clientCount; clientsLeft > 0; clientsLeft -= 1) {
      const client = this.#client(clients);
      let end = -1;
      const count = this.number();
      if (count === 0) this.refuse("empty-deletion");
      for (let left = count; left > 0; left -= 1) {
        this.#countParts(partsOfDeletion);
        const clock = this.number();
        const length = this.number();
        if (length === 0) this.refuse("empty-deletion");
        if (clock < end) this.refuse("unordered-deletions");
        end = clock + length;
        if (end > largestClock) this.refuse("clock-too-large");
        deletions.push({ client, clock, length });
      }
    }
    return deletions;
  }

  #countParts(count: number): void {
    this.#partsLeft -= count;
    if (this.#partsLeft < 0) this.refuse("too-many-parts");
  }

  /** Reads a client id that is not among `seen`; null: there is only one. */
  #client(seen: Set<number> | null): number {
    const client = this.number();
    if (seen?.has(client) === true) this.refuse("client-twice");
    seen?.add(client);
    return client;
  }

  #id(): Id {
    return { client: this.number(), clock: this.number() };
  }
}
