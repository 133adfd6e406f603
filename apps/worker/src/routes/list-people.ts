/** `GET /api/documents/:id/people`: who is here now and who was removed, for the owner. */

import { Hono } from "hono";
import { denied } from "../denied.ts";
import { isoTime } from "../described-as.ts";
import { ask } from "../document-stub.ts";
import type { AppEnvironment } from "../environment.ts";

export const listPeople = new Hono<AppEnvironment>().get("/api/documents/:id/people", async (context) => {
  const answer = await ask(context, context.req.param("id"), (stub, proof) => stub.people(proof));
  if (!answer.ok) return denied(answer.reason);
  const { here, removed } = answer.value;
  const body = {
    people: here.map(({ id, name, hue, role, link }) => ({ id, name, hue, role, linkId: link })),
    removed: removed.map(({ person, name, time }) => ({ id: person, name, removed: isoTime(time) })),
  };
  return context.json(body, 200, { "cache-control": "no-store" });
});
