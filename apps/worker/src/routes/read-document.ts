/** `GET /api/documents/:id`: what the document is, without its text. */

import { Hono } from "hono";
import { denied } from "../denied.ts";
import { describedAs, isoTime } from "../described-as.ts";
import { ask, stubFromAddress } from "../document-stub.ts";
import type { AppEnvironment } from "../environment.ts";

export const readDocument = new Hono<AppEnvironment>().get("/api/documents/:id", async (context) => {
  const id = context.req.param("id");
  const answer = await ask(context, id, (stub, proof) => stub.describe(proof));
  if (answer.ok) return describedAs(id, answer.value);
  if (answer.reason !== "deleted") return denied(answer.reason);
  const erased = await stubFromAddress(context.env, id)?.erasedAt();
  return denied(answer.reason, { erased: isoTime(erased ?? null) });
});
