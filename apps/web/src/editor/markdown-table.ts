/** The table at the caret: found in the tree, aligned without touching what the cells hold, moved through by cells. */

import { ensureSyntaxTree, syntaxTree } from "@codemirror/language";
import { ChangeSet, EditorSelection, type EditorState, type Line, type TransactionSpec } from "@codemirror/state";
import type { SyntaxNode } from "@lezer/common";
import {
  type Alignment,
  alignmentOf,
  type Cell,
  cellsOf,
  delimiterOf,
  paddingOf,
  rowText,
  widthsOf,
} from "./table-text.ts";

export interface Row {
  readonly line: Line;
  /** Where the row begins in its line, after the signs of what the table is in. */
  readonly start: number;
  readonly cells: readonly Cell[];
}

export interface Table {
  /** The heads first; the line below them is not one. */
  readonly rows: readonly [Row, ...Row[]];
  readonly delimiter: Row;
  readonly alignments: readonly Alignment[];
}

/** How long a press of a key may wait for the text before it to be parsed, in milliseconds. */
const parseWithinMs = 50;

/** The table that `position` is in; null outside of one. */
export function tableAt(state: EditorState, position: number): Table | null {
  const tree = ensureSyntaxTree(state, position, parseWithinMs) ?? syntaxTree(state);
  for (const side of [-1, 1] as const) {
    for (let node: SyntaxNode | null = tree.resolveInner(position, side); node !== null; node = node.parent) {
      if (node.name === "Table") return readTable(state, node);
    }
  }
  return null;
}

function readTable(state: EditorState, node: SyntaxNode): Table | null {
  const rows: Row[] = [];
  let delimiter: Row | undefined;
  for (let child = node.firstChild; child !== null; child = child.nextSibling) {
    const line = state.doc.lineAt(child.from);
    const start = child.from - line.from;
    const row: Row = { line, start, cells: cellsOf(line.text, start) };
    if (child.name === "TableDelimiter") delimiter ??= row;
    else if (rows.at(-1)?.line.number !== line.number) rows.push(row);
  }
  const [first, ...others] = rows;
  if (first === undefined || delimiter === undefined) return null;
  const { line } = delimiter;
  const alignments = delimiter.cells.map(({ from, to }) => alignmentOf(line.text.slice(from, to)));
  return { rows: [first, ...others], delimiter, alignments };
}

export function textsOf({ line, cells }: Row): readonly string[] {
  return cells.map(({ from, to }) => line.text.slice(from, to));
}

/** What all columns need that have a head; a row's cells beyond them count for nothing, as readers of Markdown see it. */
function tableWidths(table: Table): readonly number[] {
  return widthsOf(table.rows.map((row) => textsOf(row).slice(0, table.delimiter.cells.length)));
}

/**
 * The changes that align the columns: of the spaces and bars between the cells alone, so that carets in them, and what
 * others write there meanwhile, stay what they are.
 */
export function alignment(state: EditorState, table: Table): ChangeSet {
  const widths = tableWidths(table);
  const changes: { from: number; to: number; insert: string }[] = [];
  for (const row of table.rows) {
    const texts = textsOf(row);
    const gaps: string[] = ["| "];
    const put = (text: string): void => void gaps.push((gaps.pop() ?? "") + text);
    for (let column = 0; column < Math.max(widths.length, texts.length); column += 1) {
      const text = texts[column] ?? "";
      const [before, after] = paddingOf(text, widths[column] ?? 0, table.alignments[column] ?? "none");
      put(before);
      if (column < texts.length) gaps.push("");
      put(`${after} |${column < Math.max(widths.length, texts.length) - 1 ? " " : ""}`);
    }
    const edges = [row.start, ...row.cells.flatMap(({ from, to }) => [from, to]), row.line.length];
    gaps.forEach((insert, index) => {
      const from = row.line.from + (edges[2 * index] ?? 0);
      const to = row.line.from + (edges[2 * index + 1] ?? 0);
      if (state.sliceDoc(from, to) !== insert) changes.push({ from, to, insert });
    });
  }
  const { line, start } = table.delimiter;
  const wanted = `| ${widths.map((width, column) => delimiterOf(width, table.alignments[column] ?? "none")).join(" | ")} |`;
  if (line.text.slice(start) !== wanted) changes.push({ from: line.from + start, to: line.to, insert: wanted });
  return state.changes(changes);
}

/** Aligns the columns of the table at the caret. */
export function formatTable(state: EditorState): TransactionSpec | null {
  const table = tableAt(state, state.selection.main.head);
  if (table === null) return null;
  const changes = alignment(state, table);
  return changes.empty ? {} : { changes, selection: state.selection.map(changes, -1), userEvent: "input.format" };
}

/** The row and the column that `position` is in; in the line below the heads, those of the heads. */
export function placeIn(table: Table, position: number): { readonly row: number; readonly column: number } {
  const found = table.rows.findIndex(({ line }) => position >= line.from && position <= line.to);
  const row = Math.max(0, found);
  const { cells, line } = found === -1 ? table.delimiter : (table.rows[row] ?? table.delimiter);
  const after = cells.findIndex(({ to }) => position - line.from <= to);
  return { row, column: after === -1 ? Math.max(0, cells.length - 1) : after };
}

/** Goes to the next cell, or the one before, and aligns the columns. After the last one comes a new row. */
export function goToCell(step: -1 | 1): (state: EditorState) => TransactionSpec | null {
  return (state) => {
    const table = tableAt(state, state.selection.main.head);
    if (table === null) return null;
    const columns = table.delimiter.cells.length;
    const place = placeIn(table, state.selection.main.head);
    const target = place.row * columns + Math.min(place.column, columns - 1) + step;
    if (target < 0) return {};
    if (target >= table.rows.length * columns) return withRowAfter(state, table, table.rows.length - 1);
    const changes = alignment(state, table);
    const row = table.rows[Math.floor(target / columns)];
    if (row === undefined) return {};
    // Found anew in the aligned row, because it may have had fewer cells than there are heads.
    const line = changes.apply(state.doc).lineAt(changes.mapPos(row.line.from + row.start, -1));
    const cell = cellsOf(line.text, row.start)[target % columns];
    const from = line.from + (cell?.from ?? line.length);
    const to = line.from + (cell?.to ?? line.length);
    return { changes, selection: EditorSelection.single(from, to), scrollIntoView: true, userEvent: "input.format" };
  };
}

/** An empty row below the row of the index `after`, with the caret in its first cell; the columns aligned. */
export function withRowAfter(state: EditorState, table: Table, after: number): TransactionSpec {
  const above = after <= 0 ? table.delimiter : (table.rows[after] ?? table.delimiter);
  const aligned = alignment(state, table);
  // Of an item's sign before the heads only its place is repeated.
  const prefix = above.line.text.slice(0, above.start).replace(/[^\s>]/g, " ");
  const text = rowText([], tableWidths(table), table.alignments);
  const at = aligned.mapPos(above.line.to, 1);
  const changes = aligned.compose(ChangeSet.of({ from: at, insert: `\n${prefix}${text}` }, aligned.newLength));
  const selection = EditorSelection.single(at + 1 + prefix.length + 2);
  return { changes, selection, scrollIntoView: true, userEvent: "input.format" };
}
