import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import {
  decodeEdit,
  type Edit,
  encodeEdit,
  mergeEdits,
  splitEdit,
  withDeletedInsertions,
  withDeletionsOfDeleted,
} from "../src/index.ts";

/** What a few people who type, delete, undo and meet now and then make: the updates, and one of the documents. */
interface History {
  readonly updates: readonly Uint8Array[];
  readonly doc: Y.Doc;
}

const step = fc.record({
  who: fc.nat({ max: 2 }),
  at: fc.nat(),
  remove: fc.nat({ max: 6 }),
  insert: fc.string({ unit: "grapheme", maxLength: 5 }),
  meet: fc.boolean(),
  undo: fc.boolean(),
});

const histories: fc.Arbitrary<History> = fc.array(step, { minLength: 1, maxLength: 40 }).map((steps) => {
  const people = [new Y.Doc(), new Y.Doc(), new Y.Doc()];
  const undos = people.map((doc) => new Y.UndoManager(doc.getText("text")));
  const updates: Uint8Array[] = [];
  for (const doc of people) doc.on("update", (update: Uint8Array, origin) => origin !== "meet" && updates.push(update));
  const meet = (): void => {
    for (const from of people) for (const to of people) Y.applyUpdate(to, Y.encodeStateAsUpdate(from), "meet");
  };
  for (const { who, at, remove, insert, ...also } of steps) {
    const text = people[who]?.getText("text") ?? new Y.Text();
    const position = at % (text.length + 1);
    text.delete(position, Math.min(remove, text.length - position));
    text.insert(position, insert.replaceAll("\r", ""));
    if (also.undo) undos[who]?.undo();
    if (also.meet) meet();
  }
  meet();
  return { updates, doc: people[0] ?? new Y.Doc() };
});

function decoded(update: Uint8Array): Edit {
  const read = decodeEdit(update);
  if (!read.ok) throw new Error(read.reason);
  return read.value;
}

function textOf(updates: readonly Uint8Array[]): string {
  const doc = new Y.Doc();
  for (const update of updates) Y.applyUpdate(doc, update);
  expect(doc.store.pendingStructs).toBeNull();
  expect(doc.store.pendingDs).toBeNull();
  return doc.getText("text").toString();
}

