/** `GET /api/documents/:id/counters`: what the document has cost. Asking is itself a request, which may wake it. */

import { Hono } from "hono";
import { stubFromAddress } from "../document-stub.ts";
import type { AppEnvironment } from "../environment.ts";
import { noSuchDocument } from "../problem.ts";

export const readCounters = new Hono<AppEnvironment>().get("/api/documents/:id/counters", async (context) => {
  const counters = (await stubFromAddress(context.env, context.req.param("id"))?.counters()) ?? null;
  return counters === null ? noSuchDocument() : context.json(counters, 200, { "cache-control": "no-store" });
});
