/**
 * What each frame and each route needs: whoever takes one asks here, by its name. One that is missing does not compile
 * where frames and routes are named.
 */

import type { Action } from "./permission.ts";

/** Frames that a client sends, by their kinds; null: only the server sends it, and it is nobody's. */
export const frameActions = {
  "sync-step-1": "read-text",
  /** Everybody answers a step 1; what is new in an answer is writing. */
  "sync-step-2": "write-text",
  update: "write-text",
  awareness: "show-presence",
  "query-awareness": "read-text",
  store: "write-text",
  acknowledge: null,
  announce: null,
} as const satisfies Record<string, Action | null>;

/** Routes of one document, by method and path. The role is that of the key that a request brings. */
export const routeActions = {
  "GET /api/documents/:id": "read-text",
  "GET /api/documents/:id/text": "read-text",
  "GET /api/documents/:id/counters": "read-text",
  "GET /sync/:id": "read-text",
  /** Title and language. */
  "PATCH /api/documents/:id": "change-settings",
  /** The same route, when it names one of the owner's settings. */
  "PATCH /api/documents/:id (rules)": "administer",
  "DELETE /api/documents/:id": "administer",
  "POST /api/documents/:id/restore": "administer",
  "GET /api/documents/:id/links": "administer",
  "POST /api/documents/:id/links": "administer",
  "DELETE /api/documents/:id/links/:linkId": "administer",
  "GET /api/documents/:id/people": "administer",
  "DELETE /api/documents/:id/people/:personId": "administer",
  "PUT /api/documents/:id/people/:personId": "administer",
} as const satisfies Record<string, Action>;

export type RouteName = keyof typeof routeActions;

/** Routes that are everybody's: they name no document, make a new one, or give no more than an answer to a password. */
export const openRoutes = [
  "GET /",
  "GET /new",
  "GET /d/:id",
  /** The page of the frame that shows a preview; it knows no document. */
  "GET /preview/",
  /** The page's files, and the page that says that there is none. */
  "GET /*",
  "GET /api/health",
  "GET /api/usage",
  "POST /api/documents",
  "POST /api/documents/:id/unlock",
] as const;
