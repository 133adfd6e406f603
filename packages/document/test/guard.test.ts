import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { guard } from "../src/index.ts";

function updateOf(write: (doc: Y.Doc) => void): Uint8Array {
  const doc = new Y.Doc();
  write(doc);
  return Y.encodeStateAsUpdate(doc);
}

describe("the guard lets pass", () => {
  test("whatever people do to a flat text", () => {
    const step = fc.record({ at: fc.nat(), remove: fc.nat({ max: 8 }), insert: fc.string({ unit: "grapheme" }) });
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 40 }), (steps) => {
        const doc = new Y.Doc();
        const text = doc.getText("text");
        const undo = new Y.UndoManager(text);
        doc.on("update", (update: Uint8Array) => expect(guard(update)).toMatchObject({ ok: true }));
        for (const { at, remove, insert } of steps) {
          const position = at % (text.length + 1);
          text.delete(position, Math.min(remove, text.length - position));
          text.insert(position, insert);
        }
        undo.undo();
        undo.redo();
        expect(guard(Y.encodeStateAsUpdate(doc))).toMatchObject({ ok: true });
      }),
    );
  });

  test("an update with nothing in it, and says so", () => {
    expect(guard(Y.encodeStateAsUpdate(new Y.Doc()))).toMatchObject({ ok: true, isEmpty: true, length: 0 });
    expect(guard(updateOf((doc) => doc.getText("text").insert(0, "a")))).toMatchObject({
      ok: true,
      isEmpty: false,
      length: 1,
    });
  });
});

describe("the guard refuses", () => {
  const foreign: [string, string, (doc: Y.Doc) => void][] = [
    ["another root", "foreign-root", (doc) => doc.getText("other").insert(0, "a")],
    ["a map's key", "foreign-content", (doc) => doc.getMap("text").set("key", 1)],
    ["a string under a map's key", "foreign-content", (doc) => doc.getMap("text").set("key", "text")],
    ["an embed", "foreign-content", (doc) => doc.getText("text").insertEmbed(0, { image: "x" })],
    ["a format", "foreign-content", (doc) => doc.getText("text").insert(0, "a", { bold: true })],
    ["a nested type", "foreign-content", (doc) => doc.getArray("text").insert(0, [new Y.Text("a")])],
    ["an array's values", "foreign-content", (doc) => doc.getArray("text").insert(0, [1, 2])],
    ["XML", "foreign-content", (doc) => doc.getXmlFragment("text").insert(0, [new Y.XmlElement("p")])],
    ["a subdocument", "foreign-content", (doc) => doc.getArray("text").insert(0, [new Y.Doc()])],
  ];
  for (const [what, reason, write] of foreign) {
    test(what, () => expect(guard(updateOf(write))).toEqual({ ok: false, reason }));
  }

  test("a huge struct count in seven bytes, without counting to it", () => {
    expect(guard(Uint8Array.of(1, 0xff, 0xff, 0xff, 0x7f, 1, 0))).toEqual({ ok: false, reason: "undecodable" });
  });

  test("an update with a gap", () => {
    const doc = new Y.Doc();
    const updates: Uint8Array[] = [];
    doc.on("update", (update: Uint8Array) => updates.push(update));
    for (const letter of "abc") doc.getText("text").insert(doc.getText("text").length, letter);
    const [first, , third] = updates;
    const merged = Y.mergeUpdates([first ?? new Uint8Array(), third ?? new Uint8Array()]);
    expect(guard(merged)).toEqual({ ok: false, reason: "gap" });
  });

  test("or lets pass any bytes, but never throws", () => {
    const honest = updateOf((doc) => doc.getText("text").insert(0, "An honest text."));
    fc.assert(
      fc.property(fc.nat({ max: honest.length - 1 }), fc.nat({ max: 255 }), (at, byte) => {
        const mutated = honest.slice();
        mutated[at] = byte;
        expect(typeof guard(mutated).ok).toBe("boolean");
      }),
      { numRuns: 5_000 },
    );
  });
});
