/** What a request for a WebSocket asks: whether it is one, and what it offers. Answers nothing. */

import { subprotocol } from "@samepage/protocol";

/** Whether `request` asks for a WebSocket at all. */
export function asksForWebSocket(request: Request): boolean {
  return request.headers.get("upgrade")?.toLowerCase() === "websocket";
}

/** A version of our protocol, whichever it is. */
const anyVersion = /^samepage\.[\w.-]+$/;

/** The subprotocols that `request` offers; none where it asks for no WebSocket. */
export function offeredProtocols(request: Request): readonly string[] {
  const names = (request.headers.get("sec-websocket-protocol") ?? "").split(",").map((name) => name.trim());
  return names.filter((name) => name !== "");
}

/** Those of them that are ours: no credentials are. */
export function offeredVersions(request: Request): readonly string[] {
  return offeredProtocols(request).filter((name) => anyVersion.test(name));
}

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
export function acceptedSubprotocol(request: Request): string | null {
  const offered = offeredVersions(request);
  return offered.includes(subprotocol) ? subprotocol : (offered[0] ?? null);
}
