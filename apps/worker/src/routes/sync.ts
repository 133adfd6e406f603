/** `GET /sync/:id`: the document's WebSocket. */

import { closeCodes, subprotocol } from "@samepage/protocol";
import { Hono } from "hono";
import { stubFromAddress } from "../document-stub.ts";
import type { AppEnvironment } from "../environment.ts";
import { withClient } from "../internal-request.ts";
import { problem } from "../problem.ts";
import { proofOf } from "../proof.ts";
import { closedSocket } from "../upgrade.ts";
import { asksForWebSocket, offersOnlyUnknownVersions } from "../upgrade-request.ts";

export const sync = new Hono<AppEnvironment>().get("/sync/:id", async (context) => {
  const request = context.req.raw;
  if (!asksForWebSocket(request)) {
    return problem(426, "This address speaks the y-websocket protocol. Connect to it with a WebSocket.");
  }
  if (offersOnlyUnknownVersions(request)) {
    const reason = `this server speaks ${subprotocol}, which the client did not offer`;
    return closedSocket(request, closeCodes.newerProtocolNeeded, reason);
  }
  const stub = stubFromAddress(context.env, context.req.param("id"));
  if (stub === null) return closedSocket(request, closeCodes.noSuchDocument, "no such document");
  const { subjects, identity } = context.var;
  return stub.fetch(withClient(request, { proof: await proofOf(request, identity), subjects }));
});
