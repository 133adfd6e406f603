/**
 * Counts what an object of y-partyserver costs, as apps/worker/src/meter.ts does for Samepage: in memory, past the
 * hibernation of the object, and being asked is not counted. It runs in the Workers runtime.
 */

import type { Counters } from "../endurance/counters.ts";

/** The clock stands still while something is handled: this is the least that can be told. */
const handlingMs = 1;

type Counted = { -readonly [Name in Exclude<keyof Counters, "storedBytes">]: number };

const countersByObject = new Map<string, Counted>();

/** The meter of the object that is at work: a timer that is set now is its own. */
let atWork: PartyMeter | null = null;

export class PartyMeter {
  readonly counters: Counted;
  /** Sockets that forbid hibernation, and timers that are to run. */
  #holds = 0;
  #heldSince = 0;
  #isAwake = false;

  /** For the object with the id `object`, which was just loaded. */
  constructor(object: string) {
    const nothing = { wakeUps: 0, requests: 0, messages: 0, commits: 0, durationMs: 0, rowsRead: 0, rowsWritten: 0 };
    this.counters = countersByObject.get(object) ?? nothing;
    countersByObject.set(object, this.counters);
  }

  /** From now on the object cannot hibernate, until it was released as often as it was held. */
  hold(): void {
    if (this.#holds === 0) this.#heldSince = Date.now();
    this.#holds += 1;
  }

  release(): void {
    this.#holds -= 1;
    if (this.#holds === 0) this.counters.durationMs += Date.now() - this.#heldSince;
  }

  /** Does `work`, which is billed for the least that can be told, unless the object is held anyway. */
  handle<Value>(work: () => Value): Value {
    if (!this.#isAwake) this.counters.wakeUps += 1;
    this.#isAwake = true;
    if (this.#holds === 0) this.counters.durationMs += handlingMs;
    const outer = atWork;
    atWork = this;
    try {
      return work();
    } finally {
      atWork = outer;
    }
  }

  /** What was counted until now. */
  read(): Counted {
    const heldMs = this.#holds === 0 ? 0 : Date.now() - this.#heldSince;
    return { ...this.counters, durationMs: this.counters.durationMs + heldMs };
  }
}

/** The timers of a runtime, to be replaced. */
export interface Timers {
  setTimeout(work: () => void, delayMs?: number): unknown;
  clearTimeout(timer: unknown): void;
}

/** From now on each timer that is set while a meter handles something holds its object until it has run or is cleared. */
export function countTimers(timers: Timers): void {
  const { setTimeout, clearTimeout } = timers;
  const meters = new Map<unknown, PartyMeter>();
  timers.setTimeout = (work, delayMs) => {
    const meter = atWork;
    if (meter === null) return setTimeout(work, delayMs);
    const timer = setTimeout(() => {
      meters.delete(timer);
      meter.counters.wakeUps += 1;
      // Released after it: what it sets itself holds on.
      meter.handle(work);
      meter.release();
    }, delayMs);
    meters.set(timer, meter);
    meter.hold();
    return timer;
  };
  timers.clearTimeout = (timer) => {
    meters.get(timer)?.release();
    meters.delete(timer);
    clearTimeout(timer);
  };
}
