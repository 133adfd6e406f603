import { markdownLanguage } from "@codemirror/lang-markdown";
import { ensureSyntaxTree } from "@codemirror/language";
import { EditorSelection, EditorState } from "@codemirror/state";
import fc from "fast-check";
import { expect, test } from "vitest";
import { insertImage, insertRule, toggleCodeBlock, toggleLink } from "../src/editor/markdown-blocks.ts";
import type { Edit } from "../src/editor/markdown-commands.ts";
import { moveItems } from "../src/editor/markdown-indent.ts";
import { toggleInlineMark } from "../src/editor/markdown-inline.ts";
import { setHeading, toggleList, toggleQuote, toggleTaskDone } from "../src/editor/markdown-lines.ts";
import { formatTable, goToCell } from "../src/editor/markdown-table.ts";
import {
  addColumn,
  addRow,
  barInTable,
  enterInTable,
  insertTable,
  removeColumn,
  removeRow,
} from "../src/editor/table-commands.ts";

/** A text with its selections: ‹ and › around each, ‹› for a caret. */
function open(marked: string): EditorState {
  const ranges = [];
  let doc = "";
  let from = 0;
  for (const character of marked) {
    if (character === "‹") from = doc.length;
    else if (character === "›") ranges.push(EditorSelection.range(from, doc.length));
    else doc += character;
  }
  const selection = ranges.length === 0 ? EditorSelection.single(0) : EditorSelection.create(ranges);
  return stateOf(doc, selection);
}

function stateOf(doc: string, selection: EditorSelection): EditorState {
  const extensions = [markdownLanguage, EditorState.allowMultipleSelections.of(true)];
  const state = EditorState.create({ doc, selection, extensions });
  ensureSyntaxTree(state, doc.length, 10_000);
  return state;
}

function show({ doc, selection }: EditorState): string {
  let text = doc.toString();
  for (const { from, to } of [...selection.ranges].reverse())
    text = `${text.slice(0, from)}‹${text.slice(from, to)}›${text.slice(to)}`;
  return text;
}

/** `marked` after `edits`, parsed anew between them as it is while one types. */
function after(marked: string, ...edits: readonly Edit[]): string {
  return show(edits.reduce(applied, open(marked)));
}

function applied(state: EditorState, edit: Edit): EditorState {
  const spec = edit(state);
  if (spec === null) return state;
  const next = state.update(spec).state;
  return stateOf(next.doc.toString(), next.selection);
}

const bold = toggleInlineMark("StrongEmphasis");
const italic = toggleInlineMark("Emphasis");
const strike = toggleInlineMark("Strikethrough");
const code = toggleInlineMark("InlineCode");

test.each([
  ["what is selected", "one ‹two› three", "one **‹two›** three"],
  ["without the spaces at its ends", "one‹ two ›three", "one **‹two›** three"],
  ["the word at the caret", "one tw‹›o three", "one **tw‹›o** three"],
  ["nothing but the caret between spaces", "one ‹› three", "one **‹›** three"],
  ["each of several selections", "‹one› two ‹three›", "**‹one›** two **‹three›**"],
  ["lines each by itself, without the signs before them", "‹- one\n> two›", "- **‹one**\n> **two›**"],
  ["all of a word that is bold in part", "‹one **two› three**", "**‹one two› three**"],
  ["cells each by itself", "‹| a | b |›\n|---|---|", "| **‹a** | **b›** |\n|---|---|"],
  ["the words of a link, not its address", "[‹some› words](https://a.b)", "[**‹some›** words](https://a.b)"],
  ["all of the code that is cut", "a `b‹c› d` e", "a **‹`bc d`›** e"],
])("bold marks %s", (_what, before, expected) => {
  expect(after(before, bold)).toBe(expected);
});

test.each([
  ["the selected words", "one **‹two›** three", "one ‹two› three"],
  ["the words with their signs", "one ‹**two**› three", "one ‹two› three"],
  ["the word at the caret", "**tw‹›o**", "tw‹›o"],
  ["the middle of what is bold", "**one ‹two› three**", "**one** ‹two› **three**"],
  ["the marks that nothing came between", "one **‹›** three", "one ‹› three"],
])("bold is taken off %s", (_what, before, expected) => {
  expect(after(before, bold)).toBe(expected);
});

