/** What a comparison says of one metric: each contestant's rounds summed up, in the order of the better figure. */

import type { Comparison, Series } from "../compare.ts";
import { type Metric, median } from "../figures.ts";

/** A driver as busy as this was what was measured. */
const driverLimitPercent = 80;

export interface Standing {
  readonly contestant: string;
  readonly keepsText: boolean;
  /** The rounds' figures, in their order, without those that failed. */
  readonly figures: readonly number[];
  readonly median: number;
  readonly least: number;
  readonly most: number;
  /** The rounds' ratios to R's; null where there are none. */
  readonly ratio: number | null;
  /** Whether the driver was the limit in half of the rounds, or more. */
  readonly isDriverLimited: boolean;
}

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

/** The best of those that keep documents, and the best other of them; null without two. */
export function firstOf({ standings }: Ranking): { readonly first: Standing; readonly second: Standing } | null {
  const [first, second] = standings.filter(({ keepsText }) => keepsText);
  return first === undefined || second === undefined ? null : { first, second };
}

/** How many times better `first` is, and whether that can be no chance: no round of one is among the other's. */
export function leadOf(first: Standing, second: Standing): { readonly times: number; readonly isCertain: boolean } {
  const [low, high] = [first.median, second.median].sort((one, other) => one - other);
  const isRepeated = first.figures.length > 1 && second.figures.length > 1;
  const isCertain = isRepeated && (first.most < second.least || second.most < first.least);
  return { times: (high ?? 0) / (low ?? 0), isCertain };
}

function standingOf(
  one: Series,
  metrics: readonly Metric[],
  index: number,
  series: readonly Series[],
): Standing | null {
  const rounds = one.rounds.map((round) => (typeof round === "string" ? null : (round[index] ?? null)));
  const figures = rounds.filter((figure) => figure !== null);
  if (figures.length === 0) return null;
  const base = series.find(({ contestant }) => contestant === "R")?.rounds;
  const ratios = rounds.flatMap((figure, round) => {
    const of = base?.[round];
    const r = typeof of === "object" ? of[index] : null;
    return figure === null || r === null || r === undefined ? [] : [figure / r];
  });
  const driver = metrics.findIndex(({ name }) => name === "driver");
  const limited = one.rounds.filter((round) => typeof round !== "string" && (round[driver] ?? 0) >= driverLimitPercent);
  return {
    contestant: one.contestant,
    keepsText: one.keepsText,
    figures,
    median: median(figures),
    least: Math.min(...figures),
    most: Math.max(...figures),
    ratio: metrics[index]?.hasRatio === true && ratios.length > 0 ? median(ratios) : null,
    isDriverLimited: limited.length * 2 >= figures.length,
  };
}
