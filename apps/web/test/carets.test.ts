import { ChangeSet, Text } from "@codemirror/state";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { flagHeight, flagWidth, placeFlags } from "../src/editor/caret-flags.ts";
import { CaretPositions } from "../src/editor/caret-positions.ts";
import { nearbyEdits } from "../src/editor/nearby-edits.ts";
import { toldPosition } from "../src/editor/told-position.ts";

const nobody: ReadonlySet<number> = new Set();

/** What a peer tells of a caret at `head`, with what is selected from `anchor`. */
function stateAt(text: Y.Text, anchor: number, head = anchor): Record<string, unknown> {
  const told = (index: number): unknown =>
    JSON.parse(JSON.stringify(Y.createRelativePositionFromTypeIndex(text, index)));
  return { user: { id: "h", name: "Heron", hue: 3 }, cursor: { anchor: told(anchor), head: told(head) } };
}

describe("the carets of others", () => {
  function documentWith(content: string): Y.Text {
    const text = new Y.Doc().getText("text");
    text.insert(0, content);
    return text;
  }

  test("move with the text as Yjs says, whatever is written around them", () => {
    const edit = fc.record({ at: fc.nat(60), remove: fc.nat(4), insert: fc.string({ maxLength: 4 }) });
    fc.assert(
      fc.property(fc.nat(20), fc.nat(20), fc.array(edit, { maxLength: 20 }), (anchor, head, edits) => {
        const text = documentWith("twenty letters, these");
        const state = stateAt(text, anchor, head);
        const positions = new CaretPositions(text);
        positions.hear(1, state, 0);
        positions.carets(text.length);
        for (const { at, remove, insert } of edits) {
          const { length } = text;
          const from = Math.min(at, length);
          const to = Math.min(from + remove, length);
          text.doc?.transact(() => {
            text.delete(from, to - from);
            text.insert(from, insert);
          });
          positions.move(ChangeSet.of({ from, to, insert }, length), nobody, 0);
          const [caret] = positions.carets(text.length);
          const cursor = state["cursor"];
          expect(caret?.anchor).toBe(toldPosition(text, Reflect.get(Object(cursor), "anchor")));
          expect(caret?.head).toBe(toldPosition(text, Reflect.get(Object(cursor), "head")));
        }
      }),
    );
  });

  test("are nowhere while what they refer to is on its way, and there once it came", () => {
    const theirs = documentWith("one");
    const mine = new Y.Doc().getText("text");
    const positions = new CaretPositions(mine);
    positions.hear(1, stateAt(theirs, 1), 0);
    expect(positions.carets(0)).toEqual([]);
    Y.applyUpdate(mine.doc ?? new Y.Doc(), Y.encodeStateAsUpdate(theirs.doc ?? new Y.Doc()));
    expect(positions.carets(3)).toMatchObject([{ head: 1, name: "Heron" }]);
    positions.hear(1, { user: {} }, 0);
    expect(positions.carets(3)).toEqual([]);
  });

  test("have moved when their person wrote, though they told nothing new, and not when somebody else did", () => {
    const text = documentWith("some words");
    const positions = new CaretPositions(text);
    positions.hear(7, stateAt(text, 4), 10);
    positions.carets(10);
    positions.move(ChangeSet.of({ from: 4, insert: "x" }, 10), new Set([8]), 20);
    expect(positions.carets(11)).toMatchObject([{ movedAt: 10, wroteAt: Number.NEGATIVE_INFINITY, head: 5 }]);
    positions.move(ChangeSet.of({ from: 5, insert: "y" }, 11), new Set([7]), 30);
    expect(positions.carets(12)).toMatchObject([{ movedAt: 30, wroteAt: 30, head: 6 }]);
    positions.move(ChangeSet.of({ from: 5, to: 6 }, 12), nobody, 40);
    expect(positions.carets(11)).toMatchObject([{ wroteAt: 40, head: 5 }]);
    positions.move(ChangeSet.of({ from: 4, to: 5 }, 11), null, 50);
    expect(positions.carets(10)).toMatchObject([{ wroteAt: 40, head: 4 }]);
  });
});

describe("the names at carets", () => {
  const caret = (name: string, left: number, top: number) => ({ name, left, top, height: 20 });

  const room = { left: 0, right: 500, top: 0 };

  test("stand above, and below where nothing is above", () => {
    expect(placeFlags([caret("Heron", 50, 100), caret("Otter", 50, 4)], room)).toEqual([
      { level: 0, isBelow: false, isInward: false },
      { level: 0, isBelow: true, isInward: false },
    ]);
  });

  test("turn inward at the right edge, but not over the gutter at the left one", () => {
    expect(placeFlags([caret("Heron", 490, 100)], room)).toMatchObject([{ isInward: true }]);
    expect(placeFlags([caret("Heron", 10, 100)], { ...room, right: 30 })).toMatchObject([{ isInward: false }]);
    expect(placeFlags([caret("Heron", 60, 100)], { ...room, left: 50, right: 80 })).toMatchObject([
      { isInward: false },
    ]);
    expect(flagWidth("山田 太郎")).toBeGreaterThan(flagWidth("abcde"));
  });

  test("never cover each other, and are left out where too many stand", () => {
    const people = fc.array(
      fc.record({ name: fc.string({ minLength: 1, maxLength: 20 }), left: fc.nat(600), top: fc.nat(80) }),
      { maxLength: 50 },
    );
    fc.assert(
      fc.property(people, (all) => {
        const carets = all.map(({ name, left, top }) => caret(name, left, top));
        const boxes = placeFlags(carets, { ...room, right: 600 }).flatMap(({ level, isBelow, isInward }, index) => {
          const at = carets[index];
          if (level === null || at === undefined) return [];
          const left = isInward ? at.left - flagWidth(at.name) : at.left;
          const top = isBelow ? at.top + at.height + level * flagHeight : at.top - (level + 1) * flagHeight;
          return [{ left, right: left + flagWidth(at.name), top, bottom: top + flagHeight }];
        });
        for (const [index, one] of boxes.entries()) {
          expect(one.top).toBeGreaterThanOrEqual(0);
          for (const other of boxes.slice(index + 1)) {
            const isApart =
              one.right <= other.left || other.right <= one.left || one.bottom <= other.top || other.bottom <= one.top;
            expect(isApart).toBe(true);
          }
        }
      }),
    );
  });
});

test("writing nearby is that in one's own line and those beside it, told once a person", () => {
  const doc = Text.of(["one", "two", "three", "four"]);
  const caret = (key: string, head: number, wroteAt: number) => ({
    client: head,
    key,
    name: key,
    hue: 0,
    anchor: head,
    head,
    movedAt: 0,
    wroteAt,
  });
  const carets = [
    caret("Heron", 1, 5),
    caret("Otter", 5, 5),
    caret("Otter", 2, 5),
    caret("Wren", 15, 5),
    caret("Fox", 1, 1),
  ];
  expect(nearbyEdits(doc, 0, carets, 4)).toEqual([
    { name: "Heron", isSameLine: true },
    { name: "Otter", isSameLine: true },
  ]);
  expect(nearbyEdits(doc, 9, carets, 4)).toEqual([
    { name: "Otter", isSameLine: false },
    { name: "Wren", isSameLine: false },
  ]);
});
