import { lineEndsOf, normalizeText, withLineEnds } from "@samepage/document";
import fc from "fast-check";
import { expect, test } from "vitest";

test("the line ends of a text are those that most of its lines have", () => {
  expect(lineEndsOf("one\r\ntwo\r\nthree\n")).toBe("crlf");
  expect(lineEndsOf("one\r\ntwo\n")).toBe("lf");
  expect(lineEndsOf("one\rtwo\r")).toBe("lf");
  expect(lineEndsOf("")).toBe("lf");
});

test("a file whose lines end with CRLF throughout comes back as it came", () => {
  const lines = fc.array(fc.string().map((line) => normalizeText(line).replaceAll("\n", "")));
  fc.assert(
    fc.property(lines, fc.constantFrom("lf" as const, "crlf" as const), (parts, ends) => {
      const file = parts.join(ends === "crlf" ? "\r\n" : "\n");
      const text = normalizeText(file);
      expect(withLineEnds(text, lineEndsOf(file))).toBe(file);
    }),
  );
});
