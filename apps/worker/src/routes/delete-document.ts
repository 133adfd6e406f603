/** `DELETE /api/documents/:id`: deletes a document; `POST …/restore` brings it back while that can be done. */

import { Hono } from "hono";
import { denied } from "../denied.ts";
import { describedAs, isoTime } from "../described-as.ts";
import { ask } from "../document-stub.ts";
import type { AppEnvironment } from "../environment.ts";

export const deleteDocument = new Hono<AppEnvironment>()
  .delete("/api/documents/:id", async (context) => {
    const answer = await ask(context, context.req.param("id"), (stub, proof) => stub.delete(proof));
    if (!answer.ok) return denied(answer.reason);
    const { deleted, erased } = answer.value;
    return context.json({ deleted: isoTime(deleted), erased: isoTime(erased) });
  })
  .post("/api/documents/:id/restore", async (context) => {
    const id = context.req.param("id");
    const answer = await ask(context, id, (stub, proof) => stub.restore(proof));
    return answer.ok ? describedAs(id, answer.value) : denied(answer.reason);
  });
