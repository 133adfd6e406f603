/** `GET /sync/:id`: the document's WebSocket. */

import { closeCodes, subprotocol } from "@samepage/protocol";
import { Hono } from "hono";
import { stubFromAddress } from "../document-stub.ts";
import type { AppEnvironment } from "../environment.ts";
import { problem } from "../problem.ts";
import { asksForWebSocket, closedSocket, offersOnlyUnknownVersions } from "../upgrade.ts";

export const sync = new Hono<AppEnvironment>().get("/sync/:id", (context) => {
  const request = context.req.raw;
  if (!asksForWebSocket(request)) {
    return problem(426, "This address speaks the y-websocket protocol. Connect to it with a WebSocket.");
  }
  if (offersOnlyUnknownVersions(request)) {
    const reason = `this server speaks ${subprotocol}, which the client did not offer`;
    return closedSocket(request, closeCodes.newerProtocolNeeded, reason);
  }
  const stub = stubFromAddress(context.env, context.req.param("id"));
  return stub === null ? closedSocket(request, closeCodes.noSuchDocument, "no such document") : stub.fetch(request);
});
