import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Places, untilRefusal } from "../src/late-refusal.ts";

beforeEach(() => void vi.useFakeTimers({ toFake: ["performance", "setTimeout"] }));
afterEach(() => void vi.useRealTimers());

describe("a refusal that is told late", () => {
  test("comes at once when too many wait already", async () => {
    const told = vi.fn();
    const refusals = Array.from({ length: 1_001 }, () => untilRefusal(500).then(told));
    await vi.advanceTimersByTimeAsync(0);
    expect(told).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(1_000);
    await Promise.all(refusals);
  });

  test("comes when its time has, and at once where nobody is to wait", async () => {
    await vi.advanceTimersByTimeAsync(10_000);
    await untilRefusal(0);
    const told = vi.fn();
    const refusal = untilRefusal(500).then(told);
    await vi.advanceTimersByTimeAsync(499);
    expect(told).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(told).toHaveBeenCalled();
    await refusal;
  });

  test("has places anew each second, whether or not anybody ever ends waiting", () => {
    const places = new Places(2);
    const times = [1_000, 1_999, 1_999, 2_000, 2_500, 2_500, 3_000];
    expect(times.map((now) => places.take(now))).toEqual([true, true, false, true, true, false, true]);
  });
});
