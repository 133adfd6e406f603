/**
 * Which documents hold words on this device that the server is not known to have. Kept apart from the copies, so that
 * it is still known when the browser has thrown a copy away.
 */

import { readStored, removeStored, writeStored } from "./stored.ts";

const keptAt = (id: string): string => `samepage:unsent:${id}`;

/** When such words were last written, in milliseconds since 1970; null when there are none. */
export function unsentSince(id: string): number | null {
  const stored = readStored(keptAt(id));
  return typeof stored === "number" ? stored : null;
}

export function noteUnsent(id: string, time: number): void {
  writeStored(keptAt(id), time);
}

export function dropUnsent(id: string): void {
  removeStored(keptAt(id));
}
