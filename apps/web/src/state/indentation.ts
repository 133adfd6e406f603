/** How the lines of a text are indented, read from the text. Knows no editor. */

/** The number of columns of a step; with tabs, how wide one is shown. */
export interface Indentation {
  readonly isByTabs: boolean;
  readonly columns: number;
}

/** What a person may choose, besides what a text has. */
export const indentations: readonly Indentation[] = [
  { isByTabs: false, columns: 2 },
  { isByTabs: false, columns: 4 },
  { isByTabs: false, columns: 8 },
  { isByTabs: true, columns: 4 },
];

/** The steps by spaces that are looked for. */
const steps = [2, 4, 8, 3] as const;

/**
 * How most lines of `text` that are indented more or less than the one before are; null when too few are. Blank lines,
 * and lines that stand one column in, as in comments of several lines, say nothing.
 */
export function indentationOf(text: string): Indentation | null {
  let tabs = 0;
  const differences = new Map<number, number>();
  let before = 0;
  for (const line of text.split("\n")) {
    if (line.trim() === "") continue;
    if (line.startsWith("\t")) {
      tabs += 1;
      continue;
    }
    const spaces = line.length - line.trimStart().length;
    const difference = Math.abs(spaces - before);
    before = spaces;
    if (difference > 1) differences.set(difference, (differences.get(difference) ?? 0) + 1);
  }
  const counts = steps.map((step) => ({ step, count: differences.get(step) ?? 0 }));
  const bySpaces = counts.reduce((most, each) => (each.count > most.count ? each : most));
  if (tabs === 0 && bySpaces.count === 0) return null;
  return tabs >= bySpaces.count ? { isByTabs: true, columns: 4 } : { isByTabs: false, columns: bySpaces.step };
}
