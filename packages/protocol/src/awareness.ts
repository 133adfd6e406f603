/** The payload of an awareness frame: who is where. Decodes and encodes it; which entries count is the room's decision. */

import * as encoding from "lib0/encoding";
import { type ReadRefusal, type Result, readNumber, readString, readWhole } from "./reading.ts";

/** One client's state as y-protocols `awareness.js` writes it. A later clock wins; `state` null: that client left. */
export interface AwarenessEntry {
  /** The Yjs client id. */
  readonly client: number;
  readonly clock: number;
  /** A JSON object as text, or null. */
  readonly state: string | null;
}

export type AwarenessRefusal = ReadRefusal | "not-an-object";

/** Reads every entry of an awareness payload. Never throws; a state that is neither a JSON object nor null is refused. */
export function decodeAwareness(bytes: Uint8Array): Result<readonly AwarenessEntry[], AwarenessRefusal> {
  const read = readWhole(bytes, (decoder) => {
    const entries: (AwarenessEntry | undefined)[] = [];
    for (let left = readNumber(decoder); left > 0; left -= 1) {
      const client = readNumber(decoder);
      const clock = readNumber(decoder);
      const json = readString(decoder);
      if (json === "null") entries.push({ client, clock, state: null });
      else entries.push(isJsonObject(json) ? { client, clock, state: json } : undefined);
    }
    return entries;
  });
  if (!read.ok) return read;
  const entries = read.value.filter((entry) => entry !== undefined);
  return entries.length === read.value.length ? { ok: true, value: entries } : { ok: false, reason: "not-an-object" };
}

/** The bytes of an awareness payload: the inverse of `decodeAwareness`. */
export function encodeAwareness(entries: readonly AwarenessEntry[]): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, entries.length);
    for (const entry of entries) {
      encoding.writeVarUint(encoder, entry.client);
      encoding.writeVarUint(encoder, entry.clock);
      encoding.writeVarString(encoder, entry.state ?? "null");
    }
  });
}

function isJsonObject(json: string): boolean {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === "object" && value !== null && !Array.isArray(value);
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}
