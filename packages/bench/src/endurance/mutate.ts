/** Damaged frames by the million beside two honest people: nobody's text suffers, and nothing stays behind. */

import { printTable } from "../print-table.ts";
import { Attacker, type Damage } from "./attacker.ts";
import { Box } from "./box.ts";
import { HonestPair } from "./honest-pair.ts";
import { seeded } from "./random.ts";
import { megabytes, percentiles } from "./report.ts";

const attackers = 8;

/** As some damaged frames are valid edits, a document grows under attack; after so many, all go on to the next one. */
const framesPerDocument = 20_000;

/** What the heap may grow by from the first document to the last. */
const maxGrowthBytes = 5e6;

/** How long the honest pair types without being disturbed. */
const quietMs = 5_000;

/** Sends `frames` damaged frames. True when the line holds: no uncaught error, nothing pending, heap flat, text whole. */
export async function measureMutate(frames: number, seed: number): Promise<boolean> {
  // The attack is to meet the guard, not the rate limits before it.
  Object.assign(process.env, { FRAMES_PER_SECOND: "0", BYTES_PER_SECOND: "0" });
  const box = await Box.start();
  const damage: Damage = { left: 0, survived: 0, closed: new Map() };
  const pairs: HonestPair[] = [];
  const heaps: number[] = [];
  const faults: string[] = [];
  const times: { before: number[]; during: number[]; after: number[] } = { before: [], during: [], after: [] };

  const started = performance.now();
  for (let sent = 0; sent < frames; sent += framesPerDocument) {
    const pair = await HonestPair.join(box.origin, await box.createDocument());
    pairs.push(pair);
    if (sent === 0) times.before.push(...(await pair.type(AbortSignal.timeout(quietMs))));
    damage.left = Math.min(framesPerDocument, frames - sent);
    const first = seed + (pairs.length - 1) * attackers;
    const mob = Array.from({ length: attackers }, (_, index) => new Attacker(seeded(first + index)));
    const isOver = new AbortController();
    const typing = pair.type(isOver.signal);
    await Promise.race([
      Promise.all(mob.map((attacker) => attacker.attack(box.origin, pair.documentId, damage))),
      typing,
    ]);
    isOver.abort();
    times.during.push(...(await typing)); // Every keystroke is acknowledged, the last one too, or this throws.
    heaps.push((await box.heap()).used);
    if (sent + framesPerDocument >= frames) times.after.push(...(await pair.type(AbortSignal.timeout(quietMs))));
    const newFaults = await pair.faults(box);
    faults.push(...newFaults.map((fault) => `document ${pairs.length}: ${fault}`));
    pair.leave();
    console.log(
      `document ${pairs.length}: heap ${megabytes(heaps.at(-1) ?? 0)}, ${newFaults.length} faults, ${elapsed(started)}`,
    );
  }
  await box.killAndStartAgain();
  for (const [index, pair] of pairs.entries()) {
    for (const fault of await pair.faults(box)) faults.push(`document ${index + 1}, after a restart: ${fault}`);
  }

  const errorOutput = box.errorOutput.join("");
  if (errorOutput !== "") faults.push(`the runtime wrote to its error output: ${errorOutput.slice(0, 2_000)}`);
  if ((heaps.at(-1) ?? 0) - (heaps[0] ?? 0) > maxGrowthBytes) faults.push("the heap is not flat");
  for (const code of damage.closed.keys()) {
    if (code < 4_400 || code > 4_499) faults.push(`connections were closed with ${code}`);
  }
  printTable([
    [`damaged frames (seed ${seed})`, String(frames)],
    ["documents", String(pairs.length)],
    ["connection stayed open", String(damage.survived)],
    ...[...damage.closed].map(([code, count]) => [`closed with ${code}`, String(count)]),
    ["heap after the first / last document", `${megabytes(heaps[0] ?? 0)} / ${megabytes(heaps.at(-1) ?? 0)}`],
    ["acknowledged: before", percentiles(times.before)],
    ["during", percentiles(times.during)],
    ["after", percentiles(times.after)],
    ["faults", String(faults.length)],
  ]);
  for (const fault of faults) console.log(`fault: ${fault}`);
  await box.remove();
  return faults.length === 0;
}

function elapsed(since: number): string {
  return `${((performance.now() - since) / 1_000).toFixed(0)} s`;
}
