/** What is counted of a client: which requests are a use, of which kind, and how long one counts. */

/** A client creates a document, connects to one, or asks for anything else. */
export const uses = ["creates", "connects", "requests"] as const;

export type Use = (typeof uses)[number];

const minuteMs = 60_000;

/** A use counts until the window in which it fell is over. Windows begin at whole hours and minutes. */
export const windowMs: Readonly<Record<Use, number>> = {
  creates: 60 * minuteMs,
  connects: minuteMs,
  requests: minuteMs,
};

/** What leads to an object, which is what costs. */
const leadsToObject = /^\/(?:api|d|sync)\/|^\/new$/;

/**
 * What a request is counted as: one use, or null for what touches no document. `path` is the one that the routes are
 * chosen by, with its escapes read, so that no spelling of an address goes uncounted.
 */
export function useOf(method: string, path: string, asksForWebSocket: boolean): Use | null {
  if (!leadsToObject.test(path)) return null;
  if (path.startsWith("/sync/") && asksForWebSocket) return "connects";
  if (path === "/new" && method === "GET") return "creates";
  if (path === "/api/documents" && method === "POST") return "creates";
  return "requests";
}
