/** How a client asks for more than plain `y-websocket`, and where it connects. */

/** Offered as a WebSocket subprotocol: acknowledgements, announcements, heartbeat by text frames, no renewals. */
export const subprotocol = "samepage.1";

/** The text frames of the heartbeat: answered by the platform without waking the document. */
export const heartbeat = { ping: "ping", pong: "pong" } as const;

/** The path of a document's WebSocket. */
export function syncPath(documentId: string): string {
  return `/sync/${documentId}`;
}
