/**
 * When the next document may be created. Creating one has SQLite make files and wait for the disk, some ten
 * milliseconds in which the thread that serves all documents of one's own box does nothing else; those of many at a
 * time would follow each other without a pause, and every keystroke would wait for all of them.
 */

/** From the beginning of one to that of the next: more than half of it is for whoever types. */
const gapMs = 25;

/** Nobody waits longer, however many come: limits are for that, and this is no queue. */
const mostWaitMs = 5_000;

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

const pace = new Pace(gapMs, mostWaitMs);

/** Resolves when the next document may be created, at once unless another just was. */
export async function untilNextCreation(): Promise<void> {
  const waitMs = pace.wait(performance.now());
  if (waitMs > 0) await new Promise((resume) => setTimeout(resume, waitMs));
}
