/** `GET /api/documents/:id/text`: the text itself, as everybody sees it now. */

import { Hono } from "hono";
import { stubFromAddress } from "../document-stub.ts";
import type { AppEnvironment } from "../environment.ts";
import { noSuchDocument } from "../problem.ts";

export const readText = new Hono<AppEnvironment>().get("/api/documents/:id/text", async (context) => {
  const text = (await stubFromAddress(context.env, context.req.param("id"))?.text()) ?? null;
  if (text === null) return noSuchDocument();
  // `nosniff`: somebody's text must never be run as a page of this site.
  return context.text(text, 200, {
    "content-type": "text/plain; charset=utf-8",
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
  });
});
