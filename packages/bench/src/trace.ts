/**
 * Editing traces: recorded ones of the editing-traces collection (github.com/josephg/editing-traces), of one person or of
 * several at once, and one made from a seed where none is at hand.
 */

import { readFile } from "node:fs/promises";
import { gunzipSync } from "node:zlib";
import * as prng from "lib0/prng";
import { UsageError } from "./arguments.ts";

/** At `position` (UTF-16 code units, as the traces are ASCII), `deleted` characters go and `inserted` comes. */
type Patch = readonly [position: number, deleted: number, inserted: string];

/** What one person did in one text, from its beginning with nothing. */
export interface Trace {
  readonly endContent: string;
  readonly patches: readonly Patch[];
}

/** What several did, each transaction to the merge of the texts after its parents. */
export interface ConcurrentTrace {
  readonly endContent: string;
  readonly agents: number;
  readonly transactions: readonly Transaction[];
}

interface Transaction {
  /** Indices of earlier transactions. */
  readonly parents: readonly number[];
  /** From 0. */
  readonly agent: number;
  readonly patches: readonly Patch[];
}

/** Reads a sequential trace, `.json` or `.json.gz`. @throws UsageError when it is not one, or does not begin with nothing */
export async function readTrace(path: string): Promise<Trace> {
  const json = await readJson(path);
  if (!isSequential(json)) throw new UsageError(`${path} is not a sequential editing trace.`);
  const { startContent, endContent, txns } = json;
  if (startContent !== "") throw new UsageError(`${path} does not begin with nothing, for which this is not prepared.`);
  return { endContent, patches: txns.flatMap((transaction) => transaction.patches) };
}

/** Reads a concurrent trace, `.json` or `.json.gz`. @throws UsageError when it is not one */
export async function readConcurrentTrace(path: string): Promise<ConcurrentTrace> {
  const json = await readJson(path);
  if (!isConcurrent(json)) throw new UsageError(`${path} is not a concurrent editing trace.`);
  return { endContent: json.endContent, agents: json.numAgents, transactions: json.txns };
}

/** Whether the trace in `path` is of several people at once. */
export async function isConcurrentTrace(path: string): Promise<boolean> {
  return isConcurrent(await readJson(path));
}

/** Somebody who writes runs of words, jumps, and takes some of it back, as recorded people do; the same for each seed. */
export function syntheticTrace(edits: number, seed: number): Trace {
  const random = prng.create(seed);
  const patches: Patch[] = [];
  let text = "";
  let position = 0;
  while (patches.length < edits) {
    if (prng.uint32(random, 0, 9) === 0) position = prng.uint32(random, 0, text.length);
    const isTakingBack = position > 0 && prng.uint32(random, 0, 3) === 0;
    for (let run = prng.uint32(random, 1, isTakingBack ? 6 : 25); run > 0 && patches.length < edits; run -= 1) {
      if (isTakingBack && position === 0) break;
      const inserted = isTakingBack ? "" : prng.word(random, 1, 1);
      if (isTakingBack) position -= 1;
      patches.push([position, isTakingBack ? 1 : 0, inserted]);
      text = text.slice(0, position) + inserted + text.slice(position + (isTakingBack ? 1 : 0));
      if (!isTakingBack) position += 1;
    }
  }
  return { endContent: text, patches };
}

async function readJson(path: string): Promise<unknown> {
  const bytes = await readFile(path);
  try {
    return JSON.parse((path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8"));
  } catch {
    throw new UsageError(`${path} is no JSON, or not packed with gzip as its name says.`);
  }
}

interface SequentialFile {
  readonly startContent: string;
  readonly endContent: string;
  readonly txns: readonly { readonly patches: readonly Patch[] }[];
}

interface ConcurrentFile {
  readonly endContent: string;
  readonly numAgents: number;
  readonly txns: readonly Transaction[];
}

function isSequential(json: unknown): json is SequentialFile {
  if (typeof json !== "object" || json === null) return false;
  return "startContent" in json && "endContent" in json && "txns" in json && Array.isArray(json.txns);
}

function isConcurrent(json: unknown): json is ConcurrentFile {
  if (typeof json !== "object" || json === null) return false;
  return "numAgents" in json && "endContent" in json && "txns" in json && Array.isArray(json.txns);
}