test("marks of several kinds nest, and each is taken off alone", () => {
  expect(after("‹word›", bold, italic)).toBe("***‹word›***");
  expect(after("‹word›", bold, italic, italic)).toBe("**‹word›**");
  expect(after("‹word›", bold, italic, bold)).toBe("*‹word›*");
  expect(after("**one ‹two** three›", strike)).toBe("**one ~~‹two~~** ~~three›~~");
  expect(after("‹a`b›", code)).toBe("``‹a`b›``");
  expect(after("```\n‹code›\n```", bold)).toBe("```\n‹code›\n```");
});

test.each([
  ["a heading", setHeading(2), "one‹›", "## one‹›"],
  ["a heading of another level", setHeading(1), "> ### o‹›ne", "> # o‹›ne"],
  ["a plain line where it is that heading", setHeading(2), "## one‹›", "one‹›"],
  ["a quote", toggleQuote, "‹one\n\ntwo›", "> ‹one\n> \n> two›"],
  ["no quote where all is quoted", toggleQuote, "‹> one\n> two›", "‹one\ntwo›"],
  ["a list", toggleList("bullet"), "‹one\n\n  two›", "- ‹one\n\n  - two›"],
  ["a numbered list from bullets", toggleList("ordered"), "‹- one\n- two›", "‹1. one\n2. two›"],
  ["tasks from a list", toggleList("task"), "* on‹›e", "* [ ] on‹›e"],
  ["plain lines where it is that list", toggleList("ordered"), "‹1. one\n2. two›", "‹one\ntwo›"],
  ["ticked tasks", toggleTaskDone, "‹- [ ] one\n- [x] two›", "‹- [x] one\n- [x] two›"],
  ["open tasks where all are ticked", toggleTaskDone, "- [X] one‹›", "- [ ] one‹›"],
  ["a block of code", toggleCodeBlock, "one\n‹two\nthree›", "one\n```\n‹two\nthree›\n```"],
  ["no block of code between other fences", toggleCodeBlock, "~~~\n‹›x\n~~~", "‹›x"],
  ["no block of code where it is one", toggleCodeBlock, "a\n```js\n‹›b\n```\nc", "a\n‹›b\nc"],
  ["a line across", insertRule, "one‹›\ntwo", "one\n\n---\n‹›\ntwo"],
  ["a link of words", toggleLink, "one ‹two›", "one [two](‹›)"],
  ["a link of an address", toggleLink, "‹https://a.b/c›", "[‹›](https://a.b/c)"],
  ["no link where it is one", toggleLink, "one [t‹›wo](https://a.b)", "one t‹›wo"],
  ["an image of an address", insertImage(() => "what"), "‹https://a.b/c.png›", "![‹what›](https://a.b/c.png)"],
  ["an image", insertImage(() => "what"), "‹a view›", "![a view](‹https://›)"],
])("the selected lines become %s", (_what, edit, before, expected) => {
  expect(after(before, edit)).toBe(expected);
});

test.each([
  [
    "an item below the one before it, with what belongs to it",
    "1. one\n2. t‹›wo\n   more\n3. three",
    "1. one\n   1. t‹›wo\n      more\n2. three",
  ],
  ["several items", "- a\n‹- b\n- c›", "- a\n  ‹- b\n  - c›"],
  ["an item in a quote", "> - a\n> - b‹›", "> - a\n>   - b‹›"],
])("moving in takes %s", (_what, before, expected) => {
  expect(after(before, moveItems("in"))).toBe(expected);
  expect(after(expected, moveItems("out"))).toBe(before);
});

test("an item that cannot move in stays, and a line outside of lists is left to others", () => {
  expect(after("- a‹›", moveItems("in"))).toBe("- a‹›");
  expect(moveItems("in")(open("words‹›"))).toBeNull();
  expect(moveItems("in")(open("```\n- a‹›\n```"))).toBeNull();
});

