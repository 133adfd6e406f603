/** Workers that are kept busy for ever, until they are told to answer. */

import { afterEach, beforeEach, vi } from "vitest";

const made: SilentWorker[] = [];

class SilentWorker extends EventTarget {
  isRunning = true;
  readonly told: unknown[] = [];

  constructor() {
    super();
    made.push(this);
  }
  postMessage(message: unknown): void {
    this.told.push(message);
  }
  terminate(): void {
    this.isRunning = false;
  }
  answer(data: unknown): void {
    this.dispatchEvent(Object.assign(new Event("message"), { data }));
  }
}

/** Has each test of the file find these in the place of workers, and its own time; gives those that the test has made. */
export function silentWorkers(): readonly SilentWorker[] {
  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal("Worker", SilentWorker);
  });
  afterEach(() => {
    made.length = 0;
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });
  return made;
}
