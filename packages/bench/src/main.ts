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
import { type Figured, readResults, resultsOf, settingOf, writeResults } from "./results.ts";
import { measureStorage } from "./storage.ts";
import { tableOf } from "./table.ts";
import { workloads } from "./workloads/all.ts";
import { traceWorkloads } from "./workloads/trace.ts";

const usage = `pnpm bench [--rounds 3] [--trace <file>]… [--json <file>]
    All that follows: every workload beside every contestant, the page, and the cost. Takes some two hours.
pnpm bench --quick [--keep]
    A few workloads, whose ratios are compared with the stored ones, for before a merge: a minute and a half, and longer
    where something is slow. Ends with 1 when one is worse. --keep stores the new ones.
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
  /** How many words there may be, at most. */
  readonly words: number;
  readonly options: Readonly<Record<string, OptionKind>>;
  /** Gives whether what was measured is as it has to be. */
  run(given: Arguments): Promise<boolean>;
}

const everything: Command = {
  words: 0,
  options: { rounds: "value", trace: "values", json: "value", quick: "flag", keep: "flag" },
  async run(given) {
    const { quick, keep, ...others } = given.options;
    if (quick !== undefined) {
      const [other] = Object.keys(others);
      if (other !== undefined) throw new UsageError(`--${other} is not for --quick.`);
      return await compareQuickly({ isKept: keep !== undefined });
    }
    if (keep !== undefined) throw new UsageError("--keep is for --quick.");
    const rounds = roundsOf(given);
    const write = writerTo(given);
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
    words: Number.POSITIVE_INFINITY,
    options: { rounds: "value", only: "value", trace: "values", json: "value" },
    async run(given) {
      const write = writerTo(given);
      printTables(await compareAll(given, (comparisons) => write({ comparisons })));
      return true;
    },
  },
  page: {
    words: Number.POSITIVE_INFINITY,
    options: { rounds: "value", json: "value" },
    async run(given) {
      const [parts, rounds] = [chosen("part of the page", given.words, pageParts), roundsOf(given)];
      const write = writerTo(given);
      await buildAll();
      const page = await measurePage({ rounds, parts });
      await write({ page });
      printTables(page);
      return true;
    },
  },
  cost: {
    words: 0,
    options: { json: "value" },
    async run(given) {
      const write = writerTo(given);
      const accounts = await measureCost();
      await write({ cost: { pricesOf, accounts } });
      printAccounts(accounts);
      return true;
    },
  },
  report: {
    words: 2,
    options: { markdown: "value" },
    async run({ words, options: { markdown } }) {
      const results = await readResults(await assertReadable("The file of results", words[0]));
      if (typeof markdown === "string") {
        const document = await readFile(await assertReadable("The Markdown file", markdown), "utf8");
        await writeFile(markdown, withFigures(document, results));
        console.log(`The figures stand in ${markdown}.`);
        if (words[1] === undefined) return true;
      }
      const page = words[1] ?? "bench-report.html";
      await writeTo(page, reportPage(results));
      console.log(`Open ${resolve(page)} in a browser.`);
      return true;
    },
  },
  trace: {
    words: 1,
    options: {},
    async run({ words }) {
      const file = await assertReadable("The trace", words[0]);
      await buildAll();
      return await replayTrace(file);
    },
  },
  storage: {
    words: 1,
    options: {},
    async run({ words }) {
      const file = await assertReadable("The trace", words[0]);
      await buildAll();
      await measureStorage(file);
      return true;
    },
  },
};

/** @throws UsageError when nothing can be written there */
async function writeTo(file: string, content: string): Promise<void> {
  try {
    await writeFile(file, content);
  } catch (error) {
    throw new UsageError(`Nothing can be written to ${file}: ${error instanceof Error ? error.message : error}.`);
  }
}

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

/** Writes to the file of `--json`, if there is one, with the commit and the date of now. */
function writerTo({ options: { json } }: Arguments): (figured: Partial<Figured>) => Promise<void> {
  if (typeof json !== "string") return async () => undefined;
  const setting = settingOf(new Date());
  return (figured) => writeResults(json, resultsOf(setting, figured));
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
  if (process.argv.slice(2).some((word) => word === "--help" || word === "-h")) {
    console.log(usage);
    return true;
  }
  const command = isNamed ? (Object.hasOwn(commands, name) ? commands[name] : undefined) : everything;
  if (command === undefined) throw new UsageError(`There is no \`bench ${name}\`.\n\n${usage}`);
  assertLimits(process.env);
  const given = readArguments(isNamed ? rest : process.argv.slice(2), command.options);
  const more = given.words[command.words];
  if (more !== undefined) throw new UsageError(`"${more}" is one word too many.`);
  return await command.run(given);
});
