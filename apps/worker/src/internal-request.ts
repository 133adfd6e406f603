/**
 * What the worker found out about a socket's client and tells the document's object with the upgrade. Only the worker
 * says it, and it says no secret: what the client brought to prove itself goes no further.
 */

import type { Subjects } from "./metering/subjects.ts";
import type { Proof } from "./proof.ts";
import { offeredVersions } from "./upgrade-request.ts";

export interface Client {
  /** Who it is, and by what right it comes. */
  readonly proof: Proof;
  /** Whose connections a flood of this socket is charged to. */
  readonly subjects: Subjects;
}

const header = "samepage-client";

/** `request` as it goes to the object: with the offer of protocols, but without the credentials among them. */
export function withClient(request: Request, client: Client): Request {
  const { origin, pathname } = new URL(request.url);
  const headers = new Headers({ upgrade: "websocket", [header]: JSON.stringify(client) });
  const protocols = offeredVersions(request);
  if (protocols.length > 0) headers.set("sec-websocket-protocol", protocols.join(", "));
  return new Request(origin + pathname, { headers });
}

/** What `withClient` said. @throws when the worker did not send `request` */
export function clientOf(request: Request): Client {
  const { proof, subjects }: Client = JSON.parse(request.headers.get(header) ?? "");
  return { proof, subjects };
}
