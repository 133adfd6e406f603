/** `GET /api/documents/:id/text`: the text itself, as everybody sees it now. */

import { Hono } from "hono";
import { denied } from "../denied.ts";
import { ask } from "../document-stub.ts";
import type { AppEnvironment } from "../environment.ts";

export const readText = new Hono<AppEnvironment>().get("/api/documents/:id/text", async (context) => {
  const answer = await ask(context, context.req.param("id"), (stub, proof) => stub.text(proof));
  if (!answer.ok) return denied(answer.reason);
  // `nosniff`: somebody's text must never be run as a page of this site.
  return context.text(answer.value, 200, {
    "content-type": "text/plain; charset=utf-8",
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
  });
});
