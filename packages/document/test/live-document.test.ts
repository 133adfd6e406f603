import fc from "fast-check";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { LiveDocument, normalizeText } from "../src/index.ts";

function editsOf(text: string): Uint8Array[] {
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array) => updates.push(update));
  for (const character of text) doc.getText("text").insert(doc.getText("text").length, character);
  return updates;
}

test("a document is the same after it was stored and loaded, wherever the snapshot was taken", () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), fc.nat(), (text, cut) => {
      const updates = editsOf(text);
      const at = cut % (updates.length + 1);
      const before = LiveDocument.load(null, updates.slice(0, at));
      const after = LiveDocument.load(before.snapshot(), updates.slice(at));
      expect(after.text).toBe(text);
    }),
  );
});

test("a snapshot that was stored in Yjs' first encoding is loaded too, and so is that of an empty document", () => {
  const doc = new Y.Doc();
  doc.getText("text").insert(0, "old");
  expect(LiveDocument.load(Y.encodeStateAsUpdate(doc), []).text).toBe("old");
  expect(LiveDocument.load(Y.encodeStateAsUpdate(new Y.Doc()), editsOf("new")).text).toBe("new");
  expect(LiveDocument.load(new LiveDocument().snapshot(), editsOf("new")).text).toBe("new");
});

test("an update that skips one before it is not applied", () => {
  const [, second = new Uint8Array()] = editsOf("ab");
  expect(new LiveDocument().apply([second])).toEqual({ ok: false, reason: "pending" });
});

test("half a document is not loaded as if it were one", () => {
  const updates = editsOf("abc");
  expect(() => LiveDocument.load(null, updates.slice(1))).toThrow("incomplete");
});

test("a peer gets what it lacks", () => {
  const document = LiveDocument.load(null, editsOf("shared"));
  const peer = new Y.Doc();
  Y.applyUpdate(peer, document.updateSince(Y.encodeStateVector(peer)));
  expect(peer.getText("text").toString()).toBe("shared");
});

test("text from outside has LF line ends, no byte order mark and no half characters", () => {
  expect(normalizeText("\uFEFFone\r\ntwo\rthree\n\uD800")).toBe("one\ntwo\nthree\n\uFFFD");
});
