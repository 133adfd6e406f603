/** Answers to a WebSocket upgrade. A refused one is accepted and closed: a browser sees a close code, but no status. */

import { subprotocol } from "@samepage/protocol";

/** Whether `request` asks for a WebSocket at all. */
export function asksForWebSocket(request: Request): boolean {
  return request.headers.get("upgrade")?.toLowerCase() === "websocket";
}

/** A version of our protocol, whichever it is. */
const anyVersion = /^samepage\.[\w.-]+$/;

/** Whether the client that asks for a WebSocket speaks `samepage.1`. */
export function offersSubprotocol(request: Request): boolean {
  return acceptedSubprotocol(request) === subprotocol;
}

/** Whether the client that asks for a WebSocket speaks our protocol, but in no version that is known here. */
export function offersOnlyUnknownVersions(request: Request): boolean {
  const accepted = acceptedSubprotocol(request);
  return accepted !== null && accepted !== subprotocol;
}

/**
 * The subprotocol with which the client's offer is answered: `samepage.1`, else the first of ours even if it is not
 * known here (a browser does not open a socket whose offer was left unanswered, and would not see why it was closed),
 * else null.
 */
function acceptedSubprotocol(request: Request): string | null {
  const offered = (request.headers.get("sec-websocket-protocol") ?? "").split(",").map((name) => name.trim());
  if (offered.includes(subprotocol)) return subprotocol;
  return offered.find((name) => anyVersion.test(name)) ?? null;
}

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
