/** Results as Markdown tables, put between two marks of a document that people write around them. */

import { UsageError } from "./arguments.ts";
import type { Comparison } from "./compare.ts";
import { costTables } from "./cost/cost-tables.ts";
import type { Results } from "./results.ts";
import { cellsOf } from "./table.ts";

const [begin, end] = ["<!-- figures: written by `pnpm bench report --markdown` -->", "<!-- end of the figures -->"];

/** `document` with the figures of `results` between its marks. @throws UsageError when it does not have both, in order */
export function withFigures(document: string, results: Results): string {
  const [from, to] = [document.indexOf(begin), document.indexOf(end)];
  if (from < 0 || to < from)
    throw new UsageError(`The document needs a line "${begin}" and, below it, a line "${end}".`);
  return `${document.slice(0, from + begin.length)}\n\n${figures(results)}\n\n${document.slice(to)}`;
}

function figures({ date, commit, machine, versions, comparisons, page, cost }: Results): string {
  const { processor, cores, memoryBytes, system, node } = machine;
  const used = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  const parts = [
    `Measured on ${date.slice(0, 10)} at commit \`${commit.hash.slice(0, 7)}\`${commit.isChanged ? " with changes" : ""}: ${cores} cores of ${processor}, ${Math.round(memoryBytes / 2 ** 30)} GiB, ${system}, Node ${node}; ${used.join(", ")}.`,
    ...[...comparisons, ...page].map(section),
  ];
  if (cost !== null) parts.push(costSection(cost));
  return parts.join("\n\n");
}

function section(comparison: Comparison): string {
  const { name, description } = comparison.workload;
  const [head = [], ...rows] = cellsOf(comparison);
  const failures = rows.map((row) => row.slice(head.length));
  const table = markdownTable([head, ...rows.map((row) => row.slice(0, head.length))]);
  const failed = failures.flatMap((reasons, index) => reasons.map((reason) => `- ${rows[index]?.[0]} ${reason}`));
  return [`### ${name}`, `${capital(description)}.`, table, ...(failed.length === 0 ? [] : [failed.join("\n")])].join(
    "\n\n",
  );
}

function costSection({ pricesOf, accounts }: NonNullable<Results["cost"]>): string {
  const tables = costTables(accounts).map(markdownTable);
  return ["### cost", `At Cloudflare's prices of ${pricesOf}; see [cost.md](cost.md).`, ...tables].join("\n\n");
}

/** As the formatter would write it: names to the left, figures to the right. */
function markdownTable(rows: readonly (readonly string[])[]): string {
  // What a server says of itself may stand in a cell.
  const [head = [], ...body] = rows.map((row) => row.map((cell) => cell.replaceAll("|", "\\|")));
  const widths = head.map((_, column) => Math.max(3, ...[head, ...body].map((row) => row[column]?.length ?? 0)));
  const rule = widths.map((width, column) => (column === 0 ? "-".repeat(width) : `${"-".repeat(width - 1)}:`));
  const line = (cells: readonly string[]): string =>
    `| ${widths.map((width, column) => (column === 0 ? cells[0]?.padEnd(width) : cells[column]?.padStart(width)) ?? "").join(" | ")} |`;
  return [head, rule, ...body].map(line).join("\n");
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
