import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createTurns } from "../src/connection/turns.ts";

const page = { hidden: false };

beforeEach(() => {
  vi.useFakeTimers();
  page.hidden = false;
  vi.stubGlobal("document", page);
  vi.stubGlobal("requestAnimationFrame", () => 0);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test("nothing is taken in within one's own change, in a tab that nobody looks at either", () => {
  const { turn, wrote } = createTurns();
  let taken = 0;
  const take = (): void => {
    taken += 1;
  };
  turn(take);
  expect(taken).toBe(1);
  turn(take);
  page.hidden = true; // One goes to another tab, and what was being composed is written.
  wrote();
  expect(taken).toBe(1);
  vi.advanceTimersByTime(0);
  expect(taken).toBe(2);
});

test("what one of them cannot take in, the others do, and it is reported", () => {
  const report = vi.fn();
  vi.stubGlobal("reportError", report);
  const { turn } = createTurns();
  turn(() => undefined);
  const fault = new Error("a listener threw");
  let taken = 0;
  turn(() => {
    throw fault;
  });
  turn(() => {
    taken += 1;
  });
  vi.advanceTimersByTime(1_000);
  expect(taken).toBe(1);
  expect(report.mock.calls).toEqual([[fault]]);
});
