/** The key of the link by which each document was last opened in this browser, with what its password gave. */

import { isKey } from "@samepage/protocol";
import { readStoredString, removeStored, writeStored } from "./stored.ts";

const keptAt = (id: string): string => `samepage:link:${id}`;

/** The key that is kept for the document `id`; null when there is none. */
export function linkKey(id: string): string | null {
  const stored = readStoredString(keptAt(id));
  return stored !== null && isKey(stored) ? stored : null;
}

export function keepLinkKey(id: string, key: string): void {
  writeStored(keptAt(id), key);
}

export function dropLinkKey(id: string): void {
  removeStored(keptAt(id));
}
