/** List items in and out by one level, with what belongs to them, and their numbers anew. */

import { syntaxTree } from "@codemirror/language";
import { countColumn, type EditorState, type TransactionSpec } from "@codemirror/state";
import type { SyntaxNode } from "@lezer/common";
import { selectedLines } from "./markdown-lines.ts";

const isList = ({ name }: SyntaxNode): boolean => name === "BulletList" || name === "OrderedList";

/** The innermost item that the line at `position` begins or goes on with; null outside of lists and in code. */
function itemAt(state: EditorState, position: number): SyntaxNode | null {
  const line = state.doc.lineAt(position);
  const start = line.from + (/^[\s>]*/.exec(line.text)?.[0].length ?? 0);
  let node: SyntaxNode | null = syntaxTree(state).resolveInner(Math.min(start, line.to), start < line.to ? 1 : -1);
  for (; node !== null; node = node.parent) {
    if (node.name === "FencedCode" || node.name === "CodeBlock") return null;
    if (node.name === "ListItem") return node;
  }
  return null;
}

function ancestor(node: SyntaxNode, isWanted: (node: SyntaxNode) => boolean): SyntaxNode | null {
  for (let { parent } = node; parent !== null; { parent } = parent) if (isWanted(parent)) return parent;
  return null;
}

/** The items of the selection, without those within others of it. */
function selectedItems(state: EditorState): readonly SyntaxNode[] | null {
  const items = new Map<number, SyntaxNode>();
  for (const { from } of selectedLines(state)) {
    const item = itemAt(state, from);
    if (item === null) return null;
    items.set(item.from, item);
  }
  return [...items.values()].filter(
    (item) => ancestor(item, (node) => items.has(node.from) && node.name === "ListItem") === null,
  );
}

/** How many columns the words of `item` stand right of its sign. */
function contentOffset(state: EditorState, item: SyntaxNode): number {
  const text = state.sliceDoc(item.from, state.doc.lineAt(item.from).to);
  const sign = /^\s*(?:[-*+]|\d{1,9}[.)])/.exec(text)?.[0] ?? "";
  const spaces = /^ */.exec(text.slice(sign.length))?.[0].length ?? 0;
  return sign.length + (spaces >= 1 && spaces <= 4 && text.length > sign.length + spaces ? spaces : 1);
}

/** Where the sign of `item` begins in its line. */
function columnOf(state: EditorState, item: SyntaxNode): number {
  return item.from - state.doc.lineAt(item.from).from;
}

/**
 * Moves the selected items one level in (`in`: below the item before them) or out. Null where the selection is in no
 * list; where it is, and nothing can be moved, an empty change.
 */
export function moveItems(way: "in" | "out"): (state: EditorState) => TransactionSpec | null {
  return (state) => {
    const items = selectedItems(state);
    const first = items?.[0];
    if (items === null || first === undefined) return null;
    const step = stepOf(state, first, way);
    const list = outermostList(first);
    if (step === 0 || list === null) return {};
    const last = items.at(-1) ?? first;
    const top = state.doc.lineAt(list.from).number;
    const bottom = state.doc.lineAt(Math.max(list.to, outermostList(last)?.to ?? 0)).number;
    const lines = Array.from({ length: bottom - top + 1 }, (_, index) => state.doc.line(top + index));
    const moved = new Set(items.map((item) => state.doc.lineAt(item.from).number - top));
    const texts = lines.map(({ text }) => text);
    for (const item of items) {
      const column = columnOf(state, item);
      const end = state.doc.lineAt(item.to).number - top;
      for (let index = state.doc.lineAt(item.from).number - top; index <= end; index += 1)
        texts[index] = shifted(texts[index] ?? "", column, step);
    }
    const isCode = lines.map(({ from, to }) => isInFence(state, from, to));
    const renumbered = renumber(texts, moved, isCode);
    const changes = lines.flatMap((line, index) => beginningChange(line.from, line.text, renumbered[index] ?? ""));
    if (changes.length === 0) return {};
    return { changes, scrollIntoView: true, userEvent: way === "in" ? "input.indent" : "delete.dedent" };
  };
}

