/** Samepage as it is built for one's own box. Only its limits on speed are off: a load test is faster than people. */

import { buildAll } from "../../../../scripts/build.ts";
import { BenchServer } from "../bench-server.ts";
import type { Contestant } from "./contestant.ts";

let whenBuilt: Promise<void> | null = null;

export const samepage: Contestant = {
  name: "Samepage",
  keepsText: true,
  async start() {
    whenBuilt ??= buildAll();
    await whenBuilt;
    const server = await BenchServer.start();
    return { server, createRoom: async () => server.roomOf(await server.createDocument()) };
  },
};
