/**
 * `pnpm bench --quick`: a few workloads beside a rival, and whether Samepage has become slower. Only ratios are compared:
 * what else the machine does meets both, because they are measured at once, or in turns.
 */

import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Contestant, RunningContestant } from "../contestants/contestant.ts";
import { relay } from "../contestants/relay.ts";
import { samepage } from "../contestants/samepage.ts";
import { yPartyserver } from "../contestants/y-partyserver.ts";
import { median } from "../figures.ts";
import { printTable } from "../print-table.ts";
import { syntheticTrace } from "../trace.ts";
import { frameTrace } from "../trace-frames.ts";
import { typeTogether } from "../type-together.ts";
import { flood } from "../workloads/flood.ts";
import { joinStorm } from "../workloads/join-storm.ts";
import { passTraceOn } from "../workloads/trace.ts";
import { isWorse, type Ratio } from "./ratio.ts";

const ratiosFile = fileURLToPath(new URL("../../ratios.json", import.meta.url));
const roundsAtOnce = 3;
const roundsInTurns = 5;

/** A round so many times slower needs no other: what is slow would take long to measure. */
const beyondDoubt = 4;

interface Stored {
  readonly date: string;
  /** By the ratio's name. */
  readonly ratios: Readonly<Record<string, number>>;
}

/** What is measured, and how much of a difference is the machine's: seen in rounds of the same build. */
const ratios: readonly Ratio[] = [
  { name: "typing, 10 people: p50 beside R", tolerance: 1.25, measure: typingBesideRelay },
  { name: "flood: time beside R", tolerance: 2, measure: () => inTurns(relay, secondsAnUpdate) },
  { name: "trace: time beside R", tolerance: 1.7, measure: () => inTurns(relay, traceSeconds) },
  { name: "join storm: time beside y-partyserver", tolerance: 1.7, measure: () => inTurns(yPartyserver, joinStormMs) },
];

/** Prints the ratios beside the stored ones, and stores them when they are to be kept. True when none is worse. */
export async function compareQuickly({ isKept }: { readonly isKept: boolean }): Promise<boolean> {
  const stored: Stored = JSON.parse(await readFile(ratiosFile, "utf8"));
  const measured: Record<string, number> = {};
  const rows = [["", "now", `stored ${stored.date}`, ""]];
  for (const ratio of ratios) {
    const before = stored.ratios[ratio.name];
    let now = Number.NaN;
    for await (const soFar of ratio.measure()) {
      now = soFar;
      if (!isKept && before !== undefined && now > before * beyondDoubt) break;
    }
    measured[ratio.name] = Number(now.toFixed(2));
    const verdict = before === undefined ? "new" : isWorse(ratio, now, before) ? "✗ SLOWER" : "✓";
    const row = [ratio.name, times(now), before ? times(before) : "–", verdict];
    console.error(row.join("  "));
    rows.push(row);
  }
  printTable(rows);
  const isSlower = rows.some((row) => row.at(-1)?.startsWith("✗"));
  if (isSlower) console.log("Slower than what is stored. If that is meant to be, keep it: pnpm bench --quick --keep");
  if (isKept) {
    const kept: Stored = { date: new Date().toISOString().slice(0, 10), ratios: measured };
    await writeFile(ratiosFile, `${JSON.stringify(kept, null, 2)}\n`);
  }
  return isKept || !isSlower;
}

/** Both under the same load at once: the median of the rounds' ratios. */
async function* typingBesideRelay(): AsyncGenerator<number> {
  const [ours, theirs] = [await samepage.start(), await relay.start()];
  const typing = { people: 10, typists: 10, screens: 10, keystrokesPerSecond: 5, seconds: 8 };
  try {
    const rounds: number[] = [];
    for (let round = 0; round < roundsAtOnce; round += 1) {
      const warmUp = { keystrokesPerSecond: 25, seconds: round === 0 ? 8 : 2 };
      const [our, their] = await Promise.all(
        [ours, theirs].map(async ({ createRoom }) => typeTogether(await createRoom(), { ...typing, warmUp })),
      );
      rounds.push((our?.[0] ?? Number.NaN) / (their?.[0] ?? Number.NaN));
      yield median(rounds);
    }
  } finally {
    await Promise.all([ours.server.stop(), theirs.server.stop()]);
  }
}

/**
 * One after the other, each with a server of its own, and each first in turn: the best of the one beside the best of the
 * other. A disk that is busy for a moment holds up whoever stores something just then, and no relay.
 */
async function* inTurns(
  rival: Contestant,
  measure: (running: RunningContestant) => Promise<number>,
): AsyncGenerator<number> {
  const best = new Map<Contestant, number>();
  for (let round = 0; round < roundsInTurns; round += 1) {
    const order = round % 2 === 0 ? [samepage, rival] : [rival, samepage];
    for (const contestant of order) {
      const figure = await measureOnce(contestant, measure);
      best.set(contestant, Math.min(figure, best.get(contestant) ?? figure));
    }
    yield (best.get(samepage) ?? Number.NaN) / (best.get(rival) ?? Number.NaN);
  }
}

async function measureOnce(
  contestant: Contestant,
  measure: (running: RunningContestant) => Promise<number>,
): Promise<number> {
  const running = await contestant.start();
  try {
    return await measure(running);
  } finally {
    await running.server.stop();
  }
}

async function secondsAnUpdate(running: RunningContestant): Promise<number> {
  const [updatesPerSecond] = await flood.run(running);
  return 1 / (updatesPerSecond ?? Number.NaN);
}

async function joinStormMs(running: RunningContestant): Promise<number> {
  const [ms] = await joinStorm.run(running);
  return ms ?? Number.NaN;
}

const quickTrace = frameTrace(syntheticTrace(10_000, 1));

async function traceSeconds({ createRoom }: RunningContestant): Promise<number> {
  await passTraceOn(await createRoom(), quickTrace);
  return (await passTraceOn(await createRoom(), quickTrace)).ms / 1_000;
}

function times(ratio: number): string {
  return `${ratio.toFixed(2)}×`;
}
