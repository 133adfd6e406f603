/** `pnpm bench`: measures the built app on this machine, by itself and beside others. */

import { readFile, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { buildAll } from "../../../scripts/build.ts";
import {
  type Arguments,
  assertLimits,
  assertReadable,
  chosen,
  type OptionKind,
  readArguments,
  runCommand,
  UsageError,
  wholeNumber,
} from "./arguments.ts";
import { type Comparison, compare } from "./compare.ts";
import { contestants } from "./contestants/all.ts";
import { measureCost } from "./cost/measure.ts";
import { pricesOf } from "./cost/prices.ts";
import { printAccounts } from "./cost/print.ts";
import { withFigures } from "./markdown.ts";
import { measurePage, pageParts } from "./page/page.ts";
import { compareQuickly } from "./quick/quick.ts";
import { replayTrace } from "./replay-trace.ts";
import { reportPage } from "./report/report-page.ts";
import { type Figured, readResults, resultsOf, writeResults } from "./results.ts";
import { measureStorage } from "./storage.ts";
import { tableOf } from "./table.ts";
import { workloads } from "./workloads/all.ts";
import { traceWorkloads } from "./workloads/trace.ts";

const usage = `pnpm bench [--rounds 3] [--trace <file>]… [--json <file>]
    All that follows: every workload beside every contestant, the page, and the cost. Takes over an hour.
pnpm bench --quick [--keep]
    A few workloads, whose ratios are compared with the stored ones: three minutes, for before a merge. Ends with 1
    when one is worse. --keep stores the new ones.
pnpm bench compare [workload…] [--rounds 3] [--only Samepage,R] [--trace <file>]… [--json <file>]
    Samepage beside bare relays and other servers. Workloads: ${workloads.map(({ name }) => name).join(", ")},
    and trace, trace-2 …: of each file (of one writer, or of several at once), else one made from a seed.
pnpm bench page [part…] [--rounds 3] [--json <file>]
    The page in Chromium: ${pageParts.map(({ name }) => name).join(", ")}.
pnpm bench cost [--json <file>]
    What typing and being idle cost at Cloudflare's prices, beside y-partyserver.
pnpm bench report <results.json> [<page.html>] [--markdown <file>]
    The results of --json as an HTML page with plots, or as tables in a Markdown file.
pnpm bench trace <file>
    Replays a recorded trace (.json or .json.gz) and compares what everybody ends up with.
pnpm bench storage <file>
    What a document costs after such a trace: its size, and how soon one who comes has the text.`;

interface Command {
  readonly options: Readonly<Record<string, OptionKind>>;
  /** Gives whether what was measured is as it has to be. */
  run(given: Arguments): Promise<boolean>;
}

const everything: Command = {
  options: { rounds: "value", only: "value", trace: "values", json: "value", quick: "flag", keep: "flag" },
  async run(given) {
    const { quick, keep } = given.options;
    if (keep !== undefined && quick === undefined) throw new UsageError("--keep is for --quick.");
    if (quick !== undefined) return await compareQuickly({ isKept: keep !== undefined });
    const rounds = roundsOf(given);
    const began = new Date();
    const write = async (figured: Partial<Figured>): Promise<void> => {
      const file = given.options["json"];
      if (typeof file === "string") await writeResults(file, resultsOf(figured, began));
    };
    const comparisons = await compareAll(given, (comparisons) => write({ comparisons }));
    const page = await measurePage({ rounds });
    await write({ comparisons, page });
    const accounts = await measureCost();
    await write({ comparisons, page, cost: { pricesOf, accounts } });
    printTables([...comparisons, ...page]);
    printAccounts(accounts);
    return true;
  },
};

const commands: Readonly<Record<string, Command>> = {
  compare: {
    options: { rounds: "value", only: "value", trace: "values", json: "value" },
    async run(given) {
      const began = new Date();
      const { json } = given.options;
      const comparisons = await compareAll(given, async (comparisons) => {
        if (typeof json === "string") await writeResults(json, resultsOf({ comparisons }, began));
      });
      printTables(comparisons);
      return true;
    },
  },
  page: {
    options: { rounds: "value", json: "value" },
    async run(given) {
      const parts = chosen("part of the page", given.words, pageParts);
      const began = new Date();
      await buildAll();
      const page = await measurePage({ rounds: roundsOf(given), parts });
      const { json } = given.options;
      if (typeof json === "string") await writeResults(json, resultsOf({ page }, began));
      printTables(page);
      return true;
    },
  },
  cost: {
    options: { json: "value" },
    async run({ options: { json } }) {
      const began = new Date();
      const accounts = await measureCost();
      if (typeof json === "string") await writeResults(json, resultsOf({ cost: { pricesOf, accounts } }, began));
      printAccounts(accounts);
      return true;
    },
  },
  report: {
    options: { markdown: "value" },
    async run({ words, options: { markdown } }) {
      const results = await readResults(await assertReadable("The results", words[0]));
      if (typeof markdown === "string") {
        const document = await readFile(await assertReadable("The Markdown file", markdown), "utf8");
        await writeFile(markdown, withFigures(document, results));
        console.log(`The figures stand in ${markdown}.`);
        return true;
      }
      const page = words[1] ?? "bench-report.html";
      await writeFile(page, reportPage(results));
      console.log(`Open ${resolve(page)} in a browser.`);
      return true;
    },
  },
  trace: {
    options: {},
    async run({ words }) {
      const file = await assertReadable("The trace", words[0]);
      await buildAll();
      return await replayTrace(file);
    },
  },
  storage: {
    options: {},
    async run({ words }) {
      const file = await assertReadable("The trace", words[0]);
      await buildAll();
      await measureStorage(file);
      return true;
    },
  },
};

async function compareAll(
  { words, options }: Arguments,
  write: (comparisons: readonly Comparison[]) => Promise<void>,
): Promise<readonly Comparison[]> {
  const { only, trace = [] } = options;
  const traces = typeof trace === "object" ? trace : [];
  for (const path of traces) await assertReadable("The trace", path);
  const entrants = chosen("contestant", typeof only === "string" ? only.split(",") : [], contestants);
  const rounds = roundsOf({ words, options });
  const comparisons: Comparison[] = [];
  for (const workload of chosen("workload", words, [...workloads, ...traceWorkloads(traces)])) {
    comparisons.push(await compare(workload, entrants, rounds));
    await write(comparisons);
  }
  return comparisons;
}

function roundsOf({ options: { rounds } }: Arguments): number {
  return wholeNumber("--rounds", typeof rounds === "string" ? rounds : undefined, 3);
}

function printTables(comparisons: readonly Comparison[]): void {
  for (const comparison of comparisons) console.log(`${tableOf(comparison)}\n`);
}

const [name = "", ...rest] = process.argv.slice(2);
const isNamed = name !== "" && !name.startsWith("-");
await runCommand(async () => {
  if (name === "--help" || name === "-h") {
    console.log(usage);
    return true;
  }
  const command = isNamed ? commands[name] : everything;
  if (command === undefined) throw new UsageError(`There is no \`bench ${name}\`.\n\n${usage}`);
  assertLimits(process.env);
  return await command.run(readArguments(isNamed ? rest : process.argv.slice(2), command.options));
});
