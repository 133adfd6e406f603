/** The HTTP face: every route in one list. What a route does stands in its own file. */

import { Hono } from "hono";
import type { AppEnvironment } from "./environment.ts";
import { meterUse } from "./metering/meter-use.ts";
import { methodNotAllowed, problem, unexpectedFault } from "./problem.ts";
import { readSettings } from "./read-settings.ts";
import { refuseForeignOrigins } from "./refuse-foreign-origins.ts";
import { requireIdentity } from "./require-identity.ts";
import { changeDocument } from "./routes/change-document.ts";
import { createDocument } from "./routes/create-document.ts";
import { createLink } from "./routes/create-link.ts";
import { deleteDocument } from "./routes/delete-document.ts";
import { health } from "./routes/health.ts";
import { listLinks } from "./routes/list-links.ts";
import { listPeople } from "./routes/list-people.ts";
import { newDocument } from "./routes/new-document.ts";
import { page } from "./routes/page.ts";
import { readCounters } from "./routes/read-counters.ts";
import { readDocument } from "./routes/read-document.ts";
import { readText } from "./routes/read-text.ts";
import { readUsage } from "./routes/read-usage.ts";
import { removePerson } from "./routes/remove-person.ts";
import { revokeLink } from "./routes/revoke-link.ts";
import { sync } from "./routes/sync.ts";
import { unlockLink } from "./routes/unlock-link.ts";
import { sendSecurityHeaders } from "./send-security-headers.ts";

export const app = new Hono<AppEnvironment>()
  .use(sendSecurityHeaders)
  .use(readSettings)
  .route("/", health)
  // What costs least to find out comes first: a foreign page must not spend what its visitor may use, and who is
  // over a limit is not worth the checking of a signature.
  .use(refuseForeignOrigins)
  .use(meterUse)
  .use("/api/*", requireIdentity)
  .use("/sync/*", requireIdentity)
  .use("/new", requireIdentity)
  .route("/", createDocument)
  .route("/", readDocument)
  .route("/", changeDocument)
  .route("/", deleteDocument)
  .route("/", readText)
  .route("/", readCounters)
  .route("/", listLinks)
  .route("/", createLink)
  .route("/", revokeLink)
  .route("/", unlockLink)
  .route("/", listPeople)
  .route("/", removePerson)
  .route("/", readUsage)
  .route("/", sync)
  .route("/", newDocument)
  .all("/api/documents", methodNotAllowed("POST"))
  .all("/api/documents/:id", methodNotAllowed("GET, PATCH, DELETE"))
  .all("/api/documents/:id/text", methodNotAllowed("GET"))
  .all("/api/documents/:id/counters", methodNotAllowed("GET"))
  .all("/api/documents/:id/restore", methodNotAllowed("POST"))
  .all("/api/documents/:id/unlock", methodNotAllowed("POST"))
  .all("/api/documents/:id/links", methodNotAllowed("GET, POST"))
  .all("/api/documents/:id/links/:linkId", methodNotAllowed("DELETE"))
  .all("/api/documents/:id/people", methodNotAllowed("GET"))
  .all("/api/documents/:id/people/:personId", methodNotAllowed("DELETE, PUT"))
  .all("/api/usage", methodNotAllowed("GET"))
  .all("/api/*", () => problem(404, "There is nothing at this address of the API."))
  .route("/", page)
  .notFound(() => problem(404, "There is nothing at this address for this method."))
  .onError(unexpectedFault);
