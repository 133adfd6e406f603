/** `pnpm endurance <what>`: what the built app holds out on this machine. Each prints a table; see `usage`. */

import { buildAll } from "../../../../scripts/build.ts";
import { measureCold } from "./cold.ts";
import { measureHeap } from "./heap.ts";
import { measureIdle } from "./idle.ts";
import { measureKill } from "./kill.ts";
import { measureMutate } from "./mutate.ts";
import { measureRows } from "./rows.ts";

const usage = `pnpm endurance kill [rounds=200] [seed]    kill -9 at random moments: every acknowledged edit is there afterwards
pnpm endurance heap [seed]                  memory of the object, for three documents
pnpm endurance idle [minutes=10]            ten people who do nothing: no wake-up, no row
pnpm endurance rows [seconds=20]            twenty people who type: rows written, time to the acknowledgement
pnpm endurance cold                         how long a newcomer waits after a restart, and what is stored
pnpm endurance mutate [frames=1000000] [seed]  damaged frames: no uncaught error, nothing pending, heap flat`;

const [command, ...rest] = process.argv.slice(2);
const [first, second] = rest.map(Number);
const seeds = (given: number | undefined): number => given ?? Math.floor(Math.random() * 2 ** 32);

const commands: Readonly<Record<string, () => Promise<boolean>>> = {
  kill: () => measureKill(first ?? 200, seeds(second)),
  heap: () => measureHeap(seeds(first)),
  idle: () => measureIdle(first ?? 10),
  rows: () => measureRows(first ?? 20),
  cold: () => measureCold(),
  mutate: () => measureMutate(first ?? 1_000_000, seeds(second)),
};

// So that the runtime is ended with this process: see `Box`.
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(1));

const measure = commands[command ?? ""];
if (measure === undefined) {
  console.error(usage);
  process.exit(2);
}
await buildAll();
const isHeld = await measure();
console.log(isHeld ? "✓ holds" : "✗ DOES NOT HOLD");
// Sockets that are still closing must not keep the process.
process.exit(isHeld ? 0 : 1);
