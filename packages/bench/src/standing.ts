/** One contestant's rounds in one metric, summed up; the ratio to R is that of its rounds, each to R's same round. */

import type { Series } from "./compare.ts";
import { type Metric, median } from "./figures.ts";

/** Whose rounds the others' are divided by. */
const baseline = "R";

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
  /** Whether no round failed. */
  readonly isWhole: boolean;
}

/** The standing of `one`, a series of `series`, in the metric at `index`; null when it has no figure. */
export function standingOf(
  one: Series,
  metrics: readonly Metric[],
  index: number,
  series: readonly Series[],
): Standing | null {
  const rounds = one.rounds.map((round) => (typeof round === "string" ? null : (round[index] ?? null)));
  const figures = rounds.filter((figure) => figure !== null);
  if (figures.length === 0) return null;
  const base = series.find(({ contestant }) => contestant === baseline)?.rounds;
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
    isWhole: figures.length === one.rounds.length,
  };
}

/** A ratio as one reads it: two decimals, or, where these would say nothing, one digit that does. */
export function timesText(ratio: number): string {
  return `${ratio === 0 || ratio >= 0.1 ? ratio.toFixed(2) : Number(ratio.toPrecision(1))}×`;
}
