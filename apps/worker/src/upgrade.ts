/** Answers to a WebSocket upgrade. A refused one is accepted and closed: a browser sees a close code, but no status. */

import { acceptedSubprotocol } from "./upgrade-request.ts";

/** The response to an upgrade; a client that offered a subprotocol of ours must be told that it was taken. */
export function upgraded(request: Request, socket: WebSocket): Response {
  const accepted = acceptedSubprotocol(request);
  const headers = accepted === null ? {} : { "sec-websocket-protocol": accepted };
  return new Response(null, { status: 101, webSocket: socket, headers });
}

/** Accepts the upgrade and closes at once with `code` and `reason`. */
export function closedSocket(request: Request, code: number, reason: string): Response {
  const { 0: client, 1: server } = new WebSocketPair();
  server.accept();
  server.close(code, reason);
  return upgraded(request, client);
}