function stepOf(state: EditorState, item: SyntaxNode, way: "in" | "out"): number {
  if (way === "in") {
    let before = item.prevSibling;
    // A quote's signs stand between its lines' items.
    while (before?.name === "QuoteMark") before = before.prevSibling;
    return before?.name === "ListItem"
      ? columnOf(state, before) + contentOffset(state, before) - columnOf(state, item)
      : 0;
  }
  const parent = ancestor(item, ({ name }) => name === "ListItem");
  return parent === null ? 0 : columnOf(state, parent) - columnOf(state, item);
}

function outermostList(item: SyntaxNode): SyntaxNode | null {
  let list: SyntaxNode | null = null;
  for (let node: SyntaxNode | null = item; node !== null && node.name !== "Blockquote"; node = node.parent)
    if (isList(node)) list = node;
  return list;
}

function isInFence(state: EditorState, from: number, to: number): boolean {
  for (let node: SyntaxNode | null = syntaxTree(state).resolveInner(to, -1); node !== null; node = node.parent)
    if (node.name === "FencedCode") return node.from < from;
  return false;
}

function shifted(text: string, column: number, step: number): string {
  const head = text.slice(0, column);
  if (step > 0) return text.length > column ? head + " ".repeat(step) + text.slice(column) : text;
  const kept = head.slice(0, Math.max(0, column + step));
  return /^\s*$/.test(head.slice(kept.length)) ? kept + text.slice(column) : text;
}

/** The change that makes `text`, which begins at `from`, `wanted`, where only their beginnings differ. */
function beginningChange(
  from: number,
  text: string,
  wanted: string,
): readonly { from: number; to: number; insert: string }[] {
  if (text === wanted) return [];
  let same = 0;
  while (same < Math.min(text.length, wanted.length) && text.at(-1 - same) === wanted.at(-1 - same)) same += 1;
  // A half of a pair that is the same in both stays with its other half, because what comes before is in ASCII.
  return [{ from, to: from + text.length - same, insert: wanted.slice(0, wanted.length - same) }];
}

interface Level {
  readonly column: number;
  readonly content: number;
  /** The number of the last item; null in lists without. */
  readonly number: number | null;
  readonly sign: string;
  /** How many columns longer the number has become, for what belongs to the item. */
  readonly growth: number;
}

const itemLine = /^((?:\s*>)*\s*)([-*+]|(\d{1,9})([.)]))(\s+|$)/;

/**
 * `lines` of one list with the numbers of its items counted on from the first. Those at the indexes `moved` count from 1
 * where they come first now; lines of `isCode` are left alone.
 */
function renumber(lines: readonly string[], moved: ReadonlySet<number>, isCode: readonly boolean[]): readonly string[] {
  const levels: Level[] = [];
  return lines.map((line, index) => {
    const match = isCode[index] === true ? null : itemLine.exec(line);
    const column = countColumn(line, 4, match?.[1]?.length ?? /^[\s>]*/.exec(line)?.[0].length ?? 0);
    const grown = (): string => {
      const growth = levels.reduce((sum, level) => sum + (column >= level.content ? Math.max(0, level.growth) : 0), 0);
      return line.trim() === "" ? "" : " ".repeat(growth);
    };
    if (match === null) return grown() + line;
    const [whole, before = "", sign = "", digits, delimiter] = match;
    while (levels.length > 0 && column < (levels.at(-1)?.column ?? 0)) levels.pop();
    const top = levels.at(-1);
    const isSibling = top !== undefined && column < top.content;
    if (isSibling) levels.pop();
    const growth = grown();
    const kind = delimiter ?? sign;
    const own = digits === undefined ? null : Number(digits);
    const follows = isSibling && top.sign === kind && top.number !== null ? top.number + 1 : null;
    const number = own === null ? null : (follows ?? (moved.has(index) ? 1 : own));
    const width = number === null ? 0 : String(number).length - (digits?.length ?? 0);
    levels.push({ column, content: column + (whole.length - before.length), number, sign: kind, growth: width });
    if (number === null) return growth + line;
    return `${growth}${before}${number}${line.slice(before.length + (digits?.length ?? 0))}`;
  });
}
