/** Applying a large edit piece by piece, each as far as it may cost; the rest waits for its turn. */

import { type Deletion, type Edit, encodeEdit, type Insertion, isEmptyEdit } from "@samepage/protocol";
import type { Placing } from "./placing.ts";

export type ApplyRefusal = "threw" | "pending" | "crossed";

export type ApplyResult =
  | { readonly ok: true }
  /** The document may hold a part of the edit now: drop it and load it anew. */
  | { readonly ok: false; readonly reason: ApplyRefusal };

/** How far a large edit was applied. */
export type Progress =
  /** `done` is in the document; `rest` is not, and would next cost `nextWork`. */
  | { readonly ok: true; readonly done: Edit; readonly rest: Edit; readonly work: number; readonly nextWork: number }
  /** `isTouched`: the document may hold a part of it. */
  | { readonly ok: false; readonly reason: ApplyRefusal; readonly isTouched: boolean };

/** How much work may be done: all of it up to `most`, a first piece up to `first`; counted up to `countable`. */
export interface WorkLimits {
  readonly most: number;
  readonly first: number;
  readonly countable: number;
}

/** Insertions of a large edit that are applied in one go: the next are placed among what they made. */
const mostAtOnce = 64;

/** What a document does with the pieces. */
interface Target {
  placeInsertion(insertion: Insertion, most: number): Placing;
  workOfDeletion(deletion: Deletion): number;
  apply(update: Uint8Array): ApplyResult;
}

/** Applies as much of `edit`, which is in causal order, as it may cost. All that was placed before is applied. */
export function applyWithin(edit: Edit, limits: WorkLimits, target: Target): Progress {
  let [work, nextWork, inserted, deleted, applied] = [0, 0, 0, 0, 0];
  let refusal: ApplyRefusal | null = null;
  const mayCost = (cost: number): boolean => {
    nextWork = cost;
    if (work === 0 ? cost > limits.first : work + cost > limits.most) return false;
    work += cost;
    return true;
  };
  const applyInserted = (deletions: readonly Deletion[]): void => {
    const part = { insertions: edit.insertions.slice(applied, inserted), deletions };
    applied = inserted;
    const result = isEmptyEdit(part) ? null : target.apply(encodeEdit(part));
    if (result?.ok === false) refusal = result.reason;
  };
  for (const insertion of edit.insertions) {
    if (inserted - applied >= mostAtOnce) applyInserted([]);
    let placing = target.placeInsertion(insertion, limits.countable);
    if (!placing.ok && placing.reason === "unapplied") {
      applyInserted([]);
      placing = target.placeInsertion(insertion, limits.countable);
    }
    if (!placing.ok) refusal ??= "crossed";
    if (!placing.ok || refusal !== null || !mayCost(placing.work)) break;
    inserted += 1;
  }
  if (refusal !== null) return { ok: false, reason: refusal, isTouched: applied > 0 };
  applyInserted([]);
  if (inserted === edit.insertions.length) {
    for (const deletion of edit.deletions) {
      if (!mayCost(target.workOfDeletion(deletion))) break;
      deleted += 1;
    }
  }
  const deletions = edit.deletions.slice(0, deleted);
  applyInserted(deletions);
  if (refusal !== null) return { ok: false, reason: refusal, isTouched: true };
  return {
    ok: true,
    done: { insertions: edit.insertions.slice(0, inserted), deletions },
    rest: { insertions: edit.insertions.slice(inserted), deletions: edit.deletions.slice(deleted) },
    work,
    nextWork,
  };
}
