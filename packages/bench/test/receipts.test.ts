import { expect, test } from "vitest";
import * as Y from "yjs";
import { Receipts } from "../src/endurance/receipts.ts";

function typed(doc: Y.Doc, text: string): Uint8Array {
  const before = Y.encodeStateVector(doc);
  doc.getText("text").insert(0, text);
  return Y.encodeStateAsUpdate(doc, before);
}

test("each character's time is told once it is in the reader's document, however they come together", () => {
  const [writer, reader] = [new Y.Doc(), new Y.Doc()];
  const receipts = new Receipts(writer, reader);
  const updates = [typed(writer, "a"), typed(writer, "b"), typed(writer, "c")];
  expect(receipts).toMatchObject({ missing: 3, times: [] });
  Y.applyUpdate(reader, Y.mergeUpdates(updates.slice(0, 2)));
  expect(receipts.missing).toBe(1);
  Y.applyUpdate(reader, Y.mergeUpdates(updates));
  expect(receipts.missing).toBe(0);
  expect(receipts.times).toHaveLength(3);
  expect(receipts.times.every((ms) => ms >= 0)).toBe(true);
});

test("what others write, and what was typed before, is no receipt", () => {
  const [writer, reader, other] = [new Y.Doc(), new Y.Doc(), new Y.Doc()];
  const before = typed(writer, "before");
  const receipts = new Receipts(writer, reader);
  Y.applyUpdate(reader, typed(other, "other"));
  Y.applyUpdate(reader, before);
  expect(receipts).toMatchObject({ missing: 0, times: [] });
});
