/** Measures a stretch of time, and how much of it this process was busy: near 100 %, the driver was what was measured. */

export class Stopwatch {
  readonly #started = performance.now();
  readonly #cpu = process.cpuUsage();

  stop(): { readonly ms: number; readonly driverPercent: number } {
    const ms = performance.now() - this.#started;
    const { user, system } = process.cpuUsage(this.#cpu);
    return { ms, driverPercent: (user + system) / 10 / ms };
  }
}

export const driverMetric = { name: "driver", unit: "%", decimals: 0, hasRatio: false, better: "neither" } as const;
