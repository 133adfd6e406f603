import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { backoffMs } from "../src/backoff.ts";
import { type Facts, saveStateOf } from "../src/save-state.ts";

describe("the save state", () => {
  const open: Facts = { link: "open", device: "keeping", hasUnstoredEdits: false, isServerStorageFailing: false };
  const states: [string, Partial<Facts>, string][] = [
    ["everything is stored", {}, "saved"],
    ["an edit is under way", { hasUnstoredEdits: true }, "saving"],
    ["the server's storage fails", { hasUnstoredEdits: true, isServerStorageFailing: true }, "not-saved"],
    ["the line was just lost", { link: "trying" }, "reconnecting"],
    ["the line stays away and this device keeps a copy", { link: "waiting", hasUnstoredEdits: true }, "offline"],
    [
      "the line stays away and nothing keeps the edits",
      { link: "waiting", device: "failed", hasUnstoredEdits: true },
      "not-saved",
    ],
    ["there is no copy, and nothing to lose", { link: "waiting", device: "none" }, "reconnecting"],
    ["the server refused an edit for good", { link: "ended", hasUnstoredEdits: true }, "not-saved"],
    ["the server ended the connection and nothing was lost", { link: "ended" }, "read-only"],
  ];
  for (const [when, facts, kind] of states) {
    test(`is ${kind} when ${when}`, () => expect(saveStateOf({ ...open, ...facts }).kind).toBe(kind));
  }

  test("is never saved while an edit is not", () => {
    const anyFacts: fc.Arbitrary<Facts> = fc.record({
      link: fc.constantFrom("open", "trying", "waiting", "ended"),
      device: fc.constantFrom("none", "opening", "keeping", "failed"),
      hasUnstoredEdits: fc.constant(true),
      isServerStorageFailing: fc.boolean(),
    });
    fc.assert(
      fc.property(anyFacts, (facts) => {
        expect(saveStateOf(facts).kind).not.toBe("saved");
      }),
    );
  });
});

test("waiting grows with failures up to half a minute, and differs from client to client", () => {
  expect(backoffMs(1, 0)).toBeLessThan(backoffMs(1, 0.999));
  expect(backoffMs(1, 0.999)).toBeLessThanOrEqual(500);
  expect(backoffMs(50, 0.999)).toBeLessThanOrEqual(30_000);
  expect(backoffMs(50, 0)).toBeGreaterThan(0);
});
