import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { backoffMs } from "../src/backoff.ts";
import { Outbox } from "../src/outbox.ts";
import { type Facts, saveStateOf } from "../src/save-state.ts";

describe("the outbox", () => {
  test("brings every edit to the server, whatever the pace of acknowledgements, and merges when they lag", () => {
    const action = fc.oneof(
      { weight: 4, arbitrary: fc.string({ minLength: 1, maxLength: 3 }) },
      { weight: 1, arbitrary: fc.nat({ max: 60 }) },
    );
    fc.assert(
      fc.property(fc.array(action, { maxLength: 400 }), (actions) => {
        const [doc, server, outbox] = [new Y.Doc(), new Y.Doc(), new Outbox()];
        let underWay = 0;
        let edits = 0;
        let frames = 0;
        const carry = (updates: readonly Uint8Array[]): void => {
          for (const update of updates) Y.applyUpdate(server, update);
          underWay += updates.length;
          frames += updates.length;
        };
        doc.on("update", (update: Uint8Array) => carry(outbox.add(update)));
        for (const each of actions) {
          if (typeof each === "string") {
            doc.getText("text").insert(0, each);
            edits += 1;
          } else {
            const acknowledged = Math.min(each, underWay);
            underWay -= acknowledged;
            carry(outbox.acknowledge(acknowledged));
          }
          expect(server.store.pendingStructs).toBeNull();
          expect(underWay).toBeLessThanOrEqual(32);
        }
        while (underWay > 0) {
          underWay -= 1;
          carry(outbox.acknowledge(1));
        }
        expect(outbox.isEmpty).toBe(true);
        expect(server.getText("text").toString()).toBe(doc.getText("text").toString());
        expect(frames).toBeLessThanOrEqual(edits);
      }),
      { numRuns: 100 },
    );
  });
});

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
