/** `GET /new`: creates an empty document and goes there. Its owner's key travels in the fragment, which is never sent. */

import { Hono } from "hono";
import { create, emptyContent, newIdAndKey } from "../creation.ts";
import type { AppEnvironment } from "../environment.ts";
import { methodNotAllowed } from "../problem.ts";

export const newDocument = new Hono<AppEnvironment>().get("/new", async (context) => {
  // Link checkers ask with HEAD, which is answered as a GET without its body.
  if (context.req.raw.method === "HEAD") return methodNotAllowed("GET")();
  const document = newIdAndKey();
  await create(context.env, emptyContent, document);
  const { id, ownerKey } = document;
  context.header("cache-control", "no-store");
  return context.redirect(`/d/${id}#owner=${ownerKey}`, 303);
});
