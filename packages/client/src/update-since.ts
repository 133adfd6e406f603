/** What of a document a peer lacks, without what nobody could take in. */

import * as Y from "yjs";

/** An update that says nothing. */
export const emptyUpdate = Uint8Array.of(0, 0);

/** Whether the device's copy lacks a part, as when a write failed before others went well. */
export function isPartial(doc: Y.Doc): boolean {
  return doc.store.pendingStructs !== null || doc.store.pendingDs !== null;
}

/** All that a peer with `stateVector` lacks, but for what waits for a part that is missing: no peer can take that in. */
export function updateSince(doc: Y.Doc, stateVector: Uint8Array): Uint8Array {
  const { pendingStructs, pendingDs } = doc.store;
  doc.store.pendingStructs = null;
  doc.store.pendingDs = null;
  const update = Y.encodeStateAsUpdate(doc, stateVector);
  doc.store.pendingStructs = pendingStructs;
  doc.store.pendingDs = pendingDs;
  return update;
}
