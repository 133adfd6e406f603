/** What a comparison says of each metric: its contestants, the best first. */

import type { Comparison } from "../compare.ts";
import type { Metric } from "../figures.ts";
import { type Standing, standingOf } from "../standing.ts";

export interface Ranking {
  readonly metric: Metric;
  /** The best first. Those without a figure are left out. */
  readonly standings: readonly Standing[];
}

/** A ranking for each metric that tells contestants apart. */
export function rankingsOf({ workload: { metrics }, series }: Comparison): readonly Ranking[] {
  return metrics.flatMap((metric, index) => {
    if (metric.better === "neither") return [];
    const sign = metric.better === "more" ? -1 : 1;
    const standings = series
      .flatMap((one) => standingOf(one, metrics, index, series) ?? [])
      .sort((one, other) => sign * (one.median - other.median));
    const figures = new Set(standings.map((standing) => standing.median));
    return figures.size > 1 ? [{ metric, standings }] : [];
  });
}

/** The best of those that keep documents and had no round that failed, and the next of them; null without two. */
export function firstOf({ standings }: Ranking): { readonly first: Standing; readonly second: Standing } | null {
  const [first, second] = standings.filter(({ keepsText, isWhole }) => keepsText && isWhole);
  return first === undefined || second === undefined ? null : { first, second };
}

/** How many times better `first` is, and whether that can be no chance: no round of one is among the other's. */
export function leadOf(first: Standing, second: Standing): { readonly times: number; readonly isCertain: boolean } {
  const [low, high] = [first.median, second.median].sort((one, other) => one - other);
  const isRepeated = first.figures.length > 1 && second.figures.length > 1;
  const isCertain = isRepeated && (first.most < second.least || second.most < first.least);
  return { times: (high ?? 0) / (low ?? 0), isCertain };
}
