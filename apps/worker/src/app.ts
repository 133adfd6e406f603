/** The HTTP face: every route in one list. What a route does stands in its own file. */

import { Hono } from "hono";
import type { AppEnvironment } from "./environment.ts";
import { methodNotAllowed, problem, unexpectedFault } from "./problem.ts";
import { readLimits } from "./read-limits.ts";
import { changeSettings } from "./routes/change-settings.ts";
import { createDocument } from "./routes/create-document.ts";
import { health } from "./routes/health.ts";
import { newDocument } from "./routes/new-document.ts";
import { page } from "./routes/page.ts";
import { readCounters } from "./routes/read-counters.ts";
import { readDocument } from "./routes/read-document.ts";
import { readText } from "./routes/read-text.ts";
import { sync } from "./routes/sync.ts";

export const app = new Hono<AppEnvironment>()
  .use(readLimits)
  .route("/", health)
  .route("/", createDocument)
  .route("/", readDocument)
  .route("/", changeSettings)
  .route("/", readText)
  .route("/", readCounters)
  .route("/", sync)
  .route("/", newDocument)
  .all("/api/documents", methodNotAllowed("POST"))
  .all("/api/documents/:id", methodNotAllowed("GET, PATCH"))
  .all("/api/documents/:id/text", methodNotAllowed("GET"))
  .all("/api/documents/:id/counters", methodNotAllowed("GET"))
  .all("/api/*", () => problem(404, "There is nothing at this address of the API."))
  .route("/", page)
  .notFound(() => problem(404, "There is nothing at this address for this method."))
  .onError(unexpectedFault);
