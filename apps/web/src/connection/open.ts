/** Joins a document on the server that this page came from. */

import { type Connection, join } from "@samepage/client";

/** The connection to the document `id`, with a copy kept on this device. */
export function openConnection(id: string): Connection {
  const origin = `${location.protocol === "https:" ? "wss" : "ws"}://${location.host}`;
  return join({ origin, documentId: id, keepOnDevice: true });
}

export type { Connection };
