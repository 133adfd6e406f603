/** `POST /api/documents/:id/unlock`: for the password of a link, the key that opens it from then on. */

import { Hono } from "hono";
import { maxJsonBytes, parseJson, readBody } from "../body.ts";
import { credentialsOf } from "../credentials.ts";
import { denied } from "../denied.ts";
import { ask } from "../document-stub.ts";
import type { AppEnvironment } from "../environment.ts";
import { passwordLength } from "../password.ts";
import { problem } from "../problem.ts";

export const unlockLink = new Hono<AppEnvironment>().post("/api/documents/:id/unlock", async (context) => {
  const body = await readBody(context.req.raw, maxJsonBytes(passwordLength));
  if (body instanceof Response) return body;
  const password = passwordFrom(parseJson(body));
  if (password === null) return problem(400, 'Send JSON { "password" }, and the link\'s key as for any other request.');
  const answer = await ask(context, context.req.param("id"), (stub, proof) => stub.unlock(proof, password));
  if (answer.ok) {
    return context.json({ key: `${credentialsOf(context.req.raw).key}.${answer.value}` }, 200, {
      "cache-control": "no-store",
    });
  }
  switch (answer.reason) {
    case "no password":
      return problem(409, "This link has no password: it opens the document as it is.", answer.reason);
    case "wrong password":
      return problem(403, "This is not the link's password. Check how it was written and try again.", answer.reason);
    case "too many tries": {
      const seconds = Math.max(1, Math.ceil((answer.again - Date.now()) / 1_000));
      const minutes = Math.ceil(seconds / 60);
      const wait = minutes === 1 ? "a minute" : `${minutes} minutes`;
      const response = problem(429, `The password was tried too often. Try again in ${wait}.`, answer.reason);
      response.headers.set("retry-after", String(seconds));
      return response;
    }
    default:
      return denied(answer.reason);
  }
});

function passwordFrom(value: unknown): string | null {
  if (typeof value !== "object" || value === null || !("password" in value)) return null;
  const { password } = value;
  return typeof password === "string" && password !== "" && password.length <= passwordLength ? password : null;
}
