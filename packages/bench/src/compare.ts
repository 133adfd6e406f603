/**
 * Runs workloads against all contestants in turn: round by round, each time with a server just started, and each round
 * beginning with another contestant, so that what else the machine does meets all alike.
 */

import { cpus } from "node:os";
import type { Contestant, RunningContestant } from "./contestants/contestant.ts";
import type { Figures, Metric } from "./figures.ts";
import { UsageWatch, usageMetrics } from "./server-usage.ts";
import { canRun, type Workload } from "./workloads/workload.ts";

/** One contestant's rounds in one workload; a string says why a round has no figures. */
export interface Series {
  readonly contestant: string;
  readonly rounds: readonly (Figures | string)[];
}

export interface Comparison {
  readonly workload: Workload;
  readonly series: readonly Series[];
}

/** Never throws on what a server does: a round that fails is noted with its reason. */
export async function compare(
  workload: Workload,
  contestants: readonly Contestant[],
  roundCount: number,
): Promise<Comparison> {
  const entrants = contestants
    .filter((contestant) => canRun(workload, contestant))
    .map((contestant) => ({ contestant, rounds: [] as (Figures | string)[] }));
  for (let round = 0; round < roundCount; round += 1) {
    const first = round % entrants.length;
    for (const { contestant, rounds } of [...entrants.slice(first), ...entrants.slice(0, first)]) {
      const figures = await runOnce(workload, contestant);
      rounds.push(figures);
      console.error(`${workload.name}, round ${round + 1}, ${contestant.name}: ${describe(workload, figures)}`);
    }
  }
  return { workload, series: entrants.map(({ contestant, rounds }) => ({ contestant: contestant.name, rounds })) };
}

async function runOnce(workload: Workload, contestant: Contestant): Promise<Figures | string> {
  let running: RunningContestant | undefined;
  let watch: UsageWatch | undefined;
  try {
    running = await contestant.start();
    watch = new UsageWatch(running.server);
    const figures = await workload.run(running);
    return [...figures, ...(await watch.usage())];
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    watch?.stop();
    await running?.server.stop();
  }
}

/** The metrics of a round's figures: those of the workload, and what the server took. */
export function metricsOf({ metrics }: Workload): readonly Metric[] {
  return [...metrics, ...usageMetrics];
}

function describe(workload: Workload, figures: Figures | string): string {
  if (typeof figures === "string") return `failed: ${figures}`;
  return metricsOf(workload)
    .map(({ name, unit, decimals }, index) => `${name} ${figures[index]?.toFixed(decimals) ?? "–"} ${unit}`.trim())
    .join(", ");
}

/** What a comparison is, for a file. */
export function toJson(comparisons: readonly Comparison[]): string {
  const machine = { processor: cpus()[0]?.model, cores: cpus().length, node: process.version };
  const workloads = comparisons.map(({ workload, series }) => ({
    name: workload.name,
    description: workload.description,
    metrics: metricsOf(workload),
    series,
  }));
  return JSON.stringify({ date: new Date().toISOString(), machine, workloads }, null, 2);
}
