/** Updates that no flat text makes, and why each is refused. */

import * as encoding from "lib0/encoding";
import * as Y from "yjs";
import type { EditRefusal } from "../src/index.ts";

/** The update that `write` makes in an empty document, as client 7. */
export function updateOf(write: (doc: Y.Doc) => void): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = 7;
  write(doc);
  return Y.encodeStateAsUpdate(doc);
}

/** Bytes from numbers (as varints), strings (with their length) and raw bytes. */
function bytes(...parts: readonly (number | string | Uint8Array)[]): Uint8Array {
  return encoding.encode((encoder) => {
    for (const part of parts) {
      if (typeof part === "number") encoding.writeVarUint(encoder, part);
      else if (typeof part === "string") encoding.writeVarString(encoder, part);
      else encoding.writeUint8Array(encoder, part);
    }
  });
}

const raw = (...values: readonly number[]): Uint8Array => Uint8Array.from(values);
/** One client, one string "a" at the beginning of the text; to be continued with its deletions. */
const insertA = [1, 1, 7, 0, raw(4), 1, "text", "a"] as const;

export const refusedUpdates: readonly (readonly [what: string, reason: EditRefusal, update: Uint8Array])[] = [
  ["another root", "foreign-root", updateOf((doc) => doc.getText("other").insert(0, "a"))],
  ["the root __proto__", "foreign-root", updateOf((doc) => doc.getText("__proto__").insert(0, "a"))],
  [
    "a thousand roots",
    "foreign-root",
    updateOf((doc) => {
      for (let count = 0; count < 1_000; count += 1) doc.getText(`root ${count}`).insert(0, "a");
    }),
  ],
  ["a map's value", "foreign-content", updateOf((doc) => doc.getMap("text").set("key", 1))],
  ["a map's key", "map-key", bytes(1, 1, 7, 0, raw(4 | 0x20), 1, "text", "__proto__", "a", 0)],
  ["an embed", "foreign-content", updateOf((doc) => doc.getText("text").insertEmbed(0, { image: "x" }))],
  ["a format", "foreign-content", updateOf((doc) => doc.getText("text").insert(0, "a", { bold: true }))],
  ["a nested type", "foreign-content", updateOf((doc) => doc.getArray("text").insert(0, [new Y.Text("a")]))],
  ["a nested type's content", "nested-parent", bytes(1, 1, 7, 0, raw(4), 0, 7, 0, "a", 0)],
  ["any values", "foreign-content", updateOf((doc) => doc.getArray("text").insert(0, [1, 2]))],
  ["binary", "foreign-content", updateOf((doc) => doc.getArray("text").insert(0, [raw(1)]))],
  ["XML", "foreign-content", updateOf((doc) => doc.getXmlFragment("text").insert(0, [new Y.XmlElement("p")]))],
  ["a subdocument", "foreign-content", updateOf((doc) => doc.getArray("text").insert(0, [new Y.Doc({ guid: "a" })]))],
  ["a GC struct", "gc-struct", bytes(1, 1, 7, 0, raw(0), 3, 0)],
  ["a Skip struct", "gap", bytes(1, 2, 7, 0, raw(10), 3, raw(4), 1, "text", "a", 0)],
  ["an empty string", "empty-insertion", bytes(1, 1, 7, 0, raw(4), 1, "text", "", 0)],
  ["a client without insertions", "empty-insertion", bytes(1, 0, 7, 0, 0)],
  [
    "the same client twice",
    "client-twice",
    bytes(2, 1, 7, 0, raw(4), 1, "text", "a", 1, 7, 1, raw(4), 1, "text", "b", 0),
  ],
  ["the same client's deletions twice", "client-twice", bytes(...insertA, 2, 7, 1, 0, 1, 7, 1, 0, 1)],
  ["a zero-length deletion", "empty-deletion", bytes(...insertA, 1, 7, 1, 0, 0)],
  ["overlapping deletions", "unordered-deletions", bytes(0, 1, 7, 2, 0, 5, 3, 5)],
  ["deletions in the wrong order", "unordered-deletions", bytes(0, 1, 7, 2, 9, 1, 3, 1)],
  ["a carriage return", "carriage-return", updateOf((doc) => doc.getText("text").insert(0, "a\r\nb"))],
  ["bad UTF-8", "not-utf-8", bytes(1, 1, 7, 0, raw(4), 1, "text", raw(2, 0xc3, 0x28), 0)],
  ["a lone surrogate", "not-utf-8", bytes(1, 1, 7, 0, raw(4), 1, "text", raw(3, 0xed, 0xa0, 0x80), 0)],
  ["a clock at 2^53 − 1", "clock-too-large", bytes(1, 1, 7, Number.MAX_SAFE_INTEGER, raw(4), 1, "text", "a", 0)],
  ["a deletion up to 2^53", "clock-too-large", bytes(0, 1, 7, 1, 1, Number.MAX_SAFE_INTEGER)],
  [
    "a number above 2^53 − 1",
    "number-too-large",
    bytes(0, 1, 7, 1, raw(0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x10), 1),
  ],
  ["an overlong number", "overlong-number", bytes(raw(0x80, 0x00), 0)],
  ["a huge struct count in seven bytes", "truncated", raw(1, 0xff, 0xff, 0xff, 0x7f, 1, 0)],
  ["a huge client count", "truncated", raw(0xff, 0xff, 0xff, 0x7f)],
  ["a huge count of deletions", "truncated", raw(0, 1, 7, 0xff, 0xff, 0xff, 0x7f)],
  ["something after its end", "trailing-bytes", bytes(...insertA, 0, 0)],
  ["nothing at all", "truncated", raw()],
];
