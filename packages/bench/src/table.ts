/**
 * A comparison as a table: for each metric the median, its spread (least to most), and its ratio to R's: the median of
 * the rounds' ratios, because a machine that is slow for a while is so for both of a round.
 */

import type { Comparison } from "./compare.ts";
import type { Metric } from "./figures.ts";
import { type Standing, standingOf, timesText } from "./standing.ts";

/** The head first, then a row for each contestant; what failed stands behind the figures. */
export function cellsOf({ workload: { metrics }, series }: Comparison): readonly (readonly string[])[] {
  const head = ["", ...metrics.map((metric) => (metric.unit === "" ? metric.name : `${metric.name}, ${metric.unit}`))];
  const rows = series.map((one) => [
    one.contestant,
    ...metrics.map((metric, index) => cell(metric, standingOf(one, metrics, index, series))),
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

function cell({ decimals }: Metric, standing: Standing | null): string {
  if (standing === null) return "–";
  const { figures, median, least, most, ratio } = standing;
  const spread = figures.length === 1 ? "" : ` (${least.toFixed(decimals)}–${most.toFixed(decimals)})`;
  return `${median.toFixed(decimals)}${spread}${ratio === null ? "" : ` ${timesText(ratio)}`}`;
}
