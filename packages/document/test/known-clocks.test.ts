import {
  type Deletion,
  decodeEdit,
  type Edit,
  encodeEdit,
  type Id,
  type Insertion,
  mergeEdits,
} from "@samepage/protocol";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { KnownClocks, LiveDocument } from "../src/index.ts";

function insertion(
  client: number,
  clock: number,
  text: string,
  origin: Id | null = null,
  right: Id | null = null,
): Insertion {
  return { client, clock, length: text.length, origin, rightOrigin: right, text };
}

function take(clocks: KnownClocks, edit: Edit): ReturnType<KnownClocks["examine"]> {
  const examined = clocks.examine(edit);
  if (examined.ok) clocks.add(examined.edit);
  return examined;
}

function known(...ends: readonly (readonly [client: number, end: number])[]): KnownClocks {
  const clocks = KnownClocks.of(Uint8Array.of(0));
  for (const [client, end] of ends)
    take(clocks, { insertions: [insertion(client, 0, "x".repeat(end))], deletions: [] });
  return clocks;
}

function edit(insertions: readonly Insertion[], deletions: readonly Deletion[] = []): Edit {
  return { insertions, deletions };
}

describe("an edit is refused", () => {
  const refused: readonly (readonly [what: string, reason: string, edit: Edit])[] = [
    ["that leaves a gap", "gap", edit([insertion(1, 6, "a")])],
    ["beside what nobody wrote", "unknown-origin", edit([insertion(2, 0, "a", { client: 9, clock: 0 })])],
    ["left of what nobody wrote", "unknown-origin", edit([insertion(2, 0, "a", null, { client: 1, clock: 5 })])],
    ["beside itself", "unknown-origin", edit([insertion(2, 0, "a", { client: 2, clock: 0 })])],
    [
      "in a circle",
      "unknown-origin",
      edit([insertion(2, 0, "a", { client: 3, clock: 0 }), insertion(3, 0, "b", { client: 2, clock: 0 })]),
    ],
    ["that deletes what nobody wrote", "unknown-deletion", edit([], [{ client: 1, clock: 4, length: 2 }])],
    ["that deletes of a stranger", "unknown-deletion", edit([], [{ client: 8, clock: 0, length: 1 }])],
  ];
  for (const [what, reason, refusedEdit] of refused) {
    test(what, () => {
      const clocks = known([1, 5]);
      expect(take(clocks, refusedEdit)).toEqual({ ok: false, reason });
      // Nothing of it was taken in.
      expect(clocks.isNew(1, 5)).toBe(true);
      expect(clocks.isNew(2, 0)).toBe(true);
    });
  }
});

test("what is known already is taken off", () => {
  const taken = take(known([1, 5]), edit([insertion(1, 3, "abcd")]));
  expect(taken).toEqual({
    ok: true,
    edit: edit([insertion(1, 5, "cd", { client: 1, clock: 4 })]),
    repeated: [insertion(1, 3, "abcd")],
    newClients: 0,
  });
});

test("an edit of many in any order comes out in causal order, and applied piece by piece makes the same text", () => {
  const step = fc.record({
    who: fc.nat({ max: 3 }),
    at: fc.nat(),
    text: fc.string({ minLength: 1, maxLength: 3 }),
    meet: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 60 }), (steps) => {
      const people = Array.from({ length: 4 }, () => new Y.Doc());
      for (const { who, at, text, meet } of steps) {
        const own = people[who]?.getText("text") ?? new Y.Text();
        own.insert(at % (own.length + 1), text.replaceAll("\r", " "));
        if (meet) for (const from of people) for (const to of people) Y.applyUpdate(to, Y.encodeStateAsUpdate(from));
      }
      const edits = people.map((doc) => {
        const read = decodeEdit(Y.encodeStateAsUpdate(doc));
        if (!read.ok) throw new Error(read.reason);
        return read.value;
      });
      const clocks = KnownClocks.of(Uint8Array.of(0));
      const document = new LiveDocument();
      const expected = new Y.Doc();
      for (const whole of [mergeEdits(edits), ...edits]) {
        const taken = take(clocks, whole);
        if (!taken.ok) throw new Error(taken.reason);
        for (const one of taken.edit.insertions) {
          expect(document.apply([encodeEdit(edit([one]))])).toEqual({ ok: true });
        }
      }
      for (const doc of people) Y.applyUpdate(expected, Y.encodeStateAsUpdate(doc));
      expect(document.text).toBe(expected.getText("text").toString());
    }),
    { numRuns: 400 },
  );
});

test("a hundred thousand insertions in the worst order are ordered in linear time", () => {
  // Client n's first insertion stands beside client n + 1's: the deepest chain that there is.
  const count = 100_000;
  const chain = Array.from({ length: count }, (_, n) =>
    insertion(n, 0, "a", n + 1 < count ? { client: n + 1, clock: 0 } : null),
  );
  const taken = KnownClocks.of(Uint8Array.of(0)).examine(edit(chain));
  expect(taken.ok && taken.edit.insertions[0]?.client).toBe(count - 1);
});
