import { expect, test } from "vitest";
import { beginningOf } from "../../src/beginning.ts";

test("the beginning of a document is what fills a screen, in whole lines but for the last", () => {
  expect(beginningOf(" Minutes ", "# Other\n\ntext")).toEqual({
    title: "Minutes",
    fallback: "Other",
    lines: ["# Other", "", "text"],
  });
  expect(beginningOf("", "")).toEqual({ title: "", fallback: "", lines: [""] });
  const lines = Array.from({ length: 1_000 }, (_, index) => `line ${index + 1}`);
  const { lines: shown } = beginningOf("", lines.join("\n"));
  expect(shown).toEqual(lines.slice(0, shown.length));
  expect(shown.length).toBeLessThan(100);
});

test("of a line without end it is a part, which cuts no character in two", () => {
  for (const beginning of ["", "x"]) {
    const [line = ""] = beginningOf("", beginning + "\u{1F9A6}".repeat(100_000)).lines;
    expect(line.length).toBeLessThan(10_000);
    expect(line.isWellFormed()).toBe(true);
  }
});

test("what turns the direction of the text turns nothing", () => {
  expect(beginningOf("", "a\u202eb\u2066c").lines).toEqual(["a\ufffdb\ufffdc"]);
});
