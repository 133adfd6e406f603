/**
 * The server is killed while somebody types, and started again; nobody brings anything back. What another had seen and
 * what was acknowledged, and is gone, was lost.
 */

import * as Y from "yjs";
import { BenchClient } from "../bench-client.ts";
import type { Room, Server } from "../contestants/contestant.ts";
import { Heard } from "../heard.ts";
import { Typist } from "../typist.ts";
import type { Workload } from "./workload.ts";

const kills = 5;
const keystrokesPerSecond = 20;
const [writerId, readerId, laterId] = [1, 2, 3];

export const durability: Workload = {
  name: "durability",
  description: `kill -9 ${kills} times while somebody types ${keystrokesPerSecond}/s: characters that were seen or acknowledged before, and are gone`,
  metrics: [
    { name: "seen and lost", unit: "", decimals: 0, hasRatio: false },
    { name: "acknowledged", unit: "", decimals: 0, hasRatio: false, better: "neither" },
    { name: "acknowledged and lost", unit: "", decimals: 0, hasRatio: false },
  ],
  needsKeptText: true,
  async run({ createRoom, server }) {
    let [seenAndLost, acknowledged, acknowledgedAndLost] = [0, 0, 0];
    for (let kill = 1; kill <= kills; kill += 1) {
      // Each at another moment of whatever rhythm the server saves in.
      const outcome = await killWhileTyping(await createRoom(), server, 1_000 + kill * 700);
      seenAndLost += Math.max(0, outcome.seen - outcome.kept);
      acknowledged += outcome.acknowledged;
      acknowledgedAndLost += Math.max(0, outcome.acknowledged - outcome.kept);
    }
    return [seenAndLost, acknowledged, acknowledgedAndLost];
  },
};

interface Outcome {
  readonly seen: number;
  readonly acknowledged: number;
  readonly kept: number;
}

async function killWhileTyping(room: Room, server: Server, forMs: number): Promise<Outcome> {
  const heard = new Heard();
  const typist = new Typist(writerId);
  const reader = await BenchClient.join(room, { clientId: readerId, received: (update) => heard.hear(update) });
  const writer = await BenchClient.join(room, { clientId: writerId, received: () => undefined });
  const end = performance.now() + forMs;
  while (performance.now() < end) {
    writer.send(typist.type());
    await new Promise((resume) => setTimeout(resume, 1_000 / keystrokesPerSecond));
  }
  const [seen, acknowledged] = [heard.of(writerId), writer.acknowledgedAfterMs.length];
  const restarting = server.killAndRestart();
  writer.leave();
  reader.leave();
  await restarting;
  const doc = new Y.Doc();
  const later = await BenchClient.join(room, {
    clientId: laterId,
    received: (update) => Y.applyUpdate(doc, update),
  });
  later.leave();
  return { seen, acknowledged, kept: doc.getText("text").length };
}
