/** What twenty people who type cost in rows, and how long they wait until what they typed is stored. */

import { percentile } from "../figures.ts";
import { printTable } from "../print-table.ts";
import { Author } from "./author.ts";
import { Box } from "./box.ts";
import { growth, readCounters } from "./counters.ts";
import { percentiles } from "./report.ts";
import { type } from "./typing.ts";

const people = 20;
const keystrokesPerSecond = 5;

/** Most rows that may be written a second, however many type, and most milliseconds to an acknowledgement. */
const atMost = { rowsPerSecond: 4, p95Ms: 300, p99Ms: 600 } as const;

/** Has twenty people type for `seconds`. True when rows and acknowledgements stay within what is allowed. */
export async function measureRows(seconds: number): Promise<boolean> {
  const box = await Box.start();
  const id = await box.createDocument();
  const authors = await Promise.all(Array.from({ length: people }, () => Author.join(box.origin, id)));
  const before = await readCounters(box.origin, id);
  const started = performance.now();
  const isOver = AbortSignal.timeout(seconds * 1_000);
  const intervalMs = 1_000 / keystrokesPerSecond;
  const typed = await Promise.all(
    authors.map((author, index) => type(author, { intervalMs, delayMs: (index * intervalMs) / people, isOver })),
  );
  const times = typed.flatMap((person) => person.times);
  const elapsed = (performance.now() - started) / 1_000;
  const grown = growth(before, await readCounters(box.origin, id));
  const rowsPerSecond = grown.rowsWritten / elapsed;
  printTable([
    [`${people} people, ${keystrokesPerSecond}/s each, ${seconds} s`, ""],
    ["keystrokes acknowledged", String(times.length)],
    ["until acknowledged", percentiles(times)],
    ["rows written a second", rowsPerSecond.toFixed(2)],
    ["commits a second", (grown.commits / elapsed).toFixed(2)],
    ["messages a second", (grown.messages / elapsed).toFixed(1)],
  ]);
  await box.remove();
  return (
    rowsPerSecond <= atMost.rowsPerSecond &&
    percentile(times, 0.95) <= atMost.p95Ms &&
    percentile(times, 0.99) <= atMost.p99Ms
  );
}
