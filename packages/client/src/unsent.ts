/** Whether a document says something else than the server's, for whoever may not send it. Sends nothing. */

import * as Y from "yjs";

/**
 * Whether `doc` shows text that a server with `stateVector` lacks, or lacks text that it shows. `answer` is the update
 * with which that server answered this client, all of its deletions in it. What was written and deleted again before
 * anybody saw it is no difference.
 */
export function hasUnsent(doc: Y.Doc, stateVector: Uint8Array, answer: Uint8Array): boolean {
  const serverClocks = Y.decodeStateVector(stateVector);
  return hasUnsentText(doc, serverClocks) || hasUnsentDeletion(doc, serverClocks, answer);
}

/** Whether each client's part of `doc` is within `stateVector`: text that somebody with it lacks is not there. */
export function isWithin(doc: Y.Doc, stateVector: Uint8Array | null): boolean {
  const clocks = stateVector === null ? new Map<number, number>() : Y.decodeStateVector(stateVector);
  const isBeyond = ([client, clock]: [number, number]): boolean => clock > (clocks.get(client) ?? 0);
  return doc.store.pendingStructs === null && ![...Y.decodeStateVector(Y.encodeStateVector(doc))].some(isBeyond);
}

function hasUnsentText(doc: Y.Doc, serverClocks: ReadonlyMap<number, number>): boolean {
  for (const [client, structs] of doc.store.clients) {
    const known = serverClocks.get(client) ?? 0;
    for (const struct of structs.toReversed()) {
      if (struct.id.clock + struct.length <= known) break;
      if (!struct.deleted) return true;
    }
  }
  return false;
}

function hasUnsentDeletion(doc: Y.Doc, serverClocks: ReadonlyMap<number, number>, answer: Uint8Array): boolean {
  const told = Y.decodeUpdate(answer).ds.clients;
  for (const [client, deletions] of Y.createDeleteSetFromStructStore(doc.store).clients) {
    const known = serverClocks.get(client) ?? 0;
    const toldHere = (told.get(client) ?? []).toSorted((one, other) => one.clock - other.clock);
    let next = 0;
    for (const { clock, len } of deletions) {
      const end = Math.min(clock + len, known);
      // Both are in order: what covers the next deletion does not stand before what covered this one.
      for (let from = clock; from < end; ) {
        const cover = toldHere[next];
        if (cover === undefined || cover.clock > from) return true;
        const coverEnd = cover.clock + cover.len;
        from = Math.max(from, coverEnd);
        if (coverEnd <= end) next += 1;
      }
    }
  }
  return false;
}
