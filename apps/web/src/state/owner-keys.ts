/**
 * The keys of the documents that were created in this browser, or whose ownership was handed to it. Anybody can send
 * somebody an address that hands over a key that is none, so a key that is there already gives way only to one that the
 * server took for the owner's.
 */

import { readStoredString, removeStored, writeStored } from "./stored.ts";

const keptAt = (id: string): string => `samepage:owner:${id}`;
const offeredAt = (id: string): string => `samepage:owner-offered:${id}`;

/** The owner's key that is kept for the document `id`; null when there is none. */
export function ownerKey(id: string): string | null {
  return readStoredString(keptAt(id));
}

/** A key that an address handed over as the owner's, while another is kept; null when there is none. */
export function offeredOwnerKey(id: string): string | null {
  return readStoredString(offeredAt(id));
}

/** Keeps the key that is known to be the owner's. */
export function keepOwnerKey(id: string, key: string): void {
  writeStored(keptAt(id), key);
  removeStored(offeredAt(id));
}

export function dropOwnerKey(id: string): void {
  removeStored(keptAt(id));
}

export function dropOfferedOwnerKey(id: string): void {
  removeStored(offeredAt(id));
}

/**
 * Takes the owner's key that an address hands over behind `#owner=`; true when there is one, which is then to be taken
 * out of the address, so that it is not shared with it.
 */
export function takeOwnerKey(id: string, hash: string): boolean {
  const key = /^#owner=([\w-]{22})$/.exec(hash)?.[1];
  if (key === undefined) return false;
  const kept = ownerKey(id);
  if (kept === null) keepOwnerKey(id, key);
  else if (kept !== key) writeStored(offeredAt(id), key);
  return true;
}
