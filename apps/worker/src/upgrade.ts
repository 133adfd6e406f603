/** Answers to a WebSocket upgrade. A refused one is accepted and closed: a browser sees a close code, but no status. */

import { subprotocol } from "@samepage/protocol";

/** Whether `request` asks for a WebSocket at all. */
export function asksForWebSocket(request: Request): boolean {
  return request.headers.get("upgrade")?.toLowerCase() === "websocket";
}

/** Whether the client that asks for a WebSocket speaks `samepage.1`. */
export function offersSubprotocol(request: Request): boolean {
  const offered = (request.headers.get("sec-websocket-protocol") ?? "").split(",");
  return offered.some((name) => name.trim() === subprotocol);
}

/** The response to an upgrade; a client that offered the subprotocol must be told that it was taken. */
export function upgraded(request: Request, socket: WebSocket): Response {
  const headers = offersSubprotocol(request) ? { "sec-websocket-protocol": subprotocol } : {};
  return new Response(null, { status: 101, webSocket: socket, headers });
}

/** Accepts the upgrade and closes at once with `code` and `reason`. */
export function closedSocket(request: Request, code: number, reason: string): Response {
  const { 0: client, 1: server } = new WebSocketPair();
  server.accept();
  server.close(code, reason);
  return upgraded(request, client);
}
