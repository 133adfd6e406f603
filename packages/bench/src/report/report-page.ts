/** Results as one page of HTML: plots, the same as tables, and who was first. Needs no network and no script. */

import type { Comparison } from "../compare.ts";
import { costTables } from "../cost/cost-tables.ts";
import type { Results } from "../results.ts";
import type { Standing } from "../standing.ts";
import { cellsOf } from "../table.ts";
import { plotOf } from "./plot.ts";
import { firstOf, leadOf, type Ranking, rankingsOf } from "./ranking.ts";
import { style } from "./style.ts";

const own = "Samepage";

export function reportPage(results: Results): string {
  const { comparisons, page, cost, date } = results;
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Samepage beside others, ${escaped(date.slice(0, 10))}</title>
<style>${style}</style>
<main>
<h1>Samepage beside others</h1>
${setting(results)}
${comparisons.length === 0 ? "" : summary(comparisons)}
${comparisons.map(section).join("\n")}
${page.map(section).join("\n")}
${cost === null ? "" : costSection(cost)}
</main>
</html>
`;
}

function setting({ date, commit, machine, versions }: Results): string {
  const { processor, cores, memoryBytes, system, node } = machine;
  const used = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  const code = `${commit.hash.slice(0, 7)}${commit.isChanged ? ", with changes" : ""}`;
  return `<p class="machine">${escaped(
    `${date.slice(0, 16).replace("T", " ")} UTC, commit ${code}. ${cores} cores of ${processor}, ${Math.round(memoryBytes / 2 ** 30)} GiB, ${system}, Node ${node}. ${used.join(", ")}.`,
  )}</p>
<p>Each round, every server was started anew over an empty folder. A large dot is the median of the rounds, a small one a round, the line from the least to the most. <b>R</b>, <b>RS</b> and <b>ws</b> are bare relays, hollow here: they know no document, and say how fast the platform is. R is a Durable Object that passes each message on, RS the same with a row of SQLite a message, ws the same in Node. The number with a × is the median of the rounds' ratios to R, each to the R of its own round, so that it need not be the quotient of the medians. ▲ says that the clients' own process, the driver, was busy for 80 % or more in half of the rounds: then it was measured, and not the server. “Ack” is the acknowledgement that an edit is stored, which Samepage alone gives. Samepage's limits on frames and bytes a second are off.</p>`;
}

function summary(comparisons: readonly Comparison[]): string {
  const rows = comparisons.flatMap((comparison) =>
    rankingsOf(comparison).flatMap((ranking) => summaryRow(comparison.workload.name, ranking) ?? []),
  );
  const firsts = rows.filter(({ isOwnFirst }) => isOwnFirst).length;
  const lasts = rows.filter(({ isOwnLast }) => isOwnLast).length;
  return `<h2>Who is first</h2>
<p>Among those that keep documents, ${own} is first in ${firsts} of ${rows.length} figures, and last in ${lasts}. <span class="hint">A tie is nobody's, and who failed in a round is not ranked. “Perhaps by chance”: rounds of the first and of the one it is compared with overlap, or there was only one.</span></p>
<div class="scroll" tabindex="0" role="region" aria-label="Who is first"><table class="words"><thead><tr>${["workload", "figure", "first", "its figure", own, "lead"].map((cell) => `<th scope="col">${cell}</th>`).join("")}</tr></thead><tbody>
${rows.map(({ html }) => html).join("\n")}
</tbody></table></div>`;
}

