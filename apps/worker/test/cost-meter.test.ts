import { expect, test } from "vitest";
import { CostMeter } from "../src/cost-meter.ts";

/** The duration after `events`, of an object that nobody else counts for. */
function durationAfter(events: (meter: CostMeter) => void): number {
  const meter = new CostMeter(crypto.randomUUID());
  events(meter);
  return meter.read().durationMs;
}

test("what is handled counts a millisecond, and once however much is handled at the same time", () => {
  const duration = durationAfter((meter) => {
    meter.handled(1_000);
    meter.handled(1_000);
    meter.requested(5_000);
  });
  expect(duration).toBe(2);
});

test("a timer counts from its setting until it runs, even late, and what is handled meanwhile adds nothing", () => {
  const duration = durationAfter((meter) => {
    meter.handled(1_000);
    meter.timerSet(1_000, 1_250);
    meter.handled(1_100);
    meter.timerRan(1_260, 1_250);
    meter.handled(1_260);
  });
  expect(duration).toBe(261);
});

test("two timers that wait at the same time count once", () => {
  const duration = durationAfter((meter) => {
    meter.handled(1_000);
    meter.timerSet(1_000, 3_000);
    meter.timerSet(1_500, 2_000);
    meter.timerRan(2_000, 2_000);
    meter.timerRan(3_000, 3_000);
  });
  expect(duration).toBe(2_000);
});

test("between two timers no time counts", () => {
  const duration = durationAfter((meter) => {
    meter.handled(1_000);
    meter.timerSet(1_000, 1_250);
    meter.timerRan(1_250, 1_250);
    meter.handled(60_000);
    meter.timerSet(60_000, 60_250);
    meter.timerRan(60_250, 60_250);
  });
  expect(duration).toBe(500);
});

test("an object that was loaded for being asked alone counts nothing of it", () => {
  const object = crypto.randomUUID();
  const meter = new CostMeter(object);
  meter.requested(1_000);
  const before = meter.read();
  expect(before).toMatchObject({ wakeUps: 1, requests: 1, durationMs: 1 });
  expect(new CostMeter(object).read()).toEqual(before);
});
