/** A rate with room for bursts. After "token bucket" as in RFC 2697, in units of whatever is counted. */

export class TokenBucket {
  readonly #perSecond: number;
  readonly #burst: number;
  readonly #debt: number;
  #tokens: number;
  #countedAt = Number.NEGATIVE_INFINITY;

  /** A full bucket of `burst` tokens; `perSecond` 0 means that there is no limit. It may go into debt by `debt`. */
  constructor(perSecond: number, burst: number, debt = burst) {
    this.#debt = debt;
    this.#perSecond = perSecond;
    this.#burst = burst;
    this.#tokens = burst;
  }

  /** How many tokens there are; none is a debt when below 0. Times are milliseconds and may stand still, or go back. */
  available(now: number): number {
    if (this.#perSecond === 0) return Number.POSITIVE_INFINITY;
    const passedMs = Math.max(0, now - this.#countedAt);
    this.#countedAt = now;
    this.#tokens = Math.min(this.#burst, this.#tokens + (passedMs * this.#perSecond) / 1_000);
    return this.#tokens;
  }

  /** Takes `count` tokens if there are so many. */
  take(count: number, now: number): boolean {
    if (this.available(now) < count) return false;
    this.#tokens -= count;
    return true;
  }

  /** Takes `count` tokens, if need be on debt, but no more of that than there may be; gives back what is left. */
  spend(count: number, now: number): number {
    this.#tokens = Math.max(-this.#debt, this.available(now) - count);
    return this.#tokens;
  }

  /** When there will be `count` tokens, if none is taken before. */
  timeOf(count: number, now: number): number {
    const missing = count - this.available(now);
    return missing <= 0 ? now : now + Math.ceil((missing * 1_000) / this.#perSecond);
  }
}
