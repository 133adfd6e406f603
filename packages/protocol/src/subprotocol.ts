/** How a client asks for more than plain `y-websocket`, how it says who it is, and where it connects. */

import { type Credentials, isDeviceSecret, isKey } from "./credentials.ts";

/** Offered as a WebSocket subprotocol: acknowledgements, announcements, heartbeat by text frames, no renewals. */
export const subprotocol = "samepage.1";

const keyPrefix = "key.";
const devicePrefix = "device.";

/** The text frames of the heartbeat: answered by the platform without waking the document. */
export const heartbeat = { ping: "ping", pong: "pong" } as const;

/** The path of a document's WebSocket. */
export function syncPath(documentId: string): string {
  return `/sync/${documentId}`;
}

/**
 * What a client offers as subprotocols: ours, and its credentials, because a browser lets a page set no header of a
 * WebSocket, and an address is written to logs. Only ours is ever answered.
 * @throws RangeError for what has not the shape of a key or of a device's secret
 */
export function subprotocolsWith({ key = null, device = null }: Partial<Credentials>): string[] {
  if (key !== null && !isKey(key)) throw new RangeError("a key is 22 characters of base64url");
  if (device !== null && !isDeviceSecret(device))
    throw new RangeError("a device's secret is 22 characters of base64url");
  return [subprotocol, ...(key === null ? [] : [keyPrefix + key]), ...(device === null ? [] : [devicePrefix + device])];
}

/**
 * The credentials among the subprotocols that a client offers. They are given as they stand, of whatever shape: a key
 * that is not valid is to be refused, not passed over, and so are several, which together are none.
 */
export function credentialsAmong(offered: readonly string[]): Credentials {
  const after = (prefix: string): string[] =>
    offered.filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length));
  const keys = after(keyPrefix);
  return { key: keys.length === 0 ? null : keys.join(" "), device: after(devicePrefix)[0] ?? null };
}
