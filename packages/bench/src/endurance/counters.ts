/** What an object counts of itself, from `GET /api/documents/:id/counters`. */

export const counterNames = [
  "wakeUps",
  "requests",
  "messages",
  "commits",
  "durationMs",
  "rowsRead",
  "rowsWritten",
  "storedBytes",
] as const;

/** Totals since the document was created, and what it stores now; reading them adds to none of them. */
export type Counters = Readonly<Record<(typeof counterNames)[number], number>>;

/** @throws when the server counts nothing, or something else */
export async function readCounters(origin: string, documentId: string): Promise<Counters> {
  return readCountersAt(`${origin}/api/documents/${documentId}/counters`);
}

/** The same of whatever server counts at `address`. */
export async function readCountersAt(address: string): Promise<Counters> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`this build has no counters (GET …/counters: ${response.status})`);
  const json: unknown = await response.json();
  if (!isCounters(json)) throw new Error("GET …/counters does not tell the counters that are looked for");
  return json;
}

function isCounters(json: unknown): json is Counters {
  if (typeof json !== "object" || json === null) return false;
  const values = new Map(Object.entries(json));
  return counterNames.every((name) => typeof values.get(name) === "number");
}

/** `after` less `before`. */
export function growth(before: Counters, after: Counters): Counters {
  return {
    wakeUps: after.wakeUps - before.wakeUps,
    requests: after.requests - before.requests,
    messages: after.messages - before.messages,
    commits: after.commits - before.commits,
    durationMs: after.durationMs - before.durationMs,
    rowsRead: after.rowsRead - before.rowsRead,
    rowsWritten: after.rowsWritten - before.rowsWritten,
    storedBytes: after.storedBytes - before.storedBytes,
  };
}
