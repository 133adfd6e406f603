/** `pnpm endurance <what>`: what the built app holds out on this machine. Each prints a table; see `usage`. */

import { buildAll } from "../../../../scripts/build.ts";
import { assertLimits, runCommand, UsageError, wholeNumber } from "../arguments.ts";
import { measureCold } from "./cold.ts";
import { measureFlood } from "./flood.ts";
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
pnpm endurance mutate [frames=1000000] [seed]  damaged frames: no uncaught error, nothing pending, heap flat
pnpm endurance flood [seconds=60]           floods from one client: it is limited, and nobody else waits
heap and cold replay automerge-paper.json.gz, from the folder that TRACES names; FLOODS names
the floods that are tried: creation,connection,frames,awareness.`;

type Measure = (...numbers: number[]) => Promise<boolean>;

interface Command {
  /** Its numbers in their order, by what they are called; null is a seed, made up unless it is given. */
  readonly numbers: Readonly<Record<string, number | null>>;
  readonly measure: Measure;
}

const commands: Readonly<Record<string, Command>> = {
  kill: { numbers: { rounds: 200, seed: null }, measure: measureKill },
  heap: { numbers: { seed: null }, measure: measureHeap },
  idle: { numbers: { minutes: 10 }, measure: measureIdle },
  rows: { numbers: { seconds: 20 }, measure: measureRows },
  cold: { numbers: {}, measure: measureCold },
  flood: { numbers: { seconds: 60 }, measure: measureFlood },
  mutate: { numbers: { frames: 1_000_000, seed: null }, measure: measureMutate },
};

const [name, ...given] = process.argv.slice(2);
await runCommand(async () => {
  if (name === undefined || name === "--help" || name === "-h") {
    console.log(usage);
    return name !== undefined;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) throw new UsageError(`There is no \`endurance ${name}\`.\n\n${usage}`);
  assertLimits(process.env);
  const names = Object.entries(command.numbers);
  const [more] = given.slice(names.length);
  if (more !== undefined) throw new UsageError(`"${more}" is one number too many.\n\n${usage}`);
  const numbers = names.map(([what, otherwise], index) =>
    wholeNumber(what, given[index], otherwise ?? Math.floor(Math.random() * 2 ** 32), otherwise === null ? 0 : 1),
  );
  await buildAll();
  const isHeld = await command.measure(...numbers);
  console.log(isHeld ? "✓ holds" : "✗ DOES NOT HOLD");
  return isHeld;
});
