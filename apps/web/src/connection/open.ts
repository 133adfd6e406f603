/** Joins a document on the server that this page came from. */

import { type Connection, join } from "@samepage/client";
import type { Transaction } from "yjs";
import { createTurns } from "./turns.ts";

/** The connection to the document `id`, with a copy kept on this device. */
export function openConnection(id: string): Connection {
  const origin = `${location.protocol === "https:" ? "wss" : "ws"}://${location.host}`;
  const { turn, wrote } = createTurns();
  const connection = join({ origin, documentId: id, keepOnDevice: true, turn });
  connection.doc.on("update", (_update: Uint8Array, _origin: unknown, _doc: unknown, { local }: Transaction) => {
    if (local) wrote();
  });
  return connection;
}

export type { Connection };
