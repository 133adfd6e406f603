/** How often a link's password may be tried: guessing must not pay, and who mistypes must not wait long. */

/** How often it was tried, and since when that is counted, in milliseconds since 1970. */
export interface Tries {
  readonly count: number;
  readonly since: number;
}

const mostTries = 10;
const windowMs = 10 * 60 * 1_000;

/** What is to be kept of one more try at `now`, which may only then be made; or when the next may be. */
export function tryOnce(
  { count, since }: Tries,
  now: number,
): { readonly ok: true; readonly tries: Tries } | { readonly ok: false; readonly again: number } {
  const isOver = now >= since + windowMs || now < since;
  if (isOver) return { ok: true, tries: { count: 1, since: now } };
  return count < mostTries ? { ok: true, tries: { count: count + 1, since } } : { ok: false, again: since + windowMs };
}
