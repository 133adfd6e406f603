import { expect, test } from "vitest";
import { findIn } from "../src/state/palette-search.ts";

const list = ["Toggle comment", "Go to line…", "Theme: light", "Über alles gehen", "Copy as rich text", "Outline"].map(
  (label, index) => ({ id: String(index), label, alsoKnownAs: index === 5 ? "headings view" : "" }),
);

function found(query: string): string[] {
  return findIn(list, query).map(({ label }) => label);
}

test("finds by beginnings before the middle of words, and by letters in order last", () => {
  expect(found("the")[0]).toBe("Theme: light");
  expect(found("li")[0]).toBe("Go to line…");
  expect(found("gtl")).toContain("Go to line…");
});

test("finds every word, in whatever order they are typed", () => {
  expect(found("rich copy")).toEqual(["Copy as rich text"]);
  expect(found("copy nothing")).toEqual([]);
});

test("takes no notice of case, accents and empty words", () => {
  expect(found("  UBER ")).toEqual(["Über alles gehen"]);
  expect(found("")).toEqual(list.map(({ label }) => label));
});

test("finds by what else a thing is known by", () => {
  expect(found("headings")).toEqual(["Outline"]);
});
