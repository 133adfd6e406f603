/** The keys of the documents that were created in this browser. */

import { readStored, writeStored } from "./stored.ts";

const keyOf = (id: string): string => `samepage:owner:${id}`;

export function keepOwnerKey(id: string, ownerKey: string): void {
  writeStored(keyOf(id), ownerKey);
}

/** Takes the owner's key that `/new` puts behind the address, so that it is not shared with the address. */
export function takeOwnerKey(id: string, hash: string): boolean {
  const ownerKey = /^#owner=([\w-]{22})$/.exec(hash)?.[1];
  if (ownerKey === undefined) return false;
  if (readStored(keyOf(id)) === null) keepOwnerKey(id, ownerKey);
  return true;
}
