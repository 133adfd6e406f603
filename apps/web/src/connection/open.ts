/** Joins a document on the server that this page came from. */

import { type Connection, join } from "@samepage/client";
import type { Credentials } from "@samepage/protocol";
import type { Transaction } from "yjs";
import { socketOrigin, takeHeadStart } from "./begin.ts";
import { createTurns } from "./turns.ts";

/** The connection to the document `id`, with a copy kept on this device; begun when the server has it (`whenThere`). */
export function openConnection(id: string, credentials: Credentials, whenThere?: Promise<void>): Connection {
  const { turn, wrote } = createTurns();
  const headStart = takeHeadStart(id, credentials.key);
  const connection = join({
    origin: socketOrigin(),
    documentId: id,
    credentials: { key: credentials.key, device: credentials.device },
    keepOnDevice: true,
    turn,
    ...(headStart === null ? {} : { headStart }),
    ...(whenThere === undefined ? {} : { whenThere }),
  });
  connection.doc.on("update", (_update: Uint8Array, _origin: unknown, _doc: unknown, { local }: Transaction) => {
    if (local) wrote();
  });
  return connection;
}

export type { Connection };
