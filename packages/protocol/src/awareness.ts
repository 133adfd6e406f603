/** The payload of an awareness frame: who is where. Decodes and encodes it; which entries count is the room's decision. */

import * as encoding from "lib0/encoding";
import { type ReadRefusal, type Result, readBytes, readNumber, readString, readWhole } from "./reading.ts";

/** One client's state as y-protocols `awareness.js` writes it. A later clock wins; `state` null: that client left. */
export interface AwarenessEntry {
  /** The Yjs client id. */
  readonly client: number;
  readonly clock: number;
  /** A JSON object as text, or null. */
  readonly state: string | null;
}

export type AwarenessRefusal =
  | ReadRefusal
  | "not-an-object"
  | "too-many-entries"
  | "clock-too-large"
  | "state-too-large";

/** No honest clock comes near: those of clients count changes, those of the room milliseconds. */
const largestClock = 2 ** 51;

/**
 * Reads every entry of an awareness payload. Never throws; a state that is neither a JSON object nor null is refused,
 * and so are more than `mostEntries`, and states of more than `mostLength` UTF-16 code units, before they are read.
 */
export function decodeAwareness(
  bytes: Uint8Array,
  mostEntries = Number.POSITIVE_INFINITY,
  mostLength = Number.POSITIVE_INFINITY,
): Result<readonly AwarenessEntry[], AwarenessRefusal> {
  let refusal: AwarenessRefusal | null = null;
  const refuse = (reason: AwarenessRefusal): never => {
    refusal = reason;
    throw new Error(reason);
  };
  const read = readWhole(bytes, (decoder) => {
    const entries: AwarenessEntry[] = [];
    const count = readNumber(decoder);
    if (count > mostEntries) refuse("too-many-entries");
    for (let left = count; left > 0; left -= 1) {
      const client = readNumber(decoder);
      const clock = readNumber(decoder);
      if (clock > largestClock) refuse("clock-too-large");
      // A code unit takes three bytes at most; what is surely too long is not worth reading.
      const start = decoder.pos;
      if (readBytes(decoder).length > 3 * mostLength) refuse("state-too-large");
      decoder.pos = start;
      const json = readString(decoder);
      if (json.length > mostLength) refuse("state-too-large");
      if (json !== "null" && !isJsonObject(json)) refuse("not-an-object");
      entries.push({ client, clock, state: json === "null" ? null : json });
    }
    return entries;
  });
  return refusal === null ? read : { ok: false, reason: refusal };
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