test("numbers are counted on where an item moves, and what belongs to a longer number moves along", () => {
  const lines = Array.from({ length: 9 }, (_, index) => `${index + 1}. x`);
  const before = [...lines, "   1. m‹›", "10. ten", "    - below"].join("\n");
  expect(after(before, moveItems("out")).split("\n").slice(-3)).toEqual(["10. m‹›", "11. ten", "    - below"]);
  expect(after("8. a\n9. b\n   1. m‹›\n   - below", moveItems("out"))).toContain("10. m‹›");
});

const table = "| a | Größe |\n|:--|-:|\n| 日本語 | 1‹› |\n| x |\n";

test("a table's columns are aligned by how wide characters are, and the caret stays in its cell", () => {
  expect(after(table, formatTable)).toBe(
    ["| a      | Größe |", "| :----- | ----: |", "| 日本語 |     1‹› |", "| x      |       |", ""].join("\n"),
  );
});

test("Tab goes through the cells, back too, and after the last one makes a row", () => {
  const small = "|a|b|\n|-|-|\n|c‹›|d|";
  expect(after(small, goToCell(1))).toBe("| a   | b   |\n| --- | --- |\n| c   | ‹d›   |");
  expect(after(small, goToCell(-1))).toBe("| a   | ‹b›   |\n| --- | --- |\n| c   | d   |");
  expect(after(small, goToCell(1), goToCell(1))).toBe("| a   | b   |\n| --- | --- |\n| c   | d   |\n| ‹›    |     |");
  expect(after("|a‹›|b|\n|-|-|", goToCell(-1))).toBe("|a‹›|b|\n|-|-|");
  expect(after("|a|b|\n|-|-|\nc‹›", goToCell(1))).toBe("| a   | b   |\n| --- | --- |\n| c   | ‹›    |");
  expect(goToCell(1)(open("no table‹›"))).toBeNull();
});

test("Enter adds a row, and in an empty last row ends the table", () => {
  expect(after("|a|\n|-|\n|b‹›|\n|c|", enterInTable)).toBe("| a   |\n| --- |\n| b   |\n| ‹›    |\n| c   |");
  expect(after("|a|\n|-|‹›", enterInTable)).toBe("| a   |\n| --- |\n| ‹›    |");
  expect(after("|a‹›|\n|-|\n|b|", enterInTable)).toBe("| a   |\n| --- |\n| ‹›    |\n| b   |");
  expect(after("|a|\n|-|\n|b|\n| ‹› |", enterInTable)).toBe("|a|\n|-|\n|b|\n\n‹›");
});

test("a bar that is typed goes over the one that is there, and is one everywhere else", () => {
  const rows = "| a | b |\n| - | - |\n";
  expect(after(`${rows}| ‹›   |   |`, barInTable)).toBe(`${rows}| ‹›   |   |`);
  expect(after(`${rows}| c‹›   |   |`, barInTable)).toBe(`${rows}| c   | ‹›  |`);
  expect(after(`${rows}|  ‹›  |   |`, barInTable)).toBe(`${rows}|    | ‹›  |`);
  expect(after(`${rows}| c | d‹› |`, barInTable)).toBe(`${rows}| c | d |‹›`);
  for (const plain of ["| c\\‹› | d |", "| c‹›c | d |", "| c | d |‹›", "| ‹c› | d |", "c‹›"]) {
    expect(barInTable(open(rows + plain))).toBeNull();
  }
  for (const plain of ["| a‹› | b |\n| - | - |", "| a | b |\n| -‹› | - |", "no | table‹› |"]) {
    expect(barInTable(open(plain))).toBeNull();
  }
});

test("rows and columns are added and removed around the caret", () => {
  const small = "| a   | b   |\n| --- | --- |\n| c‹›   | d   |";
  expect(after(small, addRow)).toBe("| a   | b   |\n| --- | --- |\n| c   | d   |\n| ‹›    |     |");
  expect(after(small, removeRow)).toBe("| a‹›   | b   |\n| --- | --- |");
  expect(after(small, addColumn)).toBe("| a   |     | b   |\n| --- | --- | --- |\n| c   | ‹›    | d   |");
  expect(after(small, removeColumn)).toBe("| b   |\n| --- |\n| ‹›d   |");
  expect(
    after(
      "text‹›",
      insertTable(() => ["One", "Two"]),
    ),
  ).toBe("text\n\n| ‹One› | Two |\n| --- | --- |\n|     |     |\n");
});

