import fc from "fast-check";
import { expect, test } from "vitest";
import { documentIdFrom, parseDocumentId } from "../src/index.ts";

const sixteenBytes = fc.uint8Array({ minLength: 16, maxLength: 16 });

test("an id is base64url of its 16 bytes and is recognised as an id", () => {
  fc.assert(
    fc.property(sixteenBytes, (random) => {
      const id = documentIdFrom(random);
      expect(id).toBe(Buffer.from(random).toString("base64url"));
      expect(parseDocumentId(id)).toBe(id);
    }),
  );
});

test("what no document can be called is not an id", () => {
  for (const text of ["", "short", "../../etc/passwd", "A".repeat(23), `${"A".repeat(21)}B`, `${"A".repeat(21)}\n`]) {
    expect(parseDocumentId(text)).toBeNull();
  }
});
