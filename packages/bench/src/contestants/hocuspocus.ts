/** Hocuspocus 4.7 with its own settings and SQLite. */

import { fileURLToPath } from "node:url";
import * as encoding from "lib0/encoding";
import { type Contestant, plainRoom } from "./contestant.ts";
import { freePlace, startProcess } from "./server-process.ts";

const authenticate = 2;
const token = 0;

export const hocuspocus: Contestant = {
  name: "Hocuspocus",
  keepsText: true,
  async start() {
    const place = await freePlace();
    const script = fileURLToPath(new URL("hocuspocus-server.ts", import.meta.url));
    const server = await startProcess(place, process.execPath, [
      script,
      String(place.port),
      `${place.folder}/documents.sqlite`,
    ]);
    return {
      server,
      async createRoom() {
        const room = plainRoom((name) => `ws://127.0.0.1:${place.port}/${name}`);
        const name = new URL(room.address).pathname.slice(1);
        return {
          ...room,
          prefix: encoding.encode((encoder) => encoding.writeVarString(encoder, name)),
          greeting: encoding.encode((encoder) => {
            encoding.writeVarUint(encoder, authenticate);
            encoding.writeVarUint(encoder, token);
            encoding.writeVarString(encoder, "");
          }),
        };
      },
    };
  },
};
