/** Counts what one object costs, from its loading on. Is told the time, and knows nothing of documents. */

import { type Counters, countersOf } from "./counters.ts";

/** The clock stands still while something is handled: how long that takes cannot be told, but not less than this. */
const handlingMs = 1;

/** All times in milliseconds since 1970. */
export class CostMeter {
  readonly counters: Counters;
  /** What was counted before the object was loaded; null once it was loaded for more than being asked for that. */
  #countedBefore: Counters | null;
  /** No time before this counts any more: what is busy with two things is billed once. */
  #countedUntil = 0;

  /** For the object with the id `object`, which was just loaded. */
  constructor(object: string) {
    this.counters = countersOf(object);
    this.#countedBefore = { ...this.counters };
    this.counters.wakeUps += 1;
  }

  /** A request, or a call of a method, came in. */
  requested(now: number): void {
    this.counters.requests += 1;
    this.handled(now);
  }

  /** Something was handled, whatever it was. Told several times at the same time, it counts once. */
  handled(now: number): void {
    this.#countedBefore = null;
    this.#count(now, now + handlingMs);
  }

  /** A timer was set for `at`: until it has run, the object cannot hibernate. */
  timerSet(now: number, at: number): void {
    this.#count(now, at);
  }

  /** The timer that was set for `at` runs, which may be later. What it does is to be told as handled besides. */
  timerRan(now: number, at: number): void {
    this.counters.wakeUps += 1;
    this.#count(at, now);
  }

  /** What was counted, a timer that is still to run counting to its end. Asking is not counted. */
  read(): Counters {
    if (this.#countedBefore !== null) Object.assign(this.counters, this.#countedBefore);
    return { ...this.counters };
  }

  #count(from: number, until: number): void {
    const uncounted = Math.max(from, this.#countedUntil);
    if (until <= uncounted) return;
    this.counters.durationMs += until - uncounted;
    this.#countedUntil = until;
  }
}
