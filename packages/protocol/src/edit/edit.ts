/** What one Yjs update says of a flat text. Plain data: which of it counts in a document is decided elsewhere. */

/** One UTF-16 code unit that some client once wrote: the `clock`th of that client, counted from 0. */
export interface Id {
  readonly client: number;
  readonly clock: number;
}

/** Code units that `client` wrote in one go: those from `clock` on, `length` of them. Yjs calls this an item. */
export interface Insertion extends Id {
  readonly length: number;
  /** The code unit at whose right it was written; null: the beginning of the text. */
  readonly origin: Id | null;
  /** The code unit at whose left it was written; null: the end of the text. */
  readonly rightOrigin: Id | null;
  /** `length` code units; null when they are deleted again. */
  readonly text: string | null;
}

/** The code units of `client` from `clock` on, `length` of them, are deleted. */
export interface Deletion extends Id {
  readonly length: number;
}

/**
 * An update. The insertions of one client stand together and continue each other without a gap; the deletions of one
 * client stand together, in order, and do not overlap.
 */
export interface Edit {
  readonly insertions: readonly Insertion[];
  readonly deletions: readonly Deletion[];
}

/** Whether `edit` says nothing. */
export function isEmptyEdit(edit: Edit): boolean {
  return edit.insertions.length === 0 && edit.deletions.length === 0;
}

/** The last code unit of an insertion. */
export function lastOf({ client, clock, length }: Insertion): Id {
  return { client, clock: clock + length - 1 };
}

export function isSameId(one: Id | null, other: Id | null): boolean {
  return one?.client === other?.client && one?.clock === other?.clock;
}