const pieces = fc.constantFrom(
  ..."a b c 😀 é 日本 * ** _ ~~ ` `` [x](y) \\| | - > # 1. ".split(" "),
  " ",
  "\n",
  "\n\n",
  "- ",
  "> ",
  "1. ",
  "```\n",
  "| a | b |\n|---|---|\n| c | d |\n",
  "- [ ] ",
  "  ",
);
const texts = fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join(""));
const edits: readonly Edit[] = [
  bold,
  italic,
  strike,
  code,
  setHeading(2),
  toggleQuote,
  toggleList("bullet"),
  toggleList("ordered"),
  toggleList("task"),
  toggleTaskDone,
  toggleCodeBlock,
  toggleLink,
  insertRule,
  moveItems("in"),
  moveItems("out"),
  formatTable,
  goToCell(1),
  goToCell(-1),
  enterInTable,
  barInTable,
  addRow,
  removeRow,
  addColumn,
  removeColumn,
];

/** A position that is in the middle of no pair. */
function position(doc: string, share: number): number {
  const at = Math.floor(share * (doc.length + 1));
  return doc.slice(0, at).isWellFormed() ? at : at - 1;
}

test("whatever is done to whatever text, no character is torn, and the words stay", () => {
  const share = fc.double({ min: 0, max: 0.999_999, noNaN: true });
  const history = fc.array(fc.record({ edit: fc.constantFrom(...edits), anchor: share, head: share }), {
    maxLength: 8,
  });
  const wordsOf = (text: string): string => text.replace(/[^\p{L}\p{Extended_Pictographic}]/gu, "");
  fc.assert(
    fc.property(texts, history, (doc, steps) => {
      let state = stateOf(doc, EditorSelection.single(0));
      for (const { edit, anchor, head } of steps) {
        const text = state.doc.toString();
        const selection = EditorSelection.single(position(text, anchor), position(text, head));
        state = applied(stateOf(text, selection), edit);
        expect(state.doc.toString().isWellFormed()).toBe(true);
        if (edit === removeRow || edit === removeColumn || edit === toggleLink || edit === toggleCodeBlock) continue;
        expect(wordsOf(state.doc.toString()).replaceAll("x", "")).toBe(wordsOf(text).replaceAll("x", ""));
      }
    }),
    { numRuns: 600 },
  );
});

test("a mark that is put on words and taken off again leaves them as they were", () => {
  const words = fc.array(fc.constantFrom("a", "word", "😀", "é", "日本", " ", "\n"), { minLength: 1, maxLength: 12 });
  const share = fc.double({ min: 0, max: 0.999_999, noNaN: true });
  fc.assert(
    fc.property(words, share, share, fc.constantFrom(bold, italic, strike, code), (parts, anchor, head, edit) => {
      const doc = parts.join("").replace(/^ +| +(?=\n)/gm, "");
      const state = stateOf(doc, EditorSelection.single(position(doc, anchor), position(doc, head)));
      expect(applied(applied(state, edit), edit).doc.toString()).toBe(doc);
    }),
    { numRuns: 600 },
  );
});

test("aligning a table twice changes nothing the second time", () => {
  const cell = fc.constantFrom("", "a", "日本語", "long words", "\\|", "😀", "`c`");
  const row = fc.array(cell, { minLength: 1, maxLength: 5 }).map((cells) => `|${cells.join("|")}|`);
  fc.assert(
    fc.property(
      fc.array(row, { maxLength: 5 }),
      fc.constantFrom("|:-|--|-:|", "-|-|:-:", "| :--- | --- | --- |"),
      (rows, delimiter) => {
        const doc = `|x|y|z|\n${delimiter}\n${rows.join("\n")}`;
        const once = applied(stateOf(doc, EditorSelection.single(1)), formatTable);
        expect(applied(once, formatTable).doc.toString()).toBe(once.doc.toString());
      },
    ),
  );
});
