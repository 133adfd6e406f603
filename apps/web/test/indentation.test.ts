import { expect, test } from "vitest";
import { indentationOf } from "../src/state/indentation.ts";

const code = (step: string): string =>
  ["function f() {", "if (a) {", "b();", "}", "", "}"]
    .map((line, index) => (line === "" ? "" : step.repeat([0, 1, 2, 1, 0, 0][index] ?? 0) + line))
    .join("\n");

test("the step of a text's indentation is the one that most of its lines make", () => {
  for (const columns of [2, 3, 4, 8])
    expect(indentationOf(code(" ".repeat(columns)))).toEqual({ isByTabs: false, columns });
  expect(indentationOf(code("\t"))).toEqual({ isByTabs: true, columns: 4 });
});

test("what says nothing about it is passed over", () => {
  expect(indentationOf("")).toBeNull();
  expect(indentationOf("one\ntwo\n\nthree")).toBeNull();
  expect(indentationOf("/**\n * a comment\n */\nx")).toBeNull();
  expect(indentationOf(`/**\n * a comment\n */\n${code("    ")}`)).toEqual({ isByTabs: false, columns: 4 });
});
