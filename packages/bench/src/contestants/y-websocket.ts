/** The server of y-websocket 2.1, as it ships, keeping documents in LevelDB. */

import { fileURLToPath } from "node:url";
import { type Contestant, plainRoom } from "./contestant.ts";
import { freePlace, startProcess } from "./server-process.ts";

export const yWebsocket: Contestant = {
  name: "y-websocket",
  keepsText: true,
  async start() {
    const place = await freePlace();
    const script = fileURLToPath(new URL("server.cjs", import.meta.resolve("y-websocket/bin/utils")));
    const server = await startProcess(place, process.execPath, [script], {
      HOST: "127.0.0.1",
      PORT: String(place.port),
      YPERSISTENCE: `${place.folder}/leveldb`,
    });
    return { server, createRoom: async () => plainRoom((name) => `ws://127.0.0.1:${place.port}/${name}`) };
  },
};
