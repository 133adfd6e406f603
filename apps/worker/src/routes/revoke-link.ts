/** `DELETE /api/documents/:id/links/:linkId`: revokes a link; whoever came by it is closed at once. */

import { Hono } from "hono";
import { denied } from "../denied.ts";
import { ask } from "../document-stub.ts";
import type { AppEnvironment } from "../environment.ts";
import { problem } from "../problem.ts";

export const revokeLink = new Hono<AppEnvironment>().delete("/api/documents/:id/links/:linkId", async (context) => {
  const { id, linkId } = context.req.param();
  const answer = await ask(context, id, (stub, proof) => stub.revokeLink(proof, linkId));
  if (!answer.ok) return denied(answer.reason);
  return answer.value ? context.body(null, 204) : problem(404, "There is no such link, or it is revoked already.");
});
