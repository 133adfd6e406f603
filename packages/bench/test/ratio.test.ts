import { expect, test } from "vitest";
import { isWorse } from "../src/quick/ratio.ts";

test("a ratio is worse beyond its tolerance, and when there is none", () => {
  const ratio = { tolerance: 1.25 };
  expect([0.2, 1.04, 1.3].map((now) => isWorse(ratio, now, 1.04))).toEqual([false, false, false]);
  expect([1.31, 14, Number.NaN].map((now) => isWorse(ratio, now, 1.04))).toEqual([true, true, true]);
});
