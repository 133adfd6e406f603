/** Samepage as it is built for one's own box. Only its limits on speed are off: a load test is faster than people. */

import { subprotocol } from "@samepage/protocol";
import { buildAll } from "../../../../scripts/build.ts";
import { BenchServer } from "../bench-server.ts";
import type { Contestant } from "./contestant.ts";

let whenBuilt: Promise<void> | null = null;

export const samepage: Contestant = {
  name: "Samepage",
  keepsText: true,
  async start() {
    process.env["FRAMES_PER_SECOND"] = "0";
    process.env["BYTES_PER_SECOND"] = "0";
    whenBuilt ??= buildAll();
    await whenBuilt;
    const server = await BenchServer.start();
    return {
      async createRoom() {
        const id = await server.createDocument();
        return {
          address: `${server.origin.replace("http", "ws")}/sync/${id}`,
          subprotocols: [subprotocol],
          prefix: new Uint8Array(),
          greeting: null,
        };
      },
      stop: () => server.stop(),
    };
  },
};
