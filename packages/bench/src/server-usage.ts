/** What a server's process takes of the machine, as the operating system tells it. */

import pidusage from "pidusage";
import type { Server } from "./contestants/contestant.ts";
import type { Metric } from "./figures.ts";

export const usageMetrics: readonly Metric[] = [
  { name: "server CPU", unit: "s", decimals: 1, hasRatio: false },
  { name: "peak memory", unit: "MB", decimals: 0, hasRatio: false },
];

const sampleEveryMs = 100;

/** Watches a server, through restarts too, from its making to `stop`. */
export class UsageWatch {
  readonly #server: Server;
  readonly #timer: NodeJS.Timeout;
  /** Milliseconds of processor time, by process. */
  readonly #cpuMs = new Map<number, number>();
  #peakBytes = 0;

  constructor(server: Server) {
    this.#server = server;
    this.#timer = setInterval(() => void this.#sample(), sampleEveryMs);
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  /** The figures of `usageMetrics`, up to now. */
  async usage(): Promise<readonly number[]> {
    await this.#sample();
    const cpuMs = [...this.#cpuMs.values()].reduce((sum, ms) => sum + ms, 0);
    return [cpuMs / 1_000, this.#peakBytes / 1_000_000];
  }

  async #sample(): Promise<void> {
    const { pid } = this.#server;
    const usage = await usageOf(pid);
    if (usage === null) return;
    this.#cpuMs.set(pid, usage.ctime);
    this.#peakBytes = Math.max(this.#peakBytes, usage.memory);
  }
}

/** The memory of a server's process now, in bytes. @throws when it does not run */
export async function memoryOf({ pid }: Server): Promise<number> {
  const usage = await usageOf(pid);
  if (usage === null) throw new Error("the server does not run");
  return usage.memory;
}

/** The processor time that a server's process has taken, in milliseconds. @throws when it does not run */
export async function cpuMsOf({ pid }: Pick<Server, "pid">): Promise<number> {
  const usage = await usageOf(pid);
  if (usage === null) throw new Error("the server does not run");
  return usage.ctime;
}

/** Null while the process is being restarted. */
async function usageOf(pid: number): Promise<pidusage.Status | null> {
  try {
    return await pidusage(pid);
  } catch (error) {
    if (error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ESRCH")) return null;
    if (error instanceof Error && error.message === "No matching pid found") return null;
    throw error;
  }
}
