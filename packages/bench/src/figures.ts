/** What a run of a workload gives: numbers with a name and a unit, and how several of them are summed up. */

export interface Metric {
  readonly name: string;
  readonly unit: string;
  /** Decimals that are worth showing. */
  readonly decimals: number;
  /** Whether its ratio to the bare relay's says anything. */
  readonly hasRatio: boolean;
  /** Less is better unless this says otherwise. */
  readonly better?: "more" | "neither";
}

/** One run's number for each metric, in their order. Null where the contestant has none. */
export type Figures = readonly (number | null)[];

/** The value below which `share` (0 to 1) of the values lie; NaN of none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN;
}

/** The middle value; of an even number, the mean of the two in the middle. NaN of none, and where one is NaN. */
export function median(values: readonly number[]): number {
  if (values.some(Number.isNaN)) return Number.NaN;
  const upper = values.toSorted((one, other) => one - other).slice(Math.floor((values.length - 1) / 2));
  const [low = Number.NaN, high = low] = upper;
  return values.length % 2 === 1 ? low : (low + high) / 2;
}
