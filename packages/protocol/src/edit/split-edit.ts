/** One edit as several, so that each fits a frame. */

import type { Deletion, Edit, Insertion } from "./edit.ts";
import { insertionFrom, mergeDeletions } from "./merge-edits.ts";

/** The most bytes that an insertion takes besides its text: a first byte, seven numbers, a root's name. */
const insertionBytes = 64;

/** The most bytes that a deletion takes, with the head of its client. */
const deletionBytes = 40;

/** A deletion is cut no shorter than this, in UTF-16 code units: each piece takes room of its own. */
const shortestDeletion = 100;

/** The most bytes of one UTF-16 code unit in UTF-8; a pair of surrogates takes four. */
const codeUnitBytes = 3;

/**
 * Edits that say `edit` when they are applied in their order, none above `mostBytes` as an update. Its insertions must
 * stand in causal order: what is written beside another comes after it. What it deletes of what was there before goes
 * along with what it inserts, a little ahead: on the way, the text is never longer than before or in the end, and
 * shorter than both by little more than one of the edits, so that whoever is interrupted leaves no empty text.
 */
export function splitEdit(edit: Edit, mostBytes: number): readonly Edit[] {
  const edits: Edit[] = [];
  let insertions: Insertion[] = [];
  let deletions: Deletion[] = [];
  let bytes = 0;
  const close = (): void => {
    edits.push({ insertions, deletions: mergeDeletions(deletions) });
    insertions = [];
    deletions = [];
    bytes = 0;
  };
  const makeRoomFor = (size: number): void => {
    if (bytes > 0 && bytes + size > mostBytes) close();
    bytes += size;
  };
  const addDeletion = (deletion: Deletion): void => {
    makeRoomFor(deletionBytes);
    deletions.push(deletion);
  };

  const { known, own } = knownAndOwn(edit);
  const [allInserted, allDeleted] = [lengthOf(edit.insertions.filter(({ text }) => text !== null)), lengthOf(known)];
  const toDelete = known.toReversed();
  let [inserted, deleted] = [0, 0];
  for (const insertion of edit.insertions.flatMap((whole) => cut(whole, mostBytes))) {
    if (insertion.text !== null) inserted += insertion.length;
    for (;;) {
      const missing = allInserted === 0 ? 0 : Math.ceil((inserted * allDeleted) / allInserted) - deleted;
      const whole = missing <= 0 ? undefined : toDelete.pop();
      if (whole === undefined) break;
      const length = Math.min(whole.length, Math.max(missing, shortestDeletion));
      addDeletion({ ...whole, length });
      deleted += length;
      if (length < whole.length) {
        toDelete.push({ ...whole, clock: whole.clock + length, length: whole.length - length });
      }
    }
    makeRoomFor(insertionBytes + (insertion.text?.length ?? 0) * codeUnitBytes);
    insertions.push(insertion);
  }
  for (const deletion of [...toDelete.toReversed(), ...own]) addDeletion(deletion);
  if (bytes > 0 || edits.length === 0) close();
  return edits;
}

/** What `edit` deletes of what was there before, and of what it inserts itself. */
function knownAndOwn({ insertions, deletions }: Edit): {
  readonly known: readonly Deletion[];
  readonly own: readonly Deletion[];
} {
  const firstClocks = new Map<number, number>();
  for (const { client, clock } of insertions) {
    firstClocks.set(client, Math.min(clock, firstClocks.get(client) ?? Number.POSITIVE_INFINITY));
  }
  const [known, own]: [Deletion[], Deletion[]] = [[], []];
  for (const { client, clock, length } of deletions) {
    const end = clock + length;
    const border = Math.min(end, Math.max(clock, firstClocks.get(client) ?? end));
    if (border > clock) known.push({ client, clock, length: border - clock });
    if (end > border) own.push({ client, clock: border, length: end - border });
  }
  return { known, own };
}

function lengthOf(ranges: readonly Deletion[]): number {
  return ranges.reduce((sum, { length }) => sum + length, 0);
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
