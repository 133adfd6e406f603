/** What the page and the worker that runs expressions say to each other. */

import type { Expression } from "./expression-matches.ts";

export interface Search {
  readonly expression: Expression;
  readonly replacement: Replacement | null;
}

export interface Replacement {
  readonly template: string;
  /** Where the only match begins that is replaced; null for all of them. */
  readonly at: number | null;
}

export interface SearchRequest extends Search {
  /** Null for the same as before. */
  readonly text: string | null;
}

export interface SearchResult {
  readonly kind: "found";
  /** Where each match begins and ends, one after the other. */
  readonly positions: Uint32Array;
  /** Whether these are all: so many that nobody counts them are not looked for. */
  readonly isAll: boolean;
  /** What is put in the place of each match; null for those that stay as they are. Empty where nothing was to be replaced. */
  readonly inserts: readonly (string | null)[];
}

export type SearchAnswer = { readonly kind: "ready" } | SearchResult | { readonly kind: "failed" };
