/** Recorded editing traces: sequential ones of the editing-traces collection (github.com/josephg/editing-traces). */

import { readFile } from "node:fs/promises";
import { gunzipSync } from "node:zlib";

/** At `position` (UTF-16 code units, as the traces are ASCII), `deleted` characters go and `inserted` comes. */
type Patch = readonly [position: number, deleted: number, inserted: string];

export interface Trace {
  readonly startContent: string;
  readonly endContent: string;
  readonly patches: readonly Patch[];
}

/** Reads a sequential trace, `.json` or `.json.gz`. @throws Error when it is not one */
export async function readTrace(path: string): Promise<Trace> {
  const bytes = await readFile(path);
  const json: unknown = JSON.parse((path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8"));
  if (!isSequential(json)) throw new Error(`${path} is not a sequential editing trace`);
  const { startContent, endContent, txns } = json;
  return { startContent, endContent, patches: txns.flatMap((transaction) => transaction.patches) };
}

interface SequentialTrace {
  readonly startContent: string;
  readonly endContent: string;
  readonly txns: readonly { readonly patches: readonly Patch[] }[];
}

function isSequential(json: unknown): json is SequentialTrace {
  if (typeof json !== "object" || json === null) return false;
  return "startContent" in json && "endContent" in json && "txns" in json && Array.isArray(json.txns);
}