function summaryRow(
  workload: string,
  ranking: Ranking,
): { readonly isOwnFirst: boolean; readonly isOwnLast: boolean; readonly html: string } | null {
  const leaders = firstOf(ranking);
  if (leaders === null) return null;
  const { first, second } = leaders;
  const { metric, standings } = ranking;
  const ours = standings.find(({ contestant }) => contestant === own);
  const figure = (standing: Standing | undefined): string =>
    standing === undefined ? "–" : `${standing.median.toFixed(metric.decimals)} ${metric.unit}`.trim();
  const keepers = standings.filter(({ keepsText, isWhole }) => keepsText && isWhole);
  const tied = keepers.filter((standing) => figure(standing) === figure(first));
  const isTie = figure(first) === figure(second);
  const isOwnLast = !isTie && keepers.at(-1)?.contestant === own;
  const isOwnFirst = first.contestant === own && !isTie;
  const other = isOwnFirst ? second : (ours ?? second);
  const cells = [
    workload,
    metric.name,
    isTie ? tied.map(({ contestant }) => contestant).join(", ") : first.contestant,
    figure(first),
    figure(ours),
    isTie ? "a tie" : leadText(first, other),
  ];
  const html = cells.map((cell, column) =>
    column === 0
      ? `<th scope="row">${escaped(cell)}</th>`
      : `<td${column === 2 && isOwnFirst ? ' class="own"' : ""}>${escaped(cell)}</td>`,
  );
  return { isOwnFirst, isOwnLast, html: `<tr>${html.join("")}</tr>` };
}

function leadText(first: Standing, other: Standing): string {
  const { times, isCertain } = leadOf(first, other);
  const lead = `${Number.isFinite(times) ? `${times.toFixed(2)}× ` : ""}before ${other.contestant}`;
  return `${lead}${isCertain ? "" : ", perhaps by chance"}${first.isDriverLimited ? " ▲" : ""}`;
}

function section(comparison: Comparison): string {
  const { name, description } = comparison.workload;
  const [head = [], ...rows] = cellsOf(comparison);
  const failures = rows.flatMap(([contestant, ...cells]) =>
    cells.slice(head.length - 1).map((reason) => `<li><b>${escaped(contestant ?? "")}</b> ${escaped(reason)}</li>`),
  );
  return `<section>
<h2 id="${escaped(name)}">${escaped(name)}</h2>
<p class="hint">${escaped(description)}</p>
${failures.length === 0 ? "" : `<ul>${[...new Set(failures)].join("")}</ul>`}
<div class="plots">${rankingsOf(comparison).map(figure).join("\n")}</div>
<details><summary>All figures of ${escaped(name)} as a table</summary>${table([head, ...rows.map((row) => row.slice(0, head.length))], name)}</details>
</section>`;
}

function figure(ranking: Ranking): string {
  const { metric, standings } = ranking;
  const unit = metric.unit === "" ? "" : ` ${metric.unit}`;
  const words = standings.map((one) => `${one.contestant} ${one.median.toFixed(metric.decimals)}${unit}`);
  const plot = plotOf(ranking, escaped(`${metric.name}, the best first: ${words.join(", ")}`));
  const hint = `${metric.better === "more" ? "more" : "less"} is better${plot.isLogarithmic ? "; logarithmic" : ""}`;
  const title = `${metric.name}${metric.unit === "" ? "" : `, ${metric.unit}`}`;
  return `<figure><figcaption>${escaped(title)} <small>· ${hint}</small></figcaption>${plot.svg}</figure>`;
}

function costSection(cost: NonNullable<Results["cost"]>): string {
  return `<section><h2 id="cost">cost</h2>
<p class="hint">Dollars at Cloudflare's prices of ${escaped(cost.pricesOf)}, from what both counted of themselves while the same people typed.</p>
${costTables(cost.accounts)
  .map((rows) => table(rows, rows[0]?.[0] ?? ""))
  .join("\n")}</section>`;
}

/** `name`: what it shows. */
function table([head = [], ...rows]: readonly (readonly string[])[], name: string): string {
  const headCells = head.map((cell) => `<th scope="col">${escaped(cell || "server")}</th>`).join("");
  const body = rows.map(([first = "", ...cells]) => {
    const name = `<th scope="row"${first === own ? ' class="own"' : ""}>${escaped(first)}</th>`;
    return `<tr>${name}${cells.map((cell) => `<td>${escaped(cell)}</td>`).join("")}</tr>`;
  });
  const content = `<thead><tr>${headCells}</tr></thead><tbody>${body.join("")}</tbody>`;
  return `<div class="scroll" tabindex="0" role="region" aria-label="${escaped(name)}"><table>${content}</table></div>`;
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** What servers say of themselves stands in results, too. */
function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? "");
}
