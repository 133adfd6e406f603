/** How long a newcomer waits for the whole text, after a restart and when it is in memory, and what it takes on disk. */

import type { Connection } from "@samepage/client";
import { rootName } from "@samepage/protocol";
import * as Y from "yjs";
import { saved } from "../bench-server.ts";
import { percentile } from "../figures.ts";
import { printTable } from "../print-table.ts";
import { Box } from "./box.ts";
import { fill, readPaper, replay } from "./documents.ts";
import { RawClient } from "./raw-client.ts";
import { largestStored } from "./stored.ts";

const restarts = 9;

/** Joins to a loaded document after each restart: the first ones run code that is not optimised yet. */
const warmJoins = 5;

/** What is allowed: milliseconds above the same join to an empty document, and bytes on disk. */
const atMost = { coldMs: 60, warmMs: 10, storedBytes: 250_000 } as const;

/** An empty state vector: a newcomer knows nothing. */
const nothing = new Uint8Array([0]);

/** More, and an even number, than a log may have when the last one leaves without being merged into the snapshot. */
const commits = 24;

interface Visit {
  readonly name: string;
  readonly id: string;
  readonly length: number;
  readonly repeat: number;
  readonly times: number[];
}

/** Writes the `automerge-paper` document and times newcomers. True when all stays within what is allowed. */
export async function measureCold(): Promise<boolean> {
  const trace = await readPaper();
  const box = await Box.start();
  const [first, empty, paper] = [await box.createDocument(), await box.createDocument(), await box.createDocument()];
  const writer = await fill(box.origin, paper, (connection) => replay(trace, connection));
  const { length } = writer.text;
  await commitOften(writer);
  writer.leave();
  await timeToText(box.origin, paper, length); // Once this visitor has left as the last one, the log is merged.

  const nothingThere = { id: empty, length: 0 };
  const thePaper = { id: paper, length };
  const started: Visit = { name: "first after the restart, empty", id: first, length: 0, repeat: 1, times: [] };
  const coldEmpty: Visit = { name: "cold, empty", ...nothingThere, repeat: 1, times: [] };
  const cold: Visit = { name: "cold, automerge-paper", ...thePaper, repeat: 1, times: [] };
  const warmEmpty: Visit = { name: "warm, empty", ...nothingThere, repeat: warmJoins, times: [] };
  const warm: Visit = { name: "warm, automerge-paper", ...thePaper, repeat: warmJoins, times: [] };
  const visits = [started, coldEmpty, cold, warmEmpty, warm];
  for (let restart = 0; restart < restarts; restart += 1) {
    await box.killAndStartAgain();
    for (const { id, length, repeat, times } of visits) {
      for (let time = 0; time < repeat; time += 1) times.push(await timeToText(box.origin, id, length));
    }
  }
  await box.stop();
  const stored = largestStored(box.dataDir);
  const coldMs = median(cold) - median(coldEmpty);
  const warmMs = median(warm) - median(warmEmpty);
  printTable([
    [`until the text is there, ${restarts} restarts`, "p50", "fastest", "slowest"],
    ...visits.map((visit) => [
      visit.name,
      ...[median(visit), Math.min(...visit.times), Math.max(...visit.times)].map((time) => `${time.toFixed(1)} ms`),
    ]),
  ]);
  printTable([
    ["cold, above the empty document", `${coldMs.toFixed(1)} ms`, `at most ${atMost.coldMs} ms`],
    ["warm, above the empty document", `${warmMs.toFixed(1)} ms`, `at most ${atMost.warmMs} ms`],
    ["stored: pages in use", `${stored.pageBytes - stored.freeBytes} B`, `at most ${atMost.storedBytes} B`],
    ["empty pages beside them", `${stored.freeBytes} B`],
    ["the snapshot", `${stored.snapshotBytes} B`],
    ["commits in the log", String(stored.logRows)],
  ]);
  await box.remove();
  return (
    coldMs <= atMost.coldMs && warmMs <= atMost.warmMs && stored.pageBytes - stored.freeBytes <= atMost.storedBytes
  );
}

/** Adds commits that change nothing in the end: a log of a few large ones is not merged yet. */
async function commitOften(writer: Connection): Promise<void> {
  for (let commit = 0; commit < commits; commit += 1) {
    if (commit % 2 === 0) writer.text.insert(writer.text.length, " ");
    else writer.text.delete(writer.text.length - 1, 1);
    await saved(writer);
  }
}

function median({ times }: Visit): number {
  return percentile(times, 0.5);
}

/** Joins as a newcomer and leaves again: milliseconds from the connecting until step 2 is there, which must be whole. */
async function timeToText(origin: string, documentId: string, length: number): Promise<number> {
  const text = Promise.withResolvers<Uint8Array>();
  const started = performance.now();
  const client = await RawClient.connect(origin, documentId, (frame) => {
    if (frame.kind === "sync-step-2") text.resolve(frame.update);
  });
  client?.send({ kind: "sync-step-1", stateVector: nothing });
  const update = await Promise.race([text.promise, client?.ended]);
  const elapsed = performance.now() - started;
  if (!(update instanceof Uint8Array)) throw new Error("the newcomer was not let in");
  const doc = new Y.Doc();
  Y.applyUpdate(doc, update);
  if (doc.getText(rootName).length !== length) throw new Error("the newcomer did not get the whole text");
  client?.close();
  await client?.ended;
  return elapsed;
}
