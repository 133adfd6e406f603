/** R, a bare relay object without storage, and RS, the same with one SQLite row a message: the measures of speed. */

import { copyFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { type Contestant, plainRoom, type RunningContestant } from "./contestant.ts";
import { freePlace } from "./server-process.ts";
import { startWorker } from "./worker.ts";

export const relay: Contestant = { name: "R", keepsText: false, start: () => startRelay("no") };

export const storingRelay: Contestant = { name: "RS", keepsText: false, start: () => startRelay("yes") };

async function startRelay(keepsRows: "yes" | "no"): Promise<RunningContestant> {
  const place = await freePlace();
  await copyFile(fileURLToPath(new URL("relay-worker.js", import.meta.url)), `${place.folder}/worker.js`);
  const server = await startWorker(place, "Relay", { KEEPS_ROWS: keepsRows });
  return { server, createRoom: async () => plainRoom((name) => `ws://127.0.0.1:${place.port}/${name}`) };
}
