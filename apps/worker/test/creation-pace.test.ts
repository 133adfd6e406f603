import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { untilNextCreation } from "../src/creation-pace.ts";
import { Pace } from "../src/pace.ts";

const begin = 1_800_000_000_000;

describe("the pace of creations", () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ["performance", "setTimeout"] }));
  afterEach(() => void vi.useRealTimers());

  test("has many at a time begin one after another", async () => {
    const begun = vi.fn();
    const creations = [1, 2, 3].map(() => untilNextCreation().then(begun));
    await vi.advanceTimersByTimeAsync(0);
    expect(begun).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(25);
    expect(begun).toHaveBeenCalledTimes(2);
    await vi.advanceTimersByTimeAsync(25);
    await Promise.all(creations);
  });

  test("lets nobody wait while there is time", () => {
    const pace = new Pace(25, 5_000);
    expect([0, 25, 1_000].map((now) => pace.wait(begin + now))).toEqual([0, 0, 0]);
  });

  test("lets nobody wait for longer than the most, however many come", () => {
    const pace = new Pace(25, 60);
    expect([1, 2, 3, 4, 5].map(() => pace.wait(begin))).toEqual([0, 25, 50, 60, 60]);
    expect(pace.wait(begin + 85)).toBe(0);
  });
});
