/** One client floods in each way there is: it must be limited, and what honest people type must not wait for it. */

import { monitorEventLoopDelay } from "node:perf_hooks";
import { chosen } from "../arguments.ts";
import { percentile } from "../figures.ts";
import { printTable } from "../print-table.ts";
import { cpuMsOf } from "../server-usage.ts";
import { within } from "../within.ts";
import { Box } from "./box.ts";
import { addressVariables, newCaller } from "./caller.ts";
import { flood } from "./flooder.ts";
import { type FloodName, floods } from "./floods.ts";
import { HonestPair } from "./honest-pair.ts";
import { isLimited, type Outcome } from "./tally.ts";

const flooderAddress = "203.0.113.7";
const honestAddress = "203.0.113.8";

/** A keystroke reaches the other within this, flood or not, at the 99th percentile. */
const atMostMs = 100;

/** Bounds of each flood beside its time, so that a server without limits fills neither disk nor memory. */
const bounds = { mostTried: 5_000_000, mostLetThrough: 1_000_000 } as const;
const creationBounds = { ...bounds, mostLetThrough: 20_000 } as const;

/** What one client may get a second in the long run: some two connections, and else what one socket may send. */
const mostPerSecond: Readonly<Record<FloodName, number>> = { creation: 1, connection: 5, frames: 60, awareness: 20 };

/** How much longer than planned a phase may take: what was sent is still to be received, and acknowledged. */
const patienceSeconds = 60;

type LoopDelay = ReturnType<typeof monitorEventLoopDelay>;

interface Weather {
  /** Of each pair by its place, the times from a keystroke's sending to its receipt. */
  readonly times: ReadonlyMap<string, readonly number[]>;
  readonly serverPercent: number;
  /** How late this process's own event loop was: near the times above, they say nothing of the server. */
  readonly driver: LoopDelay;
  readonly faults: readonly string[];
}

/** Floods for `seconds` in each way, beside honest pairs; FLOODS may name those to try. True when it holds. */
export async function measureFlood(seconds: number): Promise<boolean> {
  const names = (process.env["FLOODS"] ?? "").split(",").filter((name) => name !== "");
  const tried = chosen(
    "flood",
    names,
    allFloods().map((name) => ({ name })),
  );
  const faults: string[] = [];
  for (const { name } of tried) faults.push(...(await measureOne(name, seconds)).map((fault) => `${name}: ${fault}`));
  for (const fault of faults) console.log(`fault: ${fault}`);
  return faults.length === 0;
}

function allFloods(): readonly FloodName[] {
  return Object.keys(floods).filter((name): name is FloodName => Object.hasOwn(floods, name));
}

async function measureOne(name: FloodName, seconds: number): Promise<readonly string[]> {
  const box = await Box.start(addressVariables);
  const caller = newCaller(honestAddress);
  const join = async (): Promise<HonestPair> =>
    HonestPair.join(box.origin, await box.createDocument(caller), honestAddress);
  const pairs = new Map([["another document", await join()]]);
  const flooded = name === "creation" ? null : await join();
  if (flooded !== null) pairs.set("the same document", flooded);

  const quiet = await watch(box, pairs, seconds, AbortSignal.timeout(seconds * 1_000));
  const isOver = new AbortController();
  const target = { origin: box.origin, documentId: flooded?.documentId ?? "", caller: newCaller(flooderAddress) };
  const end = { seconds, ...(name === "creation" ? creationBounds : bounds) };
  const flooding = flood({ name, target, end }).finally(() => isOver.abort());
  const during = await watch(box, pairs, seconds, isOver.signal);
  const outcome = await flooding;

  printWeather(name, pairs.keys(), { quiet, flooded: during });
  printOutcome(outcome);
  const faults = [...quiet.faults, ...during.faults];
  for (const [place, pair] of pairs) {
    if (faults.length === 0) faults.push(...(await pair.faults(box)).map((fault) => `${place}: ${fault}`));
    const p99 = percentile(during.times.get(place) ?? [], 0.99);
    if (!(p99 <= atMostMs)) faults.push(`${place}: p99 is ${p99.toFixed(1)} ms`);
    pair.leave();
  }
  if (!isLimited(outcome, mostPerSecond[name])) faults.push("it was not limited");
  const errorOutput = box.errorOutput.join("");
  if (errorOutput !== "") faults.push(`the runtime wrote to its error output: ${errorOutput.slice(0, 2_000)}`);
  await box.remove();
  return faults;
}

/** Has all pairs type until `isOver`, and sees how it goes. */
async function watch(
  box: Box,
  pairs: ReadonlyMap<string, HonestPair>,
  seconds: number,
  isOver: AbortSignal,
): Promise<Weather> {
  const driver = monitorEventLoopDelay({ resolution: 1 });
  const started = performance.now();
  const cpuBefore = await cpuMsOf(box);
  driver.enable();
  const faults: string[] = [];
  const times = new Map<string, readonly number[]>();
  const typing = [...pairs].map(async ([place, pair]) => {
    try {
      await within(seconds + patienceSeconds, `typing in ${place}`, pair.type(isOver));
      await within(patienceSeconds, `what was typed in ${place}`, pair.hasAllArrived());
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      faults.push(`${place}: ${error.message}`);
    }
    times.set(place, pair.takeReceiptTimes());
  });
  await Promise.all(typing);
  driver.disable();
  const serverPercent = ((await cpuMsOf(box)) - cpuBefore) / ((performance.now() - started) / 100);
  return { times, serverPercent, driver, faults };
}

function printWeather(name: FloodName, places: Iterable<string>, weathers: Readonly<Record<string, Weather>>): void {
  const all = Object.values(weathers);
  printTable([
    [`${name}: from keystroke to receipt, p50 / p99 / max in ms`, ...Object.keys(weathers)],
    ...[...places].map((place) => [`  in ${place}`, ...all.map(({ times }) => figures(times.get(place) ?? []))]),
    ["  this driver was late, p50 / p99 / max in ms", ...all.map(({ driver }) => lateness(driver))],
    ["  the server's CPU", ...all.map(({ serverPercent }) => `${serverPercent.toFixed(0)} %`)],
  ]);
}

function printOutcome(outcome: Outcome): void {
  const { tried, letThrough, refused, firstRefusedAfterMs, letThroughBefore, latelyPerSecond, endedAfterMs } = outcome;
  const answers = Object.entries(refused).map(([answer, count]) => `${count} × ${answer}`);
  const first = firstRefusedAfterMs === null ? "never" : `${firstRefusedAfterMs.toFixed(0)} ms, ${letThroughBefore}`;
  printTable([
    [`  the flooder tried in ${(endedAfterMs / 1_000).toFixed(0)} s`, String(tried)],
    ["  was let through", String(letThrough)],
    ["  was refused", answers.join(", ") || "never"],
    ["  first refused after, and let through before", first],
    ["  was let through a second, in its second half", latelyPerSecond.toFixed(1)],
  ]);
}

function figures(times: readonly number[]): string {
  const shares = [0.5, 0.99, 1].map((share) => percentile(times, share).toFixed(1));
  return `${shares.join(" / ")} (${times.length})`;
}

/** The histogram holds whole intervals, of one millisecond when nothing is late. */
function lateness(driver: LoopDelay): string {
  const late = [driver.percentile(50), driver.percentile(99), driver.max].map((ns) => Math.max(0, ns / 1e6 - 1));
  return late.map((ms) => ms.toFixed(1)).join(" / ");
}
