/** How long to wait before the next try: full jitter, so that a thousand clients do not come back in the same moment. */

const firstMs = 250;
const longestMs = 30_000;

/**
 * The wait in milliseconds after `failures` tries in a row that failed (1 after the first). `random` is in [0, 1).
 * Full jitter after "Exponential Backoff And Jitter" (Marc Brooker, AWS Architecture Blog, 2015), with a floor of
 * a tenth so that a try never follows at once.
 */
export function backoffMs(failures: number, random: number): number {
  const ceiling = Math.min(longestMs, firstMs * 2 ** Math.min(failures, 10));
  return Math.round(ceiling * (0.1 + 0.9 * random));
}

/** For whoever was turned away because of too many connections: they are counted by the minute. */
const firstTurnedAwayMs = 10_000;
const longestTurnedAwayMs = 60_000;

/** The wait in milliseconds after having been turned away for the `failures`th time in a row. `random` is in [0, 1). */
export function turnedAwayMs(failures: number, random: number): number {
  const least = Math.min(longestTurnedAwayMs, firstTurnedAwayMs * 2 ** Math.min(failures - 1, 3));
  return Math.round(least * (1 + random));
}
