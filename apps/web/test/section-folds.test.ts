import { ensureSyntaxTree, foldable } from "@codemirror/language";
import { EditorState } from "@codemirror/state";
import { expect, test } from "vitest";
import { markdownSupport } from "../src/editor/markdown.ts";

const withinMs = 10_000;

/** What the line `number` of `doc` folds away; null for nothing. */
function folded(doc: string, number: number): string | null {
  const opened = EditorState.create({ doc, extensions: markdownSupport });
  ensureSyntaxTree(opened, doc.length, withinMs);
  // The next state has what was parsed since.
  const { state } = opened.update({});
  const line = state.doc.line(number);
  const range = foldable(state, line.from, line.to);
  return range === null ? null : state.sliceDoc(range.from, range.to);
}

test("a heading folds its section away, up to the next heading that is no deeper", () => {
  const text = "# One\n\nwords\n\n## Two\n\nmore\n\n# Three";
  expect(folded(text, 1)).toBe("\n\nwords\n\n## Two\n\nmore");
  expect(folded(text, 5)).toBe("\n\nmore");
  expect(folded(text, 9)).toBeNull();
});

test("what stands in front matter is no section", () => {
  const text = "---\ntitle: A\n---\n\n# One\n\nwords";
  expect(folded(text, 2)).toBeNull();
  expect(folded(text, 5)).toBe("\n\nwords");
});

test("a section whose end is not parsed yet is not folded", () => {
  const doc = `# One\n\n${"words\n\n".repeat(1_000)}`;
  const state = EditorState.create({ doc, extensions: markdownSupport });
  expect(foldable(state, 0, 5)).toBeNull();
});

test("a section of very many blocks is not folded, so that no keystroke waits for it", () => {
  expect(folded(`# One\n\n${"words\n\n".repeat(1_900)}`, 1)).not.toBeNull();
  expect(folded(`# One\n\n${"words\n\n".repeat(2_001)}`, 1)).toBeNull();
});
