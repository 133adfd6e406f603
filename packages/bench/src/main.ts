/** `pnpm bench`: measures the built app on this machine, by itself and beside others. */

import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { buildAll } from "../../../scripts/build.ts";
import { type Comparison, compare, toJson } from "./compare.ts";
import { contestants } from "./contestants/all.ts";
import { measureCost } from "./cost/measure.ts";
import { measureKeystrokes } from "./keystrokes.ts";
import { measurePage, pagePartNames } from "./page/page.ts";
import { replayTrace } from "./replay-trace.ts";
import { measureStorage } from "./storage.ts";
import { tableOf } from "./table.ts";
import { workloads } from "./workloads/all.ts";
import { traceWorkloads } from "./workloads/trace.ts";

const usage = `pnpm bench                 how long a keystroke takes to the other's screen model, and to be stored
pnpm bench trace <file>    replays a recorded trace (.json or .json.gz) and compares what everybody ends up with
pnpm bench storage <file>  what a document costs after such a trace: its size, and how soon one who comes has the text
pnpm bench page [part…] [--rounds 3] [--json <file>]
                           the page in Chromium: scripts, opening, typing, memory
pnpm bench cost [--json <file>]
                           what typing and being idle cost at Cloudflare's prices, beside y-partyserver
pnpm bench compare [workload…] [--rounds 3] [--only Samepage,R] [--trace <file>]… [--json <file>]
                           Samepage beside bare relays and other servers: typing-2, -10, -50, -200, -500,
                           big-document-1, -5, flood, many-rooms, join-storm, joins, reconnect-storm, durability, and
                           trace: of each file (of one writer, or of several at once), else one made from a seed`;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: "string", default: "3" },
    only: { type: "string" },
    trace: { type: "string", multiple: true },
    json: { type: "string" },
  },
});
// Ended early, it takes the servers along: they end when this process exits.
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(1));

const [command, ...rest] = positionals;
const [file] = rest;
if (command === undefined) {
  await buildAll();
  await measureKeystrokes();
} else if (command === "trace" && file !== undefined) {
  await buildAll();
  if (!(await replayTrace(file))) process.exitCode = 1;
} else if (command === "storage" && file !== undefined) {
  await buildAll();
  await measureStorage(file);
} else if (command === "cost") {
  await measureCost(values.json);
} else if (command === "page" && rest.every((name) => pagePartNames.includes(name)) && Number(values.rounds) >= 1) {
  await buildAll();
  const figures = await measurePage({ rounds: Number(values.rounds), names: rest });
  if (values.json !== undefined) await writeFile(values.json, toJson(figures));
  for (const part of figures) console.log(`${tableOf(part)}\n`);
} else if (command === "compare") {
  await compareAll(rest);
} else {
  console.error(usage);
  process.exitCode = 2;
}
// Sockets that are still closing must not keep the process.
process.exit();

async function compareAll(names: readonly string[]): Promise<void> {
  const offered = [...workloads, ...traceWorkloads(values.trace ?? [])];
  const chosen = names.length === 0 ? offered : offered.filter(({ name }) => names.includes(name));
  const only = values.only?.split(",");
  const compared = contestants.filter(({ name }) => only?.includes(name) ?? true);
  const rounds = Number(values.rounds);
  if (chosen.length < names.length || compared.length < (only?.length ?? 0) || !(rounds >= 1)) {
    console.error(usage);
    process.exitCode = 2;
    return;
  }
  const comparisons: Comparison[] = [];
  for (const workload of chosen) {
    comparisons.push(await compare(workload, compared, rounds));
    if (values.json !== undefined) await writeFile(values.json, toJson(comparisons));
  }
  for (const comparison of comparisons) console.log(`${tableOf(comparison)}\n`);
}
