import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeEdit } from "../src/index.ts";
import { refusedUpdates, updateOf } from "./refused-updates.ts";

describe("an update is refused with", () => {
  for (const [what, reason, update] of refusedUpdates) {
    test(what, () => expect(decodeEdit(update)).toEqual({ ok: false, reason }));
  }
});

test("an update cut short anywhere is refused", () => {
  const update = updateOf((doc) => {
    doc.getText("text").insert(0, "An honest text.");
    doc.getText("text").delete(3, 4);
  });
  expect(decodeEdit(update).ok).toBe(true);
  for (let end = 0; end < update.length; end += 1) expect(decodeEdit(update.subarray(0, end)).ok).toBe(false);
});

test("whatever the bytes, decoding says yes or no and never throws", () => {
  const honest = updateOf((doc) => {
    doc.getText("text").insert(0, "An honest text.");
    doc.getText("text").delete(3, 4);
  });
  const mutation = fc.record({ at: fc.nat({ max: honest.length - 1 }), byte: fc.nat({ max: 255 }) });
  fc.assert(
    fc.property(fc.array(mutation, { minLength: 1, maxLength: 3 }), (mutations) => {
      const mutated = honest.slice();
      for (const { at, byte } of mutations) mutated[at] = byte;
      expect(typeof decodeEdit(mutated).ok).toBe("boolean");
    }),
    { numRuns: 20_000 },
  );
});
