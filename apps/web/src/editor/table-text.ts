/** A Markdown table as lines of text: where its cells are, and how it looks with its columns aligned. Knows no editor. */

import stringWidth from "string-width";

export type Alignment = "none" | "left" | "center" | "right";

/** What a cell holds, without the spaces around it, as UTF-16 code units of its line. */
export interface Cell {
  readonly from: number;
  readonly to: number;
}

const narrowest = 3;

/** The cells of a row that begins at `start` of `line`. A bar after a backslash is none. */
export function cellsOf(line: string, start: number): readonly Cell[] {
  const bars: number[] = [];
  for (let at = start; at < line.length; at += 1) {
    if (line[at] === "\\") at += 1;
    else if (line[at] === "|") bars.push(at);
  }
  const [first] = bars;
  const last = bars.at(-1);
  const isOpened = first !== undefined && line.slice(start, first).trim() === "";
  const isClosed = last !== undefined && line.slice(last + 1).trim() === "" && !(isOpened && bars.length === 1);
  const edges = [...(isOpened ? [] : [start - 1]), ...bars, ...(isClosed ? [] : [line.length])];
  return edges.slice(1).map((end, index) => {
    const from = (edges[index] ?? 0) + 1;
    const text = line.slice(from, end);
    if (text.trim() === "") return { from: from + Math.min(1, text.length), to: from + Math.min(1, text.length) };
    return { from: from + (text.length - text.trimStart().length), to: from + text.trimEnd().length };
  });
}

/** What a cell of the line below the heads says of its column. */
export function alignmentOf(text: string): Alignment {
  const left = text.startsWith(":");
  const right = text.endsWith(":");
  if (left && right) return "center";
  return left ? "left" : right ? "right" : "none";
}

/** How wide each column of `rows` is to be, in columns of a fixed-width face. */
export function widthsOf(rows: readonly (readonly string[])[]): readonly number[] {
  const count = Math.max(0, ...rows.map((row) => row.length));
  return Array.from({ length: count }, (_, column) =>
    Math.max(narrowest, ...rows.map((row) => stringWidth(row[column] ?? ""))),
  );
}

/** The spaces left and right of `text` in a column. */
export function paddingOf(text: string, width: number, alignment: Alignment): readonly [string, string] {
  const missing = Math.max(0, width - stringWidth(text));
  const before = alignment === "right" ? missing : alignment === "center" ? Math.floor(missing / 2) : 0;
  return [" ".repeat(before), " ".repeat(missing - before)];
}

/** The cell below a head. */
export function delimiterOf(width: number, alignment: Alignment): string {
  const left = alignment === "left" || alignment === "center" ? ":" : "-";
  const right = alignment === "right" || alignment === "center" ? ":" : "-";
  return left + "-".repeat(Math.max(1, width - 2)) + right;
}

/** A row as a line. */
export function rowText(cells: readonly string[], widths: readonly number[], alignments: readonly Alignment[]): string {
  const padded = widths.map((width, column) => {
    const text = cells[column] ?? "";
    const [before, after] = paddingOf(text, width, alignments[column] ?? "none");
    return `${before}${text}${after}`;
  });
  return `| ${padded.join(" | ")} |`;
}
