/** A bare relay in Node, with the `ws` library: what R is, without workerd. */

import { fileURLToPath } from "node:url";
import { type Contestant, plainRoom } from "./contestant.ts";
import { freePlace, startProcess } from "./server-process.ts";

export const wsRelay: Contestant = {
  name: "ws",
  keepsText: false,
  async start() {
    const place = await freePlace();
    const script = fileURLToPath(new URL("ws-relay-server.ts", import.meta.url));
    const server = await startProcess(place, process.execPath, [script, String(place.port)]);
    return { server, createRoom: async () => plainRoom((name) => `ws://127.0.0.1:${place.port}/${name}`) };
  },
};
