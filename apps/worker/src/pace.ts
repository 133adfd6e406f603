/**
 * When the next of what keeps the thread busy may begin, so that those of many at a time do not follow each other without
 * a pause: on one's own box one thread serves all documents.
 */

export class Pace {
  readonly #gapMs: number;
  readonly #mostWaitMs: number;
  #next = Number.NEGATIVE_INFINITY;

  constructor(gapMs: number, mostWaitMs: number) {
    this.#gapMs = gapMs;
    this.#mostWaitMs = mostWaitMs;
  }

  /** How long whoever comes at `now` waits, both in milliseconds; nobody does while there is time. */
  wait(now: number): number {
    const waitMs = Math.min(Math.max(0, this.#next - now), this.#mostWaitMs);
    this.#next = now + waitMs + this.#gapMs;
    return waitMs;
  }
}
