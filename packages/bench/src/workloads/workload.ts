/** A workload: what is done to each contestant alike, and the numbers that this gives. */

import type { Contestant, RunningContestant } from "../contestants/contestant.ts";
import type { Figures, Metric } from "../figures.ts";

export interface Workload {
  readonly name: string;
  /** One sentence for the table's head. */
  readonly description: string;
  readonly metrics: readonly Metric[];
  /** Whether it means something to a server that keeps no text. */
  readonly needsKeptText: boolean;
  /** Runs it in rooms of a server that has just been started. @throws Error when something is lost or too slow */
  run(contestant: RunningContestant): Promise<Figures>;
}

export function canRun(workload: Workload, contestant: Contestant): boolean {
  return contestant.keepsText || !workload.needsKeptText;
}
