import { EditorState } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { expect, test } from "vitest";
import { frontMatterLength } from "../src/editor/front-matter.ts";
import { markdownSupport } from "../src/editor/markdown.ts";

/** The numbers of the lines that are shown as front matter. */
function quietLines(state: EditorState): readonly number[] {
  const lines: number[] = [];
  for (const set of state.facet(EditorView.decorations)) {
    if (typeof set === "function") continue;
    set.between(0, state.doc.length, (from, _to, { spec }) => {
      if (spec.class === "cm-front-matter") lines.push(state.doc.lineAt(from).number);
    });
  }
  return lines;
}

test("front matter is as long as its two lines of dashes and what is between them", () => {
  const lengthOf = (doc: string): number => frontMatterLength(EditorState.create({ doc }).doc);
  expect(lengthOf("---\na: b\n---\n# One")).toBe(13);
  expect(lengthOf("---\na: b\n# One")).toBe(0);
  expect(lengthOf("# One\n---\na: b\n---\n")).toBe(0);
});

test("front matter is quiet from its first line to its last, and as soon as it is closed", () => {
  const open = EditorState.create({ doc: "---\ntitle: A\n\n# One\n", extensions: markdownSupport });
  expect(quietLines(open)).toEqual([]);
  const closed = open.update({ changes: { from: 13, insert: "---" } }).state;
  expect(closed.doc.line(3).text).toBe("---");
  expect(quietLines(closed)).toEqual([1, 2, 3]);
});