describe("an edit", () => {
  test("says what Yjs wrote, byte for byte, whatever people do", () => {
    fc.assert(
      fc.property(histories, ({ updates, doc }) => {
        for (const update of [...updates, Y.encodeStateAsUpdate(doc)]) {
          expect(encodeEdit(decoded(update))).toEqual(update);
        }
      }),
      { numRuns: 800 },
    );
  });

  test("that inserts as deleted what it deletes makes the same text, without its own deletions too", () => {
    fc.assert(
      fc.property(histories, ({ updates }) => {
        const merged = mergeEdits(updates.map(decoded));
        const { insertions } = withDeletedInsertions(merged);
        const live = insertions.reduce((sum, { text }) => sum + (text?.length ?? 0), 0);
        const text = textOf(updates);
        expect(textOf([encodeEdit({ insertions, deletions: [] })])).toBe(text);
        expect(live).toBe(text.length);
      }),
      { numRuns: 300 },
    );
  });

  test("in pieces deletes what it inserts as deleted, for those who have that as text", () => {
    fc.assert(
      fc.property(histories, fc.nat({ max: 400 }), ({ updates, doc }, size) => {
        const had = updates.map((update) => ({ ...decoded(update), deletions: [] })).map(encodeEdit);
        const pieces = splitEdit(decoded(Y.encodeStateAsUpdate(doc)), 100 + size);
        const told = pieces.map((piece) => encodeEdit(withDeletionsOfDeleted(piece)));
        const inserted = pieces.flatMap(({ insertions }) => insertions).filter(({ text }) => text === null);
        const other = new Y.Doc();
        for (const update of [...had, ...told]) Y.applyUpdate(other, update);
        for (const { client, clock, length } of inserted) {
          for (let at = clock; at < clock + length; at += 1) {
            expect(Y.getItem(other.store, Y.createID(client, at)).deleted).toBe(true);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  test("merged of many makes the same text as the many, and takes no more insertions than Yjs would", () => {
    fc.assert(
      fc.property(histories, ({ updates, doc }) => {
        const merged = mergeEdits(updates.map(decoded));
        expect(textOf([encodeEdit(merged)])).toBe(doc.getText("text").toString());
        const theirs = Y.decodeUpdate(Y.mergeUpdates([...updates])).structs.length;
        expect(merged.insertions.length).toBeLessThanOrEqual(theirs);
      }),
    );
  });

  test("merged twice with itself is the same as once", () => {
    fc.assert(
      fc.property(histories, ({ updates }) => {
        const edits = updates.map(decoded);
        const once = mergeEdits(edits);
        expect(mergeEdits([once, once])).toEqual(once);
      }),
    );
  });

  test("of one person split into small ones fits and makes the same text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", minLength: 1, maxLength: 600 }), (text) => {
        const doc = new Y.Doc();
        doc.getText("text").insert(0, text.replaceAll("\r", "").toWellFormed());
        doc.getText("text").delete(0, Math.min(3, doc.getText("text").length));
        const parts = splitEdit(decoded(Y.encodeStateAsUpdate(doc)), 200).map(encodeEdit);
        for (const part of parts) expect(part.length).toBeLessThanOrEqual(200);
        expect(textOf(parts)).toBe(doc.getText("text").toString());
      }),
    );
  });

  test("split is on its way never longer than before or in the end, so that it is not refused as too long", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 200, maxLength: 600 }), fc.nat({ max: 9 }), (letters, gap) => {
        const before = letters.replaceAll("\r", " ");
        const doc = new Y.Doc();
        const text = doc.getText("text");
        text.insert(0, before);
        const other = new Y.Doc();
        Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
        const known = Y.encodeStateVector(doc);
        doc.transact(() => {
          for (let at = 0; at < text.length - 5; at += 7 + gap) {
            text.delete(at, 5);
            text.insert(at, "abcdef".slice(gap % 3));
          }
        });
        const parts = splitEdit(decoded(Y.encodeStateAsUpdate(doc, known)), 200);
        expect(parts.length).toBeGreaterThan(2);
        for (const part of parts) {
          Y.applyUpdate(other, encodeEdit(part));
          expect(other.store.pendingStructs).toBeNull();
          expect(other.getText("text").length).toBeLessThanOrEqual(Math.max(before.length, text.length));
        }
        expect(other.getText("text").toString()).toBe(text.toString());
      }),
    );
  });

  test("that replaces one long text by another and is broken off anywhere leaves neither an empty text nor a longer one", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1_500, max: 4_000 }), fc.integer({ min: 1_500, max: 4_000 }), (before, after) => {
        const doc = new Y.Doc();
        const text = doc.getText("text");
        text.insert(0, "b".repeat(before));
        const other = new Y.Doc();
        Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
        const known = Y.encodeStateVector(doc);
        doc.transact(() => {
          text.delete(0, before);
          text.insert(0, "a".repeat(after));
        });
        const parts = splitEdit(decoded(Y.encodeStateAsUpdate(doc, known)), 600);
        for (const part of parts) {
          expect(encodeEdit(part).length).toBeLessThanOrEqual(600);
          Y.applyUpdate(other, encodeEdit(part));
          const { length } = other.getText("text");
          expect(length).toBeLessThanOrEqual(Math.max(before, after));
          // What is deleted ahead is in proportion to the largest insertion that fits one edit.
          const ahead = Math.max(100, Math.ceil((200 * before) / after)) + 200;
          expect(length).toBeGreaterThanOrEqual(Math.min(before, after) - ahead);
        }
        expect(other.getText("text").toString()).toBe(text.toString());
      }),
    );
  });
});
