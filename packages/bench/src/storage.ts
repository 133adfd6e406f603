/** What a document costs once everybody has left: its size on disk, and how soon somebody who comes has the text. */

import { DatabaseSync } from "node:sqlite";
import * as Y from "yjs";
import { BenchClient } from "./bench-client.ts";
import { BenchServer } from "./bench-server.ts";
import type { Room } from "./contestants/contestant.ts";
import { median, percentile } from "./figures.ts";
import { type Frame, firstWriterId } from "./trace-frames.ts";
import { until, within } from "./within.ts";
import { framesOf } from "./workloads/trace.ts";

const framesInGroup = 4_000;
const coldStarts = 7;
const readerId = 2;
const warmJoins = 50;

/** Writes the trace in `path` through a raw client, lets it be compacted, and prints the figures. */
export async function measureStorage(path: string): Promise<void> {
  const { frames, endContent } = await framesOf(path);
  const server = await BenchServer.start();
  try {
    const room = server.roomOf(await server.createDocument());
    await write(room, frames);
    const file = await server.databaseFile();
    await within(
      60,
      "compacting",
      until(() => isCompacted(file)),
    );
    console.log(`stored after compaction: ${(usedBytes(file) / 1_000).toFixed(0)} kB of SQLite pages in use`);

    const cold: number[] = [];
    while (cold.length < coldStarts) {
      await server.killAndRestart();
      const { ms, client } = await timeJoin(server, room, endContent);
      cold.push(ms);
      client.leave();
    }
    const stayer = await timeJoin(server, room, endContent);
    const warm: number[] = [];
    while (warm.length < warmJoins) {
      const { ms, client } = await timeJoin(server, room, endContent);
      warm.push(ms);
      client.leave();
    }
    stayer.client.leave();
    console.log("from opening the socket to having the text's bytes:");
    console.log(`  cold, just after a restart: median ${median(cold).toFixed(1)} ms of ${coldStarts}`);
    console.log(
      `  warm: median ${median(warm).toFixed(1)} ms, p95 ${percentile(warm, 0.95).toFixed(1)} ms of ${warmJoins}`,
    );
  } finally {
    await server.stop();
  }
}

/** Writes and leaves when all is stored. In groups, so that there are enough commits for leaving to compact them. */
async function write(room: Room, frames: readonly Frame[]): Promise<void> {
  const writer = await BenchClient.join(room, { clientId: firstWriterId, received: () => undefined });
  for (let sent = 0; sent < frames.length; sent += framesInGroup) {
    for (const { update } of frames.slice(sent, sent + framesInGroup)) writer.send(update);
    const expected = Math.min(frames.length, sent + framesInGroup);
    const isStored = (): boolean => writer.acknowledgedAfterMs.length >= expected;
    await within(30, "storing", until(isStored));
  }
  writer.leave();
}

async function timeJoin(
  server: BenchServer,
  room: Room,
  text: string,
): Promise<{ readonly ms: number; readonly client: BenchClient }> {
  // The worker itself is started by the first request, and that is not the document's doing.
  await fetch(`${server.origin}/api/health`);
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  const started = performance.now();
  const client = await BenchClient.join(room, { clientId: readerId, received: (update) => void updates.push(update) });
  const ms = performance.now() - started;
  for (const update of updates) Y.applyUpdate(doc, update);
  if (doc.getText("text").toString() !== text) throw new Error("somebody who joined did not get the whole text");
  return { ms, client };
}

function isCompacted(file: string): boolean {
  const database = new DatabaseSync(file, { readOnly: true });
  const row = database.prepare("SELECT count(*) AS rows FROM log").get();
  database.close();
  return row?.["rows"] === 0;
}

function usedBytes(file: string): number {
  const database = new DatabaseSync(file, { readOnly: true });
  const pragma = (name: string): number => Number(database.prepare(`PRAGMA ${name}`).get()?.[name]);
  const bytes = (pragma("page_count") - pragma("freelist_count")) * pragma("page_size");
  database.close();
  return bytes;
}
