/** The payload of an awareness frame: who is where. Decodes and encodes it; which entries count is the room's decision. */

import * as encoding from "lib0/encoding";
import { Reader, type ReadRefusal, type Result, readWhole } from "./reading.ts";

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
  const reader = new Reader<AwarenessRefusal>(bytes);
  return readWhole(reader, () => {
    const entries: AwarenessEntry[] = [];
    const count = reader.number();
    if (count > mostEntries) reader.refuse("too-many-entries");
    for (let left = count; left > 0; left -= 1) {
      const client = reader.number();
      const clock = reader.number();
      if (clock > largestClock) reader.refuse("clock-too-large");
      const byteLength = reader.number();
      // A code unit takes three bytes at most; what is surely too long is not worth reading.
      if (byteLength > 3 * mostLength) reader.refuse("state-too-large");
      const json = reader.text(byteLength);
      if (json.length > mostLength) reader.refuse("state-too-large");
      if (json !== "null" && !isJsonObject(json)) reader.refuse("not-an-object");
      entries.push({ client, clock, state: json === "null" ? null : json });
    }
    return entries;
  });
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
