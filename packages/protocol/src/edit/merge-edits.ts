/** Many edits as one: what is typed letter by letter becomes one string. Linear in what goes in. */

import { type Deletion, type Edit, type Insertion, isSameId, lastOf } from "./edit.ts";
import { byClient } from "./encode-edit.ts";

/**
 * One edit that says what `edits` say, one after the other. Each must continue what the document and the edits before
 * it hold; what is said twice is kept once.
 */
export function mergeEdits(edits: readonly Edit[]): Edit {
  const [only] = edits;
  if (only !== undefined && edits.length === 1) return only;
  const clients = byClient(edits.flatMap(({ insertions }) => insertions));
  const insertions = [...clients.values()].flatMap(mergeInsertions);
  return { insertions, deletions: mergeDeletions(edits.flatMap(({ deletions }) => deletions)) };
}

/** Deletions in order, those of one client that touch or overlap as one. */
export function mergeDeletions(deletions: readonly Deletion[]): readonly Deletion[] {
  const merged: Deletion[] = [];
  for (const list of byClient(deletions).values()) {
    list.sort((one, other) => one.clock - other.clock);
    for (const next of list) {
      const open = merged.at(-1);
      if (open?.client === next.client && next.clock <= open.clock + open.length) {
        const end = Math.max(open.clock + open.length, next.clock + next.length);
        merged.splice(-1, 1, { ...open, length: end - open.clock });
      } else merged.push(next);
    }
  }
  return merged;
}

/** `insertion` without its first code units, up to `clock`. */
export function insertionFrom(insertion: Insertion, clock: number): Insertion {
  const offset = clock - insertion.clock;
  if (offset === 0) return insertion;
  return {
    ...insertion,
    clock,
    length: insertion.length - offset,
    origin: { client: insertion.client, clock: clock - 1 },
    text: insertion.text?.slice(offset) ?? null,
  };
}

/** Insertions of one client, those that were written on in one place as one. */
function mergeInsertions(list: readonly Insertion[]): readonly Insertion[] {
  const merged: Insertion[] = [];
  for (const next of list) {
    const open = merged.at(-1);
    const end = open === undefined ? next.clock : open.clock + open.length;
    if (next.clock + next.length <= end) continue;
    const fresh = next.clock < end ? insertionFrom(next, end) : next;
    if (open !== undefined && isWrittenOn(open, fresh)) {
      const text = open.text === null || fresh.text === null ? null : open.text + fresh.text;
      merged.splice(-1, 1, { ...open, length: open.length + fresh.length, text });
    } else merged.push(fresh);
  }
  return merged;
}

/** Whether `next` continues `before` as one item would. */
function isWrittenOn(before: Insertion, next: Insertion): boolean {
  return (
    (before.text === null) === (next.text === null) &&
    isSameId(next.origin, lastOf(before)) &&
    isSameId(next.rightOrigin, before.rightOrigin)
  );
}
