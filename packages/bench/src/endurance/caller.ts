/** Who a client says it is: what a server's limits count by. Says it as docs/protocol.md has it, and keeps no secret. */

import { randomBytes } from "node:crypto";
import { subprotocol } from "@samepage/protocol";

export interface Caller {
  /** The client's address, as the proxy in front of the server would tell it. */
  readonly address: string;
  /** The secret of its device: 22 characters of base64url. */
  readonly device: string;
}

/** The variable that names the header in which `callerHeaders` tells the address. */
export const addressVariables = { CLIENT_ADDRESS_HEADER: "x-client-address" } as const;

/** A device that was never seen before, at `address`. */
export function newCaller(address: string): Caller {
  return { address, device: randomBytes(16).toString("base64url") };
}

/** What every request of `caller` carries, a WebSocket's too. */
export function addressHeaders({ address }: Caller): Record<string, string> {
  return { [addressVariables.CLIENT_ADDRESS_HEADER]: address };
}

/** The headers of its requests to the API. */
export function callerHeaders(caller: Caller): Record<string, string> {
  return { ...addressHeaders(caller), "samepage-device": caller.device };
}

/** What its WebSocket offers; only the first of them is ever answered. */
export function callerSubprotocols({ device }: Caller): string[] {
  return [subprotocol, `device.${device}`];
}
