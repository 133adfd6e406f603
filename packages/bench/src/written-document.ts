/** A document that was written before anything is measured, and its way into a room. */

import * as prng from "lib0/prng";
import * as Y from "yjs";
import { BenchClient } from "./bench-client.ts";
import type { Room } from "./contestants/contestant.ts";
import { within } from "./within.ts";

/** Ids that nobody else in a workload has. */
const [writerId, readerId] = [1_000_001, 1_000_002];

/** Words at random places, so that the document is of as many Yjs items, as one update. */
export function writeDocument(
  words: number,
  wordLength: number,
): { readonly update: Uint8Array; readonly text: string } {
  const random = prng.create(2);
  const doc = new Y.Doc();
  doc.clientID = writerId;
  const text = doc.getText("text");
  doc.transact(() => {
    for (let word = 0; word < words; word += 1) {
      text.insert(prng.uint32(random, 0, text.length), prng.word(random, wordLength, wordLength));
    }
  });
  return { update: Y.encodeStateAsUpdate(doc), text: text.toString() };
}

/** Sends `update` to a room, and resolves when a reader has got all of it and the writer, if it is told, that it is stored. */
export async function writeFirst(room: Room, update: Uint8Array): Promise<void> {
  const { writer, reader } = await writeAndStay(room, update);
  writer.leave();
  reader.leave();
}

/** The same, and both stay. */
export async function writeAndStay(
  room: Room,
  update: Uint8Array,
): Promise<{ readonly writer: BenchClient; readonly reader: BenchClient }> {
  const whenPassedOn = Promise.withResolvers<void>();
  const doc = new Y.Doc();
  const length = lengthOf(update);
  const reader = await BenchClient.join(room, {
    clientId: readerId,
    received(part) {
      Y.applyUpdate(doc, part);
      if (doc.getText("text").length === length) whenPassedOn.resolve();
    },
  });
  const writer = await BenchClient.join(room, { clientId: writerId, received: () => undefined });
  writer.send(update);
  await within(60, "passing the document on", whenPassedOn.promise);
  return { writer, reader };
}

function lengthOf(update: Uint8Array): number {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, update);
  return doc.getText("text").length;
}
