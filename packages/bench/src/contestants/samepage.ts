/** Samepage as it is built for one's own box. Only its limits on speed are off: a load test is faster than people. */

import { buildAll } from "../../../../scripts/build.ts";
import { BenchServer } from "../bench-server.ts";
import type { Contestant, RunningContestant } from "./contestant.ts";

let whenBuilt: Promise<void> | null = null;

export const samepage: Contestant = {
  name: "Samepage",
  keepsText: true,
  start: () => startSamepage(),
};

/** Starts it with these settings besides. */
export async function startSamepage(settings: Readonly<Record<string, string>> = {}): Promise<RunningContestant> {
  whenBuilt ??= buildAll();
  await whenBuilt;
  const server = await BenchServer.start(settings);
  return { server, createRoom: async () => server.roomOf(await server.createDocument()) };
}
