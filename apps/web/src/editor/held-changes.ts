/**
 * What others write in a line that one is composing waits: to change the text under an input method ends or doubles what
 * is composed. This is the arithmetic of it. The text shown and the text written part for a while: `held` leads from the
 * one to the other. Knows no editor and no Yjs.
 */

import { ChangeSet, type ChangeSpec } from "@codemirror/state";

/** UTF-16 positions in the text that is shown, both included. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/**
 * Splits `changes` of the text that is shown: `now` touches nothing of `composed` and can be shown; `held` does, and
 * applies to the text after `now`. One after the other they are `changes`.
 */
export function splitAround(
  changes: ChangeSet,
  composed: Stretch,
): { readonly now: ChangeSet; readonly held: ChangeSet } {
  const [apart, touching]: [ChangeSpec[], ChangeSpec[]] = [[], []];
  changes.iterChanges((from, to, _newFrom, _newTo, insert) => {
    const isApart = to < composed.from || from > composed.to;
    (isApart ? apart : touching).push({ from, to, insert });
  });
  const now = ChangeSet.of(apart, changes.length);
  return { now, held: ChangeSet.of(touching, changes.length).map(now) };
}

/**
 * `own`, a change of the text that is shown, as one of the text that is written, and what is held after it. What one
 * writes comes before what is held at the same place.
 */
export function writeOver(own: ChangeSet, held: ChangeSet): { readonly written: ChangeSet; readonly held: ChangeSet } {
  return { written: own.map(held, true), held: held.map(own) };
}
