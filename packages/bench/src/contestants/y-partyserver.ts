/** y-partyserver 2.2 on the Workers runtime, bundled as Samepage's own worker is. */

import { fileURLToPath } from "node:url";
import { build } from "vite";
import { type Contestant, plainRoom, type RunningContestant } from "./contestant.ts";
import { freePlace } from "./server-process.ts";
import { startWorker } from "./worker.ts";

export const yPartyserver: Contestant = {
  name: "y-partyserver",
  keepsText: true,
  start: () => startPartyserver("y-partyserver-worker.js", "PartyDocument"),
};

/** Starts the worker of this folder's file `script`, which exports the class `className` of its documents. */
export async function startPartyserver(script: string, className: string): Promise<RunningContestant> {
  const place = await freePlace();
  await build({
    configFile: false,
    logLevel: "error",
    build: {
      ssr: fileURLToPath(new URL(script, import.meta.url)),
      outDir: place.folder,
      rolldownOptions: { external: /^(cloudflare|node):/, output: { entryFileNames: "worker.js" } },
    },
    ssr: { noExternal: true, target: "webworker" },
  });
  const server = await startWorker(place, className);
  return {
    server,
    createRoom: async () => plainRoom((name) => `ws://127.0.0.1:${place.port}/parties/rooms/${name}`),
  };
}
