/** The documents that are weighed and timed, written as people would have: through the client. */

import { join as joinPath } from "node:path";
import { type Connection, join } from "@samepage/client";
import { assertReadable, UsageError } from "../arguments.ts";
import { saved } from "../bench-server.ts";
import { readTrace, type Trace } from "../trace.ts";
import type { Random } from "./random.ts";

/** Edits between two turns of the event loop: acknowledgements get their turn as with real typing. */
const editsPerTurn = 200;

/** Joins, has `write` fill the document, and resolves when all of it is stored; the connection stays open. */
export async function fill(
  origin: string,
  documentId: string,
  write: (connection: Connection) => Promise<void>,
): Promise<Connection> {
  const connection = join({ origin: origin.replace("http", "ws"), documentId });
  await saved(connection);
  await write(connection);
  await saved(connection);
  return connection;
}

/** The trace that is known as `automerge-paper`: 259,778 edits, 104,852 characters at the end. @throws UsageError */
export async function readPaper(): Promise<Trace> {
  const folder = process.env["TRACES"];
  if (folder === undefined) throw new UsageError("TRACES has to name the folder that automerge-paper.json.gz is in.");
  return readTrace(await assertReadable("The trace", joinPath(folder, "automerge-paper.json.gz")));
}

export async function replay(trace: Trace, { text }: Connection): Promise<void> {
  for (const [index, [position, deleted, inserted]] of trace.patches.entries()) {
    if (deleted > 0) text.delete(position, deleted);
    if (inserted !== "") text.insert(position, inserted);
    if (index % editsPerTurn === 0) await nextTurn();
  }
  if (text.toString() !== trace.endContent) throw new Error("the trace did not make its own end");
}

/** Pastes a text of `length` characters in ten parts. */
export async function writeLong({ text }: Connection, length: number): Promise<void> {
  const part = "All that is gold does not glitter,\n".repeat(length / 350 + 1).slice(0, length / 10);
  for (let index = 0; index < 10; index += 1) {
    text.insert(text.length, part);
    await nextTurn();
  }
}

/** Types `count` single characters, each at a random place. */
export async function writeScattered({ text }: Connection, count: number, random: Random): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    text.insert(random.below(text.length + 1), String.fromCharCode(97 + random.below(26)));
    if (index % editsPerTurn === 0) await nextTurn();
  }
}

function nextTurn(): Promise<void> {
  return new Promise((resume) => setImmediate(resume));
}
