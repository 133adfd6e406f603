/** How much memory documents take in the object: after they were written, and after a restart that loaded them. */

import type { Connection } from "@samepage/client";
import { printTable } from "../print-table.ts";
import { Author } from "./author.ts";
import { Box } from "./box.ts";
import { fill, readPaper, replay, writeLong, writeScattered } from "./documents.ts";
import type { Heap } from "./inspector.ts";
import { seeded } from "./random.ts";
import { megabytes } from "./report.ts";

interface Weighed {
  readonly name: string;
  /** What is allowed, in megabytes of heap; null of what only serves to compare. */
  readonly atMost: number | null;
  readonly write: (connection: Connection) => Promise<void>;
}

interface Weight {
  readonly written: Heap;
  readonly loaded: Heap;
}

/** Weighs the documents, each in a runtime of its own, and prints a table. True when none is too heavy. */
export async function measureHeap(seed: number): Promise<boolean> {
  const paper = await readPaper();
  const empty: Weighed = { name: "empty document", atMost: null, write: async () => undefined };
  const documents: readonly Weighed[] = [
    empty,
    { name: "automerge-paper", atMost: 25, write: (connection) => replay(paper, connection) },
    { name: "5,000,000 characters", atMost: 60, write: (connection) => writeLong(connection, 5_000_000) },
    {
      name: "100,000 scattered inserts",
      atMost: 40,
      write: (connection) => writeScattered(connection, 100_000, seeded(seed)),
    },
  ];
  const baseline = await weigh(empty);
  const rows = [["used heap after GC", "written", "above empty", "loaded", "above empty", "buffers", "at most"]];
  let isHeld = true;
  for (const document of documents) {
    const { written, loaded } = document === empty ? baseline : await weigh(document);
    if (document.atMost !== null) isHeld &&= Math.max(written.used, loaded.used) <= document.atMost * 1e6;
    rows.push([
      document.name,
      megabytes(written.used),
      megabytes(written.used - baseline.written.used),
      megabytes(loaded.used),
      megabytes(loaded.used - baseline.loaded.used),
      megabytes(loaded.buffers),
      document.atMost === null ? "" : `${document.atMost} MB`,
    ]);
  }
  printTable(rows);
  return isHeld;
}

async function weigh({ write }: Weighed): Promise<Weight> {
  const box = await Box.start();
  const id = await box.createDocument();
  const writer = await fill(box.origin, id, write);
  const length = writer.text.length;
  const written = await box.heap();
  writer.leave();
  await box.killAndStartAgain();
  const reader = await Author.join(box.origin, id);
  if (reader?.text.length !== length) throw new Error("the document is not whole after a restart");
  const loaded = await box.heap();
  reader.leave();
  await box.remove();
  return { written, loaded };
}
