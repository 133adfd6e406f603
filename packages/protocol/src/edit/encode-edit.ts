/** Writes an edit as a Yjs update. */

import * as encoding from "lib0/encoding";
import type { Deletion, Edit, Id, Insertion } from "./edit.ts";
import { deletedContent, hasOrigin, hasRightOrigin, parentIsRoot, rootName, stringContent } from "./format.ts";

/**
 * The update (Yjs encoding v1) that says `edit`: the inverse of `decodeEdit`. The insertions of different clients may
 * stand in any order and mixed; those of one client must continue each other.
 * @throws Error when they leave a gap
 */
export function encodeEdit(edit: Edit): Uint8Array {
  return encoding.encode((encoder) => {
    const insertions = byClient(edit.insertions);
    encoding.writeVarUint(encoder, insertions.size);
    for (const [client, list] of insertions) {
      let clock = list[0]?.clock ?? 0;
      encoding.writeVarUint(encoder, list.length);
      encoding.writeVarUint(encoder, client);
      encoding.writeVarUint(encoder, clock);
      for (const insertion of list) {
        if (insertion.clock !== clock) throw new Error(`a gap in what client ${client} wrote, at ${clock}`);
        writeInsertion(encoder, insertion);
        clock += insertion.length;
      }
    }
    const deletions = byClient(edit.deletions);
    encoding.writeVarUint(encoder, deletions.size);
    for (const [client, list] of deletions) {
      encoding.writeVarUint(encoder, client);
      encoding.writeVarUint(encoder, list.length);
      for (const { clock, length } of list) {
        encoding.writeVarUint(encoder, clock);
        encoding.writeVarUint(encoder, length);
      }
    }
  });
}

/** What each client wrote, in the order in which it stands. */
export function byClient<Part extends Insertion | Deletion>(parts: readonly Part[]): Map<number, Part[]> {
  const clients = new Map<number, Part[]>();
  let last: Part[] = [];
  let lastClient = -1;
  for (const part of parts) {
    if (part.client !== lastClient) {
      lastClient = part.client;
      last = clients.get(lastClient) ?? [];
      clients.set(lastClient, last);
    }
    last.push(part);
  }
  return clients;
}

function writeInsertion(encoder: encoding.Encoder, { origin, rightOrigin, text, length }: Insertion): void {
  const content = text === null ? deletedContent : stringContent;
  const info = content | (origin === null ? 0 : hasOrigin) | (rightOrigin === null ? 0 : hasRightOrigin);
  encoding.writeUint8(encoder, info);
  if (origin !== null) writeId(encoder, origin);
  if (rightOrigin !== null) writeId(encoder, rightOrigin);
  if (origin === null && rightOrigin === null) {
    encoding.writeVarUint(encoder, parentIsRoot);
    encoding.writeVarString(encoder, rootName);
  }
  if (text === null) encoding.writeVarUint(encoder, length);
  else encoding.writeVarString(encoder, text);
}

function writeId(encoder: encoding.Encoder, { client, clock }: Id): void {
  encoding.writeVarUint(encoder, client);
  encoding.writeVarUint(encoder, clock);
}
