/** What one takes back at once: a stretch of typing, or of deleting, without a pause, a new line or a move. Knows no Yjs. */

import type { ChangeDesc, Transaction } from "@codemirror/state";

/** How long a pause is that begins a new step, in milliseconds. */
const pauseMs = 600;

/** What one wrote last, as far as what one writes next may be one step with it. */
export interface Writing {
  readonly kind: "type" | "delete" | "other";
  /** Whether it begins what an input method composes, or a command of Vim's. */
  readonly isBeginning: boolean;
  readonly isComposed: boolean;
  readonly hasLineBreak: boolean;
  /** Both ends of what it replaced, in the text before it. */
  readonly starts: readonly number[];
  /** Where the next letter or deletion would be. */
  readonly ends: readonly number[];
  /** In milliseconds, by a clock that does not jump. */
  readonly at: number;
}

export function writingOf(transaction: Transaction, at: number): Writing {
  const { doc } = transaction.startState;
  const [starts, ends]: [number[], number[]] = [[], []];
  let [hasInserted, hasLineBreak] = [false, false];
  transaction.changes.iterChanges((from, to, _newFrom, newTo, inserted) => {
    starts.push(from, to);
    ends.push(newTo);
    hasInserted ||= inserted.length > 0;
    hasLineBreak ||= inserted.lines > 1 || doc.lineAt(from).to < to;
  });
  const isDeletion = transaction.isUserEvent("delete") || (transaction.isUserEvent("input.type") && !hasInserted);
  const kind = isDeletion ? "delete" : transaction.isUserEvent("input.type") ? "type" : "other";
  const isBeginning = transaction.isUserEvent("input.type.compose.start");
  const isComposed = transaction.isUserEvent("input.type.compose");
  return { kind, isBeginning, isComposed, hasLineBreak, starts, ends, at };
}

/** Whether `next` is taken back together with `last`, which it follows. */
export function isOneStep(last: Writing, next: Writing): boolean {
  if (next.isBeginning) return false;
  // A composition replaces what it has composed so far, and is one step however long it takes.
  if (last.isComposed && next.isComposed && next.starts.some((start) => Math.abs(start - (last.ends[0] ?? 0)) < 64))
    return !next.hasLineBreak;
  return (
    next.kind !== "other" &&
    next.kind === last.kind &&
    next.at - last.at < pauseMs &&
    !next.hasLineBreak &&
    last.ends.every((end) => next.starts.includes(end))
  );
}

/** `writing` after others have changed the text. */
export function movedBy(writing: Writing, changes: ChangeDesc): Writing {
  return { ...writing, ends: writing.ends.map((end) => changes.mapPos(end, -1)) };
}
