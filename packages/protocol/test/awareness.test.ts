import fc from "fast-check";
import { expect, test } from "vitest";
import { Awareness, encodeAwarenessUpdate } from "y-protocols/awareness";
import { Doc } from "yjs";
import { type AwarenessEntry, decodeAwareness, encodeAwareness } from "../src/index.ts";

const entry: fc.Arbitrary<AwarenessEntry> = fc.record({
  client: fc.nat(),
  clock: fc.nat(),
  state: fc.option(fc.dictionary(fc.string(), fc.jsonValue()).map((state) => JSON.stringify(state))),
});

test("awareness entries are read back as they were written", () => {
  fc.assert(
    fc.property(fc.array(entry), (entries) => {
      expect(decodeAwareness(encodeAwareness(entries))).toEqual({ ok: true, value: entries });
    }),
  );
});

test("what y-protocols writes is read", () => {
  const awareness = new Awareness(new Doc());
  awareness.setLocalState({ user: { name: "Quiet Fox" } });
  const bytes = encodeAwarenessUpdate(awareness, [awareness.clientID]);
  expect(decodeAwareness(bytes)).toEqual({
    ok: true,
    value: [{ client: awareness.clientID, clock: 1, state: '{"user":{"name":"Quiet Fox"}}' }],
  });
  awareness.destroy();
});

test("a state that is no JSON object is refused", () => {
  for (const state of ["[]", "1", '"text"', "{", ""]) {
    expect(decodeAwareness(encodeAwareness([{ client: 1, clock: 1, state }]))).toEqual({
      ok: false,
      reason: "not-an-object",
    });
  }
});
