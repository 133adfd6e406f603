/**
 * `DELETE /api/documents/:id/people/:personId`: closes a person's connections and keeps their device out; `PUT` lets it
 * in again.
 */

import { Hono } from "hono";
import { denied } from "../denied.ts";
import { ask } from "../document-stub.ts";
import type { AppEnvironment } from "../environment.ts";
import { problem } from "../problem.ts";

const path = "/api/documents/:id/people/:personId";
const personId = /^[\w-]{16}$/;

const nobody = (): Response => problem(404, "Nobody of this document has this id.");

export const removePerson = new Hono<AppEnvironment>()
  .delete(path, async (context) => {
    const { id, personId: person } = context.req.param();
    if (!personId.test(person)) return nobody();
    const answer = await ask(context, id, (stub, proof) => stub.removePerson(proof, person));
    if (!answer.ok) return denied(answer.reason);
    return answer.value ? context.body(null, 204) : problem(409, "The owner of a document cannot be removed from it.");
  })
  .put(path, async (context) => {
    const { id, personId: person } = context.req.param();
    const answer = await ask(context, id, (stub, proof) => stub.letBack(proof, person));
    if (!answer.ok) return denied(answer.reason);
    return answer.value ? context.body(null, 204) : nobody();
  });
