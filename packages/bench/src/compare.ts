/**
 * Runs workloads against all contestants in turn: round by round, each time with a server just started, and each round
 * beginning with another contestant, so that what else the machine does meets all alike.
 */

import type { Contestant, RunningContestant } from "./contestants/contestant.ts";
import type { Figures } from "./figures.ts";
import { UsageWatch, usageMetrics } from "./server-usage.ts";
import { canRun, type Workload } from "./workloads/workload.ts";

/** One contestant's rounds in one workload; a string says why a round has no figures. */
export interface Series {
  readonly contestant: string;
  /** Whether it is one that people choose for their documents; others are bounds. */
  readonly keepsText: boolean;
  readonly rounds: readonly (Figures | string)[];
}

export interface Comparison {
  readonly workload: Pick<Workload, "name" | "description" | "metrics">;
  readonly series: readonly Series[];
}

/** Never throws on what a server does: a round that fails is noted with its reason. */
export async function compare(
  workload: Workload,
  contestants: readonly Contestant[],
  roundCount: number,
): Promise<Comparison> {
  const { name, description } = workload;
  const measured = { name, description, metrics: [...workload.metrics, ...usageMetrics] };
  const entrants = contestants
    .filter((contestant) => canRun(workload, contestant))
    .map((contestant) => ({ contestant, rounds: [] as (Figures | string)[] }));
  for (let round = 0; round < roundCount; round += 1) {
    const first = round % entrants.length;
    for (const { contestant, rounds } of [...entrants.slice(first), ...entrants.slice(0, first)]) {
      const figures = await runOnce(workload, contestant);
      rounds.push(figures);
      console.error(`${name}, round ${round + 1}, ${contestant.name}: ${describe(measured, figures)}`);
    }
  }
  return {
    workload: measured,
    series: entrants.map(({ contestant: { name, keepsText }, rounds }) => ({ contestant: name, keepsText, rounds })),
  };
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

/** A round's figures, or why there are none, in a line. */
export function describe({ metrics }: Comparison["workload"], figures: Figures | string): string {
  if (typeof figures === "string") return `failed: ${figures}`;
  return metrics
    .map(({ name, unit, decimals }, index) => `${name} ${figures[index]?.toFixed(decimals) ?? "–"} ${unit}`.trim())
    .join(", ");
}
