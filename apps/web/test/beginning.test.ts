import fc from "fast-check";
import { expect, test } from "vitest";
import { Doc } from "yjs";
import { beginningOf } from "../src/state/beginning.ts";

test("the beginning of a text is that of the whole, whatever was written and deleted", () => {
  const edit = fc.record({ at: fc.nat(100), length: fc.nat(10), insert: fc.string({ maxLength: 12 }) });
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 30 }), fc.nat(60), (edits, length) => {
      const text = new Doc().getText("text");
      for (const { at, length, insert } of edits) {
        const index = Math.min(at, text.length);
        text.delete(index, Math.min(length, text.length - index));
        text.insert(index, insert);
      }
      expect(beginningOf(text, length)).toBe(text.toString().slice(0, length));
    }),
  );
});
