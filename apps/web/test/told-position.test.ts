import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { toldPosition } from "../src/editor/told-position.ts";

function textOf(content: string): Y.Text {
  const text = new Y.Doc().getText("text");
  if (content !== "") text.insert(0, content);
  return text;
}

/** What a peer's client sends for the position `index`. */
function toldFor(text: Y.Text, index: number, assoc?: number): unknown {
  return JSON.parse(JSON.stringify(Y.createRelativePositionFromTypeIndex(text, index, assoc)));
}

describe("where a peer says that its caret is", () => {
  test("is found at every place of the text, and after what was written before it", () => {
    const text = textOf("a fox 🦊");
    for (let index = 0; index <= text.length; index += 1) {
      for (const assoc of [0, -1]) expect(toldPosition(text, toldFor(text, index, assoc))).toBe(index);
    }
    const told = toldFor(text, 2);
    text.insert(0, "here is ");
    expect(toldPosition(text, told)).toBe(10);
    expect(toldPosition(textOf(""), toldFor(textOf(""), 0))).toBe(0);
  });

  test("is nowhere when it names what the text does not have", () => {
    const text = textOf("text");
    const client = text.doc?.clientID;
    const wrong: unknown[] = [null, undefined, 7, "text", {}, [], { item: {} }, { item: 7 }, { type: {} }];
    for (const clock of [-1, -5, 1.5, null, "0", 4, Number.MAX_VALUE]) {
      wrong.push({ tname: "text", item: { client, clock } }, { type: { client, clock } });
    }
    wrong.push({ tname: "text", item: { client: "x", clock: 0 } }, { item: { client: 12, clock: 0 } });
    for (const told of wrong) expect([told, toldPosition(text, told)]).toEqual([told, null]);
  });

  test("makes nothing of a name that the document does not have", () => {
    const text = textOf("text");
    for (const tname of ["other", {}, 1, "__proto__"]) expect(toldPosition(text, { tname })).toBeNull();
    expect([...(text.doc?.share.keys() ?? [])]).toEqual(["text"]);
  });

  test("is not asked what it reads as, which may throw", () => {
    expect(toldPosition(textOf("text"), { tname: "text", assoc: { toString: 0 } })).toBe(4);
  });

  test("is a place of the text or none, whatever is told", () => {
    const text = textOf("some words");
    text.delete(2, 3);
    const id = fc.oneof(
      fc.jsonValue(),
      fc.record({
        client: fc.oneof(fc.constant(text.doc?.clientID), fc.jsonValue()),
        clock: fc.oneof(fc.double(), fc.integer({ min: -3, max: 12 })),
      }),
    );
    const told = fc.record(
      { item: id, type: id, tname: fc.oneof(fc.constant("text"), fc.jsonValue()), assoc: fc.jsonValue() },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(told, fc.jsonValue()), (told) => {
        const position = toldPosition(text, told);
        if (position === null) return;
        expect(Number.isInteger(position) && position >= 0 && position <= text.length).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});
