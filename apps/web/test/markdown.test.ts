import { ensureSyntaxTree } from "@codemirror/language";
import { EditorState } from "@codemirror/state";
import { classHighlighter, highlightTree } from "@lezer/highlight";
import fc from "fast-check";
import { expect, test } from "vitest";
import { markdownSupport } from "../src/editor/markdown.ts";

const blocks = [
  "Some words.\n\n",
  "# Heading\n",
  "- one\n- two\n\n",
  "> said\n",
  "```\ncode\n```\n",
  "| a |\n|-|\n",
  "1. x\n",
];
const withinMs = 10_000;

function open(doc: string): EditorState {
  return EditorState.create({ doc, extensions: markdownSupport });
}

/** Every node with its place. */
function parsed(state: EditorState): readonly string[] {
  const nodes: string[] = [];
  ensureSyntaxTree(state, state.doc.length, withinMs)?.iterate({
    enter: ({ name, from, to }) => void nodes.push(`${name} ${from}–${to}`),
  });
  return nodes;
}

test("a quotation goes on where what ended it is a table no more", () => {
  const before = `${"Some words.\n\n".repeat(100)}> said\n| a |\n|-|\n`;
  const state = open(before);
  parsed(state);
  const edited = state.update({ changes: { from: before.length - 1, to: before.length, insert: "x\n" } }).state;
  expect(parsed(edited)).toEqual(parsed(open(edited.doc.toString())));
});

test("a text that was edited is parsed as it would be anew, though what did not change is taken over", () => {
  const text = fc.array(fc.constantFrom(...blocks), { minLength: 100, maxLength: 300 }).map((parts) => parts.join(""));
  const insert = fc.constantFrom("x", "\n", "\n\n", "```\n", "    ", "<div>\n", "**", ...blocks);
  const edit = fc.record({ share: fc.double({ min: 0, max: 1, noNaN: true }), length: fc.nat(30), insert });
  fc.assert(
    fc.property(text, fc.array(edit, { minLength: 1, maxLength: 6 }), (before, edits) => {
      let state = open(before);
      parsed(state);
      for (const { share, length, insert } of edits) {
        const from = Math.floor(share * state.doc.length);
        state = state.update({ changes: { from, to: Math.min(from + length, state.doc.length), insert } }).state;
        expect(parsed(state)).toEqual(parsed(open(state.doc.toString())));
      }
    }),
    { numRuns: 30 },
  );
});

test("a stretch of a text is coloured as it is in the whole", () => {
  const text = fc
    .array(fc.constantFrom(...blocks, "*some* `code`\n\n"), { maxLength: 300 })
    .map((parts) => parts.join(""));
  fc.assert(
    fc.property(text, fc.nat(), fc.nat(), (doc, one, other) => {
      const [from = 0, to = 0] = [one % (doc.length + 1), other % (doc.length + 1)].sort((a, b) => a - b);
      expect(colours(doc, from, to)).toEqual(colours(doc, 0, doc.length).slice(from, to));
    }),
  );
});

/** The classes of each character from `from` to `to`. */
function colours(doc: string, from: number, to: number): readonly string[] {
  const classes = Array.from({ length: to - from }, () => "");
  const tree = ensureSyntaxTree(open(doc), doc.length, withinMs);
  if (tree === null) throw new Error("the text was not parsed in time");
  highlightTree(
    tree,
    classHighlighter,
    (start, end, names) => {
      classes.fill(names, Math.max(start, from) - from, Math.min(end, to) - from);
    },
    from,
    to,
  );
  return classes;
}
