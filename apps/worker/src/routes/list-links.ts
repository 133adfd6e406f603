/** `GET /api/documents/:id/links`: the links of a document, for its owner. Their keys are known to nobody here. */

import { Hono } from "hono";
import { denied } from "../denied.ts";
import { linkAs } from "../described-as.ts";
import { ask } from "../document-stub.ts";
import type { AppEnvironment } from "../environment.ts";

export const listLinks = new Hono<AppEnvironment>().get("/api/documents/:id/links", async (context) => {
  const answer = await ask(context, context.req.param("id"), (stub, proof) => stub.links(proof));
  if (!answer.ok) return denied(answer.reason);
  return context.json({ links: answer.value.map(linkAs) }, 200, { "cache-control": "no-store" });
});
