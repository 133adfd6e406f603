/** What an edit deletes of its own: said in one way, so that no part of it can be applied, or sent on, without the rest. */

import type { Deletion, Edit, Insertion } from "./edit.ts";
import { byClient } from "./encode-edit.ts";
import { insertionFrom, mergeDeletions } from "./merge-edits.ts";

/**
 * `edit`, which also deletes what it inserts as deleted; the edit itself when it does. A peer that has the text of it
 * passes the insertion by, and hears only from the deletion that it is gone.
 */
export function withDeletionsOfDeleted(edit: Edit): Edit {
  const deleted = edit.insertions.filter(({ text }) => text === null);
  if (deleted.length === 0) return edit;
  const covers = coverOf(edit.deletions);
  const missing = deleted.filter((insertion) => !covers(insertion).some((part) => part.length === insertion.length));
  if (missing.length === 0) return edit;
  const added = missing.map(({ client, clock, length }) => ({ client, clock, length }));
  return { ...edit, deletions: mergeDeletions([...edit.deletions, ...added]) };
}

/** `edit`, which inserts as deleted what it deletes; the edit itself when it does. */
export function withDeletedInsertions(edit: Edit): Edit {
  if (edit.insertions.length === 0 || edit.deletions.length === 0) return edit;
  const covers = coverOf(edit.deletions);
  const insertions = edit.insertions.flatMap((insertion) =>
    insertion.text === null ? [insertion] : cutOut(insertion, covers(insertion)),
  );
  const isAsItWas = insertions.every((insertion, at) => insertion === edit.insertions[at]);
  return isAsItWas ? edit : { ...edit, insertions };
}

/** Tells what of a range deletions cover, in order. */
function coverOf(deletions: readonly Deletion[]): (range: Insertion) => readonly Deletion[] {
  const byClients = byClient(deletions);
  return ({ client, clock, length }) => {
    const list = byClients.get(client) ?? [];
    const covers: Deletion[] = [];
    for (let at = firstEndingAfter(list, clock); at < list.length; at += 1) {
      const deletion = list[at];
      if (deletion === undefined || deletion.clock >= clock + length) break;
      const from = Math.max(clock, deletion.clock);
      const to = Math.min(clock + length, deletion.clock + deletion.length);
      covers.push({ client, clock: from, length: to - from });
    }
    return covers;
  };
}

function firstEndingAfter(list: readonly Deletion[], clock: number): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const deletion = list[middle];
    if (deletion !== undefined && deletion.clock + deletion.length <= clock) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** `insertion` as several, of which those that `covers` cover are deleted. */
function cutOut(insertion: Insertion, covers: readonly Deletion[]): readonly Insertion[] {
  const parts: Insertion[] = [];
  let rest = insertion;
  const take = (length: number, isDeleted: boolean): void => {
    if (length <= 0) return;
    const part = length === rest.length ? rest : { ...rest, length, text: rest.text?.slice(0, length) ?? null };
    parts.push(isDeleted ? { ...part, text: null } : part);
    if (length < rest.length) rest = insertionFrom(rest, rest.clock + length);
    else rest = { ...rest, length: 0 };
  };
  for (const cover of covers) {
    take(cover.clock - rest.clock, false);
    take(cover.length, true);
  }
  take(rest.length, false);
  return parts;
}
