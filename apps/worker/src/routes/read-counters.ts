/** `GET /api/documents/:id/counters`: what the document has cost. Asking is itself a request, which may wake it. */

import { Hono } from "hono";
import { denied } from "../denied.ts";
import { ask } from "../document-stub.ts";
import type { AppEnvironment } from "../environment.ts";

export const readCounters = new Hono<AppEnvironment>().get("/api/documents/:id/counters", async (context) => {
  const answer = await ask(context, context.req.param("id"), (stub, proof) => stub.counters(proof));
  return answer.ok ? context.json(answer.value, 200, { "cache-control": "no-store" }) : denied(answer.reason);
});
