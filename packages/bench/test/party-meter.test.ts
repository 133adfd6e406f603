import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { countedStorage } from "../src/cost/counted-storage.ts";
import { countTimers, PartyMeter } from "../src/cost/party-meter.ts";

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
});

afterEach(() => {
  vi.useRealTimers();
});

function newMeter(): PartyMeter {
  return new PartyMeter(crypto.randomUUID());
}

/** Timers that are counted, over vitest's. */
function countedTimers() {
  const timers = {
    setTimeout: (work: () => void, delayMs?: number): unknown => setTimeout(work, delayMs),
    clearTimeout: (timer: unknown): void => clearTimeout(timer as NodeJS.Timeout),
  };
  countTimers(timers);
  return timers;
}

test("what is handled counts a millisecond, and nothing while a socket holds the object anyway", () => {
  const meter = newMeter();
  meter.handle(() => undefined);
  meter.hold();
  vi.advanceTimersByTime(500);
  meter.handle(() => undefined);
  expect(meter.read()).toMatchObject({ durationMs: 501, wakeUps: 1 });
  meter.release();
  vi.advanceTimersByTime(500);
  expect(meter.read().durationMs).toBe(501);
});

test("two sockets hold the object once, until the last one is gone", () => {
  const meter = newMeter();
  meter.hold();
  vi.advanceTimersByTime(100);
  meter.hold();
  vi.advanceTimersByTime(100);
  meter.release();
  vi.advanceTimersByTime(100);
  meter.release();
  expect(meter.read().durationMs).toBe(300);
});

test("a timer holds the object that set it until it has run, with what it sets itself", () => {
  const timers = countedTimers();
  const [meter, other] = [newMeter(), newMeter()];
  meter.handle(() => timers.setTimeout(() => timers.setTimeout(() => undefined, 300), 200));
  other.handle(() => undefined);
  vi.advanceTimersByTime(1_000);
  expect(meter.read()).toMatchObject({ durationMs: 1 + 200 + 300, wakeUps: 3 });
  expect(other.read().durationMs).toBe(1);
});

test("a timer that is cleared holds no longer, and one of nobody holds nobody", () => {
  const timers = countedTimers();
  const meter = newMeter();
  const timer = meter.handle(() => timers.setTimeout(() => undefined, 10_000));
  timers.setTimeout(() => undefined, 10_000);
  vi.advanceTimersByTime(50);
  timers.clearTimeout(timer);
  vi.advanceTimersByTime(20_000);
  expect(meter.read()).toMatchObject({ durationMs: 51, wakeUps: 1 });
});

test("an object goes on counting after it slept", () => {
  const object = crypto.randomUUID();
  new PartyMeter(object).handle(() => undefined);
  new PartyMeter(object).handle(() => undefined);
  expect(new PartyMeter(object).read()).toMatchObject({ durationMs: 2, wakeUps: 2 });
});

test("rows are counted as SQLite tells them, and a key as one", async () => {
  const counters = { rowsRead: 0, rowsWritten: 0 };
  const kept = new Map<string, unknown>();
  const storage = countedStorage(
    {
      sql: { exec: () => ({ toArray: () => ["row"], rowsRead: 3, rowsWritten: 2 }) },
      get: async (key) => kept.get(key),
      put: async (key, value) => void kept.set(key, value),
    },
    counters,
  );
  expect(storage.sql.exec("DELETE FROM part")).toEqual(["row"]);
  await storage.put("name", "fox");
  expect(await storage.get("name")).toBe("fox");
  expect(counters).toEqual({ rowsRead: 4, rowsWritten: 3 });
});
