/** Headings, quotes and lists on and off for the selected lines. Each is one change of whole lines' beginnings. */

import type { EditorState, Line, TransactionSpec } from "@codemirror/state";

export type ListKind = "bullet" | "ordered" | "task";

/** Quotes and indentation | the item's sign | the task's box | the words. */
const itemPattern = /^((?:\s*>)*\s*)(?:([-*+]|\d{1,9}[.)])(?:\s+|$)(\[[ xX]\](?:\s+|$))?)?/;

interface Item {
  readonly before: string;
  readonly sign: string;
  readonly box: string;
  /** How long all three are with the spaces after them. */
  readonly length: number;
}

function itemOf(text: string): Item {
  const [whole = "", before = "", sign = "", box = ""] = itemPattern.exec(text) ?? [];
  return { before, sign, box: box.trim(), length: whole.length };
}

function kindOf({ sign, box }: Item): ListKind | null {
  if (sign === "") return null;
  if (box !== "") return "task";
  return /\d/.test(sign) ? "ordered" : "bullet";
}

/** The lines that the selection touches; one whose beginning alone it reaches is not. */
export function selectedLines(state: EditorState): readonly Line[] {
  const lines = new Map<number, Line>();
  for (const { from, to, empty } of state.selection.ranges) {
    for (let at = from; at <= to; ) {
      const line = state.doc.lineAt(at);
      if (empty || line.from < to || line.from === from) lines.set(line.number, line);
      at = line.to + 1;
    }
  }
  return [...lines.values()];
}

/** The lines with words; all when none has any. */
function wordedLines(state: EditorState): readonly Line[] {
  const lines = selectedLines(state);
  const worded = lines.filter(({ text }) => /[^\s>]/.test(text));
  return worded.length === 0 ? lines : worded;
}

/** Puts `prefixed(line)` in the place of the first `length` characters of each line where they differ. */
function withBeginnings(
  state: EditorState,
  lines: readonly Line[],
  beginningOf: (line: Line, index: number) => { readonly length: number; readonly insert: string },
): TransactionSpec | null {
  const changes = lines.flatMap((line, index) => {
    const { length, insert } = beginningOf(line, index);
    const old = line.text.slice(0, length);
    if (insert === old) return [];
    // What both begin with stays, and the carets in it.
    let same = 0;
    while (same < insert.length && insert[same] === old[same]) same += 1;
    return [{ from: line.from + same, to: line.from + length, insert: insert.slice(same) }];
  });
  if (changes.length === 0) return null;
  const set = state.changes(changes);
  // A caret before what is put in goes on after it: one writes the item, not its sign.
  const selection = state.selection.map(set, 1);
  return { changes: set, selection, scrollIntoView: true, userEvent: "input.format" };
}

/** Makes the selected lines a list of this kind; takes the list's signs away where all of them are one. */
export function toggleList(kind: ListKind): (state: EditorState) => TransactionSpec | null {
  return (state) => {
    const lines = wordedLines(state);
    const isOn = lines.every(({ text }) => kindOf(itemOf(text)) === kind);
    const counts = new Map<string, number>();
    return withBeginnings(state, lines, ({ text }) => {
      const { before, length, sign } = itemOf(text);
      if (isOn) return { length, insert: before };
      const number = (counts.get(before) ?? 0) + 1;
      counts.set(before, number);
      const bullet = /^[-*+]$/.test(sign) ? sign : "-";
      const insert = { bullet: `${bullet} `, ordered: `${number}. `, task: `${bullet} [ ] ` }[kind];
      return { length, insert: before + insert };
    });
  };
}

/** Ticks the selected tasks, or takes the ticks away where all have one. What is no task becomes one. */
export function toggleTaskDone(state: EditorState): TransactionSpec | null {
  const lines = wordedLines(state);
  const tasks = lines.filter(({ text }) => itemOf(text).box !== "");
  if (tasks.length === 0) return toggleList("task")(state);
  const areDone = tasks.every(({ text }) => itemOf(text).box.toLowerCase() === "[x]");
  const changes = tasks.map(({ from, text }) => {
    const { length } = itemOf(text);
    const at = from + text.slice(0, length).lastIndexOf("[") + 1;
    return { from: at, to: at + 1, insert: areDone ? " " : "x" };
  });
  return { changes, userEvent: "input.format" };
}

/** Puts the selected lines into a quote; takes one level away where all of them are in one. */
export function toggleQuote(state: EditorState): TransactionSpec | null {
  const lines = selectedLines(state);
  const isOn = lines.every(({ text }) => /^\s{0,3}>/.test(text));
  return withBeginnings(state, lines, ({ text }) => {
    if (!isOn) return { length: 0, insert: "> " };
    return { length: /^\s{0,3}> ?/.exec(text)?.[0].length ?? 0, insert: "" };
  });
}

const headingPattern = /^((?:\s*>)*\s{0,3})(#{1,6}(?:\s+|$))?/;

/** Makes the selected lines headings of this level, 1 to 6; plain lines for 0, and where all have this level already. */
export function setHeading(level: 0 | 1 | 2 | 3 | 4 | 5 | 6): (state: EditorState) => TransactionSpec | null {
  return (state) => {
    const lines = wordedLines(state);
    const levels = lines.map(({ text }) => (headingPattern.exec(text)?.[2] ?? "").trim().length);
    const wanted = levels.every((each) => each === level) ? 0 : level;
    return withBeginnings(state, lines, ({ text }) => {
      const [whole = "", before = ""] = headingPattern.exec(text) ?? [];
      return { length: whole.length, insert: before + (wanted === 0 ? "" : `${"#".repeat(wanted)} `) };
    });
  };
}
