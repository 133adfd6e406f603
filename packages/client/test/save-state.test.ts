import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { backoffMs, turnedAwayMs } from "../src/backoff.ts";
import { type Facts, saveStateOf } from "../src/save-state.ts";

describe("the save state", () => {
  const open: Facts = {
    link: "open",
    device: "keeping",
    hasUnstoredEdits: false,
    isWithholding: false,
    isServerStorageFailing: false,
    obstacle: null,
  };
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
    ["one may not write, and has written nothing", { obstacle: "not-allowed" }, "read-only"],
    ["one may not send what one wrote", { obstacle: "locked", isWithholding: true }, "not-saved"],
    ["one may not write, and an edit is under way", { obstacle: "not-allowed", hasUnstoredEdits: true }, "not-saved"],
    ["the server ended the connection with something withheld", { link: "ended", isWithholding: true }, "not-saved"],
    ["the server ended the connection and nothing was lost", { link: "ended" }, "read-only"],
  ];
  for (const [when, facts, kind] of states) {
    test(`is ${kind} when ${when}`, () => expect(saveStateOf({ ...open, ...facts }).kind).toBe(kind));
  }

  test("says what would help: a lock passes, a right is given", () => {
    for (const obstacle of ["locked", "not-allowed"] as const) {
      const facts: Facts = { ...open, obstacle, isWithholding: true, isServerStorageFailing: true };
      expect(saveStateOf(facts)).toEqual({ kind: "not-saved", reason: obstacle });
    }
  });

  test("is neither saved nor read-only while an edit is not stored, nor saved while one may not write", () => {
    const anyFacts: fc.Arbitrary<Facts> = fc.record({
      link: fc.constantFrom("open", "trying", "waiting", "ended"),
      device: fc.constantFrom("none", "opening", "keeping", "failed"),
      hasUnstoredEdits: fc.boolean(),
      isWithholding: fc.boolean(),
      isServerStorageFailing: fc.boolean(),
      obstacle: fc.constantFrom(null, "not-allowed", "locked"),
    });
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const { kind } = saveStateOf(facts);
        if (facts.hasUnstoredEdits || facts.isWithholding) expect(["saved", "read-only"]).not.toContain(kind);
        if (facts.obstacle !== null) expect(["saved", "saving"]).not.toContain(kind);
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

test("who is turned away waits ten seconds at least, and two minutes at most", () => {
  for (const failures of [1, 2, 9, 99]) {
    for (const random of [0, 0.5, 0.999]) {
      expect(turnedAwayMs(failures, random)).toBeGreaterThanOrEqual(10_000);
      expect(turnedAwayMs(failures, random)).toBeLessThanOrEqual(120_000);
    }
  }
});
