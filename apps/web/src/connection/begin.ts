/** Begins the connection to the document at this address while the code that shows it is still being loaded. */

import { HeadStart } from "@samepage/client/head-start";
import type { Credentials } from "@samepage/protocol";

let begun: { readonly id: string; readonly key: string | null; readonly headStart: HeadStart } | null = null;

/** Where the server's sockets are: on the server that this page came from. */
export function socketOrigin(): string {
  return `${location.protocol === "https:" ? "wss" : "ws"}://${location.host}`;
}

/** Connects to the document `id`; `asksForAll`: and asks for its whole text. */
export function beginConnection(id: string, asksForAll: boolean, credentials: Credentials): void {
  begun = { id, key: credentials.key, headStart: new HeadStart(socketOrigin(), id, asksForAll, credentials) };
}

/** The connection that was begun to `id` with `key`, for the one who goes on with it; null when there is none. */
export function takeHeadStart(id: string, key: string | null): HeadStart | null {
  const taken = begun;
  begun = null;
  if (taken?.id === id && taken.key === key) return taken.headStart;
  taken?.headStart.socket.close();
  return null;
}
