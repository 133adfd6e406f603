/** `GET /api/documents/:id`: what the document is, without its text. */

import { Hono } from "hono";
import { stubFromAddress } from "../document-stub.ts";
import type { AppEnvironment } from "../environment.ts";
import { noSuchDocument } from "../problem.ts";

export const readDocument = new Hono<AppEnvironment>().get("/api/documents/:id", async (context) => {
  const id = context.req.param("id");
  const description = (await stubFromAddress(context.env, id)?.describe()) ?? null;
  if (description === null) return noSuchDocument();
  return context.json({ id, ...description }, 200, { "cache-control": "no-store" });
});
