/** `pnpm bench page`: the built app in Chromium, as one person meets it. Round by round, each with a server of its own. */

import { BenchServer } from "../bench-server.ts";
import { type Comparison, describe } from "../compare.ts";
import type { Figures } from "../figures.ts";
import { longText } from "./long-text.ts";
import { memory } from "./memory.ts";
import { opening } from "./opening.ts";
import type { PagePart, PageSubject } from "./page-part.ts";
import { scripts } from "./scripts.ts";
import { typing } from "./typing.ts";

export const pageParts: readonly PagePart[] = [scripts, opening, typing, longText, memory];

/** For each part its metrics, and for each subject the rounds' figures in their order. */
export type PageFigures = readonly Comparison[];

/** Measures `parts`. The app has to be built. A round that fails is noted with its reason. */
export async function measurePage(options: {
  readonly rounds: number;
  readonly parts?: readonly PagePart[];
}): Promise<PageFigures> {
  const { rounds, parts = pageParts } = options;
  const measured = parts.map((part) => ({
    part,
    series: part.subjects.map((subject) => ({ subject, rounds: [] as (Figures | string)[] })),
  }));
  for (let round = 1; round <= rounds; round += 1) {
    const server = await BenchServer.start();
    try {
      for (const { part, series } of measured) {
        for (const { subject, rounds } of series) {
          const figures = await measureOnce(subject, server);
          rounds.push(figures);
          console.error(`${part.name}, round ${round}, ${subject.name}: ${describe(part, figures)}`);
        }
      }
    } finally {
      await server.stop();
    }
  }
  return measured.map(({ part, series }) => ({
    workload: part,
    series: series.map(({ subject, rounds }) => ({ contestant: subject.name, keepsText: true, rounds })),
  }));
}

async function measureOnce(subject: PageSubject, server: BenchServer): Promise<Figures | string> {
  try {
    return await subject.measure(server);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
