/** One edit as several, so that each fits a frame. */

import type { Deletion, Edit, Insertion } from "./edit.ts";
import { insertionFrom } from "./merge-edits.ts";

/** The most bytes that an insertion takes besides its text: a first byte, seven numbers, a root's name. */
const insertionBytes = 64;

/** The most bytes that a deletion takes, with the head of its client. */
const deletionBytes = 40;

/** The most bytes of one UTF-16 code unit in UTF-8; a pair of surrogates takes four. */
const codeUnitBytes = 3;

/**
 * Edits that say `edit` when they are applied in their order, none above `mostBytes` as an update. Its insertions must
 * stand in causal order: what is written beside another comes after it.
 */
export function splitEdit(edit: Edit, mostBytes: number): readonly Edit[] {
  const edits: Edit[] = [];
  let insertions: Insertion[] = [];
  let deletions: Deletion[] = [];
  let bytes = 0;
  const close = (): void => {
    edits.push({ insertions, deletions });
    insertions = [];
    deletions = [];
    bytes = 0;
  };
  for (const insertion of edit.insertions.flatMap((whole) => cut(whole, mostBytes))) {
    const size = insertionBytes + (insertion.text?.length ?? 0) * codeUnitBytes;
    if (bytes > 0 && bytes + size > mostBytes) close();
    insertions.push(insertion);
    bytes += size;
  }
  for (const deletion of edit.deletions) {
    if (bytes > 0 && bytes + deletionBytes > mostBytes) close();
    deletions.push(deletion);
    bytes += deletionBytes;
  }
  if (bytes > 0 || edits.length === 0) close();
  return edits;
}

/** A long text as several insertions that are written on. No pair of surrogates is torn. */
function cut(insertion: Insertion, mostBytes: number): readonly Insertion[] {
  const mostUnits = Math.max(2, Math.floor((mostBytes - insertionBytes) / codeUnitBytes));
  const { text } = insertion;
  if (text === null || text.length <= mostUnits) return [insertion];
  const pieces: Insertion[] = [];
  for (let start = 0; start < text.length; ) {
    const isPairTorn = /[\uD800-\uDBFF]/.test(text.charAt(start + mostUnits - 1));
    const end = Math.min(text.length, start + mostUnits - (isPairTorn ? 1 : 0));
    const piece = insertionFrom(insertion, insertion.clock + start);
    pieces.push({ ...piece, length: end - start, text: text.slice(start, end) });
    start = end;
  }
  return pieces;
}
