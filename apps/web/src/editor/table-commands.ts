/** What a person does to a table as a whole: a new one, rows and columns more or fewer. */

import { EditorSelection, type EditorState, type TransactionSpec } from "@codemirror/state";
import { blockBelow } from "./markdown-blocks.ts";
import { placeIn, type Table, tableAt, textsOf, withRowAfter } from "./markdown-table.ts";
import { type Alignment, delimiterOf, rowText, widthsOf } from "./table-text.ts";

/** Puts an empty table of two columns below the caret's line, with the words of its first head selected. */
export function insertTable(heads: () => readonly [string, string]): (state: EditorState) => TransactionSpec | null {
  return (state) => {
    if (tableAt(state, state.selection.main.head) !== null) return null;
    const rows = [heads(), ["", ""]];
    const widths = widthsOf(rows);
    const [first = "", second = ""] = rows.map((row) => rowText(row, widths, []));
    const delimiter = `| ${widths.map((width) => delimiterOf(width, "none")).join(" | ")} |`;
    return blockBelow(state, `${first}\n${delimiter}\n${second}\n`, 2, heads()[0].length);
  };
}

/** A new row below the caret's. */
export function addRow(state: EditorState): TransactionSpec | null {
  const { head } = state.selection.main;
  const table = tableAt(state, head);
  return table === null ? null : withRowAfter(state, table, placeIn(table, head).row);
}

/** What Enter does in a table: a new row; in an empty last row it ends the table, as it ends a list. */
export function enterInTable(state: EditorState): TransactionSpec | null {
  const { main, ranges } = state.selection;
  const table = tableAt(state, main.head);
  if (table === null || ranges.length > 1) return null;
  const { row } = placeIn(table, main.head);
  const line = table.rows[row]?.line;
  const own = state.doc.lineAt(main.head);
  // A selected cell, as Tab leaves it, is not to be lost. Before the row, Enter is what it is everywhere: a new line.
  if (line === undefined || main.from <= own.from || main.to > own.to) return null;
  const isEmpty = textsOf(table.rows[row] ?? table.delimiter).every((text) => text === "");
  if (row === table.rows.length - 1 && row > 0 && isEmpty) {
    const start = table.rows[row]?.start ?? 0;
    // What stands right below a table is a row of it: an empty line ends it.
    const changes = { from: line.from + start, to: line.to, insert: "\n" };
    return {
      changes,
      selection: EditorSelection.single(line.from + start + 1),
      scrollIntoView: true,
      userEvent: "input",
    };
  }
  return withRowAfter(state, table, row);
}

/**
 * What a bar does that is typed in a row below the heads: it goes over the one that ends the cell, and a row that Enter
 * has just begun has its first one already.
 */
export function barInTable(state: EditorState): TransactionSpec | null {
  const { main, ranges } = state.selection;
  const table = main.empty && ranges.length === 1 ? tableAt(state, main.head) : null;
  if (table === null) return null;
  const row = table.rows[placeIn(table, main.head).row];
  const own = state.doc.lineAt(main.head);
  if (row === undefined || row === table.rows[0] || row.line.number !== own.number) return null;
  const [before, after] = [own.text.slice(row.start, main.head - own.from), own.text.slice(main.head - own.from)];
  if (before.endsWith("\\")) return null;
  if (before === "| " && textsOf(row).every((text) => text === "")) return {};
  const bar = /^\s*\| ?/.exec(after);
  if (bar === null) return null;
  return { selection: EditorSelection.single(main.head + bar[0].length), scrollIntoView: true, userEvent: "select" };
}

/** Takes the caret's row away; the heads only with the whole table. */
export function removeRow(state: EditorState): TransactionSpec | null {
  const { head } = state.selection.main;
  const table = tableAt(state, head);
  if (table === null) return null;
  const { row, column } = placeIn(table, head);
  const line = table.rows[row]?.line;
  if (row === 0 || line === undefined) return {};
  const above = table.rows[row - 1] ?? table.rows[0];
  const cell = above.cells[column] ?? above.cells[0];
  return {
    changes: { from: line.from - 1, to: line.to },
    selection: EditorSelection.single(above.line.from + (cell?.to ?? 0)),
    scrollIntoView: true,
    userEvent: "delete.format",
  };
}

/** A new column right of the caret's. */
export function addColumn(state: EditorState): TransactionSpec | null {
  return withColumns(state, (cells, column, filler) => cells.toSpliced(column + 1, 0, filler), 1);
}

/** Takes the caret's column away; the last one stays. */
export function removeColumn(state: EditorState): TransactionSpec | null {
  const table = tableAt(state, state.selection.main.head);
  if (table !== null && table.delimiter.cells.length < 2) return {};
  return withColumns(state, (cells, column) => cells.toSpliced(column, 1), 0);
}

type Change = <Value>(cells: readonly Value[], column: number, filler: Value) => readonly Value[];

/** The table at the caret with `change` done to each of its rows, and the caret `step` columns further. */
function withColumns(state: EditorState, change: Change, step: 0 | 1): TransactionSpec | null {
  const { head } = state.selection.main;
  const table = tableAt(state, head);
  if (table === null) return null;
  const { row, column } = placeIn(table, head);
  const rows = table.rows.map((each) => change(filled(table, textsOf(each)), column, ""));
  const alignments = change<Alignment>(table.alignments, column, "none");
  const widths = widthsOf(rows);
  const delimiter = `| ${widths.map((width, at) => delimiterOf(width, alignments[at] ?? "none")).join(" | ")} |`;
  const lines = rows.map((cells) => rowText(cells, widths, alignments));
  const changes = state.changes([
    ...table.rows.map(({ line, start }, at) => ({ from: line.from + start, to: line.to, insert: lines[at] ?? "" })),
    { from: table.delimiter.line.from + table.delimiter.start, to: table.delimiter.line.to, insert: delimiter },
  ]);
  const own = table.rows[row] ?? table.rows[0];
  const before = Math.min(column + step, widths.length - 1);
  const from = changes.mapPos(own.line.from + own.start, -1);
  const caret =
    from + 2 + (lines[row] ?? "").slice(2).split(" | ").slice(0, before).join(" | ").length + (before > 0 ? 3 : 0);
  return { changes, selection: EditorSelection.single(caret), scrollIntoView: true, userEvent: "input.format" };
}

/** A cell for each head; more than heads stay, because they hold words. */
function filled(table: Table, texts: readonly string[]): readonly string[] {
  const missing = Math.max(0, table.delimiter.cells.length - texts.length);
  return [...texts, ...Array.from({ length: missing }, () => "")];
}
