/** Applying a large edit piece by piece, each as far as it may cost; the rest waits for its turn. */

import { type Deletion, type Edit, encodeEdit, type Insertion, isEmptyEdit } from "@samepage/protocol";
import type { Placing } from "./placing.ts";

export type ApplyRefusal = "threw" | "pending";

export type ApplyResult =
  | { readonly ok: true }
  /** The document may hold a part of the edit now: drop it and load it anew. */
  | { readonly ok: false; readonly reason: ApplyRefusal };

/** How far a large edit was applied. */
export interface Progress {
  /** What is in the document now. */
  readonly done: Edit;
  /** What is not, and would next cost `nextWork`. */
  readonly rest: Edit;
  readonly work: number;
  readonly nextWork: number;
  /** Why `rest` cannot follow; null when it can. But for `crossed`, the document may hold more than `done`. */
  readonly refusal: ApplyRefusal | "crossed" | null;
}

/** How much work may be done: all of it up to `most`, a first piece up to `first`; counted up to `countable`. */
export interface WorkLimits {
  readonly most: number;
  readonly first: number;
  readonly countable: number;
  /** Whether what is deleted goes before what is inserted comes, so that the text is never longer than in the end. */
  readonly isDeletingFirst: boolean;
}

/** What a document does with the pieces. */
interface Target {
  /** How many insertions are applied in one go: the next are placed among what they made. */
  readonly mostAtOnce: number;
  placeInsertion(insertion: Insertion, most: number): Placing;
  workOfDeletion(deletion: Deletion): number;
  /** The beginning of `deletion` that costs no more than `most`, or one item of it. */
  beginningOf(deletion: Deletion, most: number): Deletion | null;
  apply(update: Uint8Array): ApplyResult;
}

/**
 * Applies as much of `edit` as it may cost. It is in causal order, and deletes nothing of its own (it inserts that as
 * deleted). All that was placed before is applied.
 */
export function applyWithin(edit: Edit, limits: WorkLimits, target: Target): Progress {
  return new Application(edit, limits, target).run();
}

class Application {
  readonly #edit: Edit;
  readonly #limits: WorkLimits;
  readonly #target: Target;
  readonly #deleted: Deletion[] = [];
  #deletionsLeft: readonly Deletion[];
  /** How many insertions are placed, and how many of these are applied. */
  #placed = 0;
  #applied = 0;
  #work = 0;
  #nextWork = 0;
  #refusal: Progress["refusal"] = null;

  constructor(edit: Edit, limits: WorkLimits, target: Target) {
    this.#edit = edit;
    this.#limits = limits;
    this.#target = target;
    this.#deletionsLeft = edit.deletions;
  }

  run(): Progress {
    const { insertions } = this.#edit;
    if (this.#limits.isDeletingFirst) {
      this.#delete();
      if (this.#deletionsLeft.length === 0) this.#insert();
    } else {
      this.#insert();
      if (this.#applied === insertions.length) this.#delete();
    }
    return {
      done: { insertions: insertions.slice(0, this.#applied), deletions: this.#deleted },
      rest: { insertions: insertions.slice(this.#applied), deletions: this.#deletionsLeft },
      work: this.#work,
      nextWork: this.#nextWork,
      refusal: this.#refusal,
    };
  }

  #insert(): void {
    const { countable } = this.#limits;
    for (const insertion of this.#edit.insertions) {
      if (this.#placed - this.#applied >= this.#target.mostAtOnce) this.#applyPlaced();
      let placing = this.#target.placeInsertion(insertion, countable);
      if (!placing.ok && placing.reason === "unapplied") {
        this.#applyPlaced();
        placing = this.#target.placeInsertion(insertion, countable);
      }
      if (!placing.ok) this.#refusal ??= "crossed";
      if (!placing.ok || this.#refusal !== null || !this.#mayCost(placing.work)) break;
      this.#placed += 1;
    }
    this.#applyPlaced();
  }

  #applyPlaced(): void {
    const insertions = this.#edit.insertions.slice(this.#applied, this.#placed);
    if (this.#apply({ insertions, deletions: [] })) this.#applied = this.#placed;
  }

  #delete(): void {
    const { deletions } = this.#edit;
    this.#deletionsLeft = [];
    for (const [index, deletion] of deletions.entries()) {
      const part = this.#mayCost(this.#target.workOfDeletion(deletion)) ? deletion : this.#beginningOf(deletion);
      if (part !== null) this.#deleted.push(part);
      if (part?.length === deletion.length) continue;
      const clock = deletion.clock + (part?.length ?? 0);
      const left = { ...deletion, clock, length: deletion.clock + deletion.length - clock };
      this.#deletionsLeft = [left, ...deletions.slice(index + 1)];
      break;
    }
    this.#apply({ insertions: [], deletions: this.#deleted });
  }

  /** What of a deletion may still be done; it may be a whole document's. */
  #beginningOf(deletion: Deletion): Deletion | null {
    const { first, most } = this.#limits;
    const left = this.#work === 0 ? first : most - this.#work;
    const part = left > 0 ? this.#target.beginningOf(deletion, left) : null;
    if (part !== null) this.#work += this.#target.workOfDeletion(part);
    this.#nextWork = Math.min(this.#nextWork, most);
    return part;
  }

  #mayCost(cost: number): boolean {
    this.#nextWork = cost;
    if (this.#work === 0 ? cost > this.#limits.first : this.#work + cost > this.#limits.most) return false;
    this.#work += cost;
    return true;
  }

  #apply(part: Edit): boolean {
    if (isEmptyEdit(part)) return true;
    const result = this.#target.apply(encodeEdit(part));
    if (!result.ok) this.#refusal = result.reason;
    return result.ok;
  }
}
