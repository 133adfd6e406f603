/**
 * A comparison as a table: for each metric the median, its spread (least to most), and its ratio to R's: the median of
 * the rounds' ratios, because a machine that is slow for a while is so for both of a round.
 */

import type { Comparison, Series } from "./compare.ts";
import { type Metric, median } from "./figures.ts";

const baseline = "R";

/** The head first, then a row for each contestant; what failed stands behind the figures. */
export function cellsOf({ workload: { metrics }, series }: Comparison): readonly (readonly string[])[] {
  const head = ["", ...metrics.map((metric) => (metric.unit === "" ? metric.name : `${metric.name}, ${metric.unit}`))];
  const base = series.find(({ contestant }) => contestant === baseline);
  const rows = series.map((one) => [
    one.contestant,
    ...metrics.map((metric, index) => cell(metric, valuesOf(one, index), base && valuesOf(base, index))),
    ...one.rounds.filter((round) => typeof round === "string").map((reason) => `failed: ${reason}`),
  ]);
  return [head, ...rows];
}

/** For a terminal. */
export function tableOf(comparison: Comparison): string {
  const { name, description } = comparison.workload;
  const rows = cellsOf(comparison);
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  const lines = rows.map((row) => row.map((text, column) => text.padEnd(widths[column] ?? 0)).join("  "));
  return [`${name}: ${description}`, ...lines.map((line) => line.trimEnd())].join("\n");
}

function valuesOf({ rounds }: Series, index: number): readonly number[] {
  return rounds.flatMap((round) => (typeof round === "string" ? [] : (round[index] ?? [])));
}

function cell({ decimals, hasRatio }: Metric, values: readonly number[], base: readonly number[] | undefined): string {
  if (values.length === 0) return "–";
  const middle = median(values);
  const spread =
    values.length === 1 ? "" : ` (${Math.min(...values).toFixed(decimals)}–${Math.max(...values).toFixed(decimals)})`;
  const ratios = values.flatMap((value, round) => (base?.[round] === undefined ? [] : [value / base[round]]));
  const ratio = hasRatio && base?.length === values.length ? median(ratios) : Number.NaN;
  return `${middle.toFixed(decimals)}${spread}${Number.isFinite(ratio) ? ` ${ratio.toFixed(2)}×` : ""}`;
}
