import { expect, test } from "vitest";
import { Refusals } from "../../src/metering/refusals.ts";

test("who is refused is so for that use only, and until its time has come", () => {
  const refusals = new Refusals();
  refusals.add("address:a", "connects", 1_000);
  expect(refusals.until("address:a", "connects", 999)).toBe(1_000);
  expect(refusals.until("address:a", "creates", 999)).toBeNull();
  expect(refusals.until("person:a", "connects", 999)).toBeNull();
  expect(refusals.until("address:a", "connects", 1_000)).toBeNull();
});

test("of ten thousand and one, the one that was heard first is forgotten", () => {
  const refusals = new Refusals();
  for (let number = 0; number < 10_000; number += 1) refusals.add(`person:${number}`, "creates", 9);
  refusals.add("person:0", "creates", 9);
  refusals.add("person:last", "creates", 9);
  expect(refusals.until("person:1", "creates", 1)).toBeNull();
  for (const kept of ["0", "2", "last"]) expect(refusals.until(`person:${kept}`, "creates", 1)).toBe(9);
});
