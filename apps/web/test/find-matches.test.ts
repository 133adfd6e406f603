import { SearchQuery } from "@codemirror/search";
import { EditorState } from "@codemirror/state";
import { expect, test } from "vitest";
import { MatchCount, matchAt } from "../src/editor/find-matches.ts";

function matchesOf(text: string, search: string, regexp = false): Promise<readonly number[]> {
  const state = EditorState.create({ doc: text });
  return new Promise((resolve) => new MatchCount(resolve).count(new SearchQuery({ search, regexp }), state));
}

test("all matches of a word or an expression are counted, however many", async () => {
  expect(await matchesOf("one two one", "one")).toEqual([0, 8]);
  expect(await matchesOf("a1 b22", "\\d+", true)).toEqual([1, 4]);
  expect(await matchesOf("ab".repeat(50_000), "ab")).toHaveLength(50_000);
  expect(await matchesOf("anything", "(", true)).toEqual([]);
});

test("the selected match is known by where it begins", () => {
  const matches = [0, 8, 20, 21];
  expect(matches.map((at) => matchAt(matches, at))).toEqual([1, 2, 3, 4]);
  expect(matchAt(matches, 9)).toBeNull();
  expect(matchAt([], 0)).toBeNull();
});
