/** Somebody opens a document of 1 MB, just after the server was started and again: until all of its bytes are there. */

import * as Y from "yjs";
import { BenchClient } from "../bench-client.ts";
import type { Room } from "../contestants/contestant.ts";
import { median } from "../figures.ts";
import { storedBytes } from "../stored-bytes.ts";
import { writeAndStay, writeDocument } from "../written-document.ts";
import type { Workload } from "./workload.ts";

const written = writeDocument(50_000, 20);
const joinerId = 5;
const warmJoins = 10;

/** Longer than any of them puts off its saving; none tells when it is done. */
const savedAfterMs = 12_000;

export const joins: Workload = {
  name: "joins",
  description:
    "a document of 1 MB in 50,000 pieces, kept through a kill: its bytes stored, and the wait of who opens it",
  metrics: [
    { name: "cold", unit: "ms", decimals: 0, hasRatio: false },
    { name: "warm", unit: "ms", decimals: 0, hasRatio: false },
    { name: "stored", unit: "kB", decimals: 0, hasRatio: false },
  ],
  needsKeptText: true,
  async run({ createRoom, server }) {
    const room = await createRoom();
    const { writer, reader } = await writeAndStay(room, written.update);
    await new Promise((resume) => setTimeout(resume, savedAfterMs));
    writer.leave();
    reader.leave();
    await new Promise((resume) => setTimeout(resume, savedAfterMs));
    const stored = await storedBytes(server.folder);
    await server.killAndRestart();
    const cold = await timeJoin(room);
    const stayer = await BenchClient.join(room, { clientId: joinerId + 1, received: () => undefined });
    const warm: number[] = [];
    while (warm.length < warmJoins) warm.push(await timeJoin(room));
    stayer.leave();
    return [cold, median(warm), stored / 1_000];
  },
};

async function timeJoin(room: Room): Promise<number> {
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  const started = performance.now();
  const client = await BenchClient.join(room, { clientId: joinerId, received: (update) => void updates.push(update) });
  const ms = performance.now() - started;
  client.leave();
  for (const update of updates) Y.applyUpdate(doc, update);
  if (doc.getText("text").toString() !== written.text) throw new Error("the text is not whole after a kill");
  return ms;
}
