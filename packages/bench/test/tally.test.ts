import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { isLimited, Tally } from "../src/endurance/tally.ts";

const end = { seconds: 10, mostTried: 1_000, mostLetThrough: 100 };

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["performance"] });
});

afterEach(() => {
  vi.useRealTimers();
});

function tryTimes(tally: Tally, count: number, answer: number | null): void {
  for (let index = 0; index < count; index += 1) {
    tally.tried();
    if (answer === null) tally.letThrough();
    else tally.refused(answer);
  }
}

test("a flood is over after its time, its tries, or what may be let through", () => {
  const byTime = new Tally(end);
  expect(byTime.isOver()).toBe(false);
  vi.advanceTimersByTime(10_000);
  expect(byTime.isOver()).toBe(true);
  const byTries = new Tally(end);
  tryTimes(byTries, 1_000, 429);
  expect(byTries.isOver()).toBe(true);
  const byLettingThrough = new Tally(end);
  tryTimes(byLettingThrough, 100, null);
  expect(byLettingThrough.isOver()).toBe(true);
});

test("it tells what was let through before the first refusal, and when that was", () => {
  const tally = new Tally(end);
  tryTimes(tally, 3, null);
  vi.advanceTimersByTime(250);
  tryTimes(tally, 1, 429);
  vi.advanceTimersByTime(250);
  tryTimes(tally, 1, null);
  tryTimes(tally, 1, 429);
  expect(tally.outcome()).toMatchObject({
    tried: 6,
    letThrough: 4,
    refused: { 429: 2 },
    firstRefusedAfterMs: 250,
    letThroughBefore: 3,
  });
});

test("a flood counts as limited when it is told so and gets little in the long run", () => {
  const tally = new Tally(end);
  tryTimes(tally, 50, null);
  vi.advanceTimersByTime(6_000);
  tryTimes(tally, 9, 429);
  tryTimes(tally, 8, null);
  vi.advanceTimersByTime(3_000);
  expect(tally.outcome().latelyPerSecond).toBe(2);
  expect(isLimited(tally.outcome(), 2)).toBe(true);
  expect(isLimited(tally.outcome(), 1)).toBe(false);
});

test("a flood that was over early is judged by all of it", () => {
  const tally = new Tally(end);
  vi.advanceTimersByTime(1_000);
  tryTimes(tally, 100, null);
  tryTimes(tally, 1, 4_429);
  expect(tally.outcome().latelyPerSecond).toBe(100);
  expect(isLimited(tally.outcome(), 99)).toBe(false);
});

test("a flood that only fails is not limited", () => {
  const tally = new Tally(end);
  tryTimes(tally, 50, 500);
  vi.advanceTimersByTime(10_000);
  expect(isLimited(tally.outcome(), 1)).toBe(false);
});
