/** A ratio that is looked after: Samepage's time in multiples of a rival's, so that less is better. */

export interface Ratio {
  readonly name: string;
  /** By what factor it may be above the stored one before it is called worse. */
  readonly tolerance: number;
  /** The ratio as it stands after each round; the last one counts. @throws Error when something is lost or too slow */
  measure(): AsyncIterable<number>;
}

/** A ratio that could not be measured is worse than any. */
export function isWorse({ tolerance }: Pick<Ratio, "tolerance">, now: number, stored: number): boolean {
  return !(now <= stored * tolerance);
}
