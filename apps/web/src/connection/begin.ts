/** Begins the connection to the document at this address while the code that shows it is still being loaded. */

import { HeadStart } from "@samepage/client/head-start";

let begun: { readonly id: string; readonly headStart: HeadStart } | null = null;

/** Where the server's sockets are: on the server that this page came from. */
export function socketOrigin(): string {
  return `${location.protocol === "https:" ? "wss" : "ws"}://${location.host}`;
}

/** Connects to the document `id`; `asksForAll`: and asks for its whole text. */
export function beginConnection(id: string, asksForAll: boolean): void {
  begun = { id, headStart: new HeadStart(socketOrigin(), id, asksForAll) };
}

/** The connection that was begun to `id`, for the one who goes on with it; null when there is none. */
export function takeHeadStart(id: string): HeadStart | null {
  const headStart = begun?.id === id ? begun.headStart : null;
  begun = null;
  return headStart;
}
