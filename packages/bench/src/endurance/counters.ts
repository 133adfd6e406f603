/** What an object counts of itself, from `GET /api/documents/:id/counters`. */

/** Totals since the document was created; reading them adds to none of them. */
export interface Counters {
  readonly wakeUps: number;
  readonly messages: number;
  readonly commits: number;
  readonly rowsRead: number;
  readonly rowsWritten: number;
}

export const counterNames = [
  "wakeUps",
  "messages",
  "commits",
  "rowsRead",
  "rowsWritten",
] as const satisfies readonly (keyof Counters)[];

/** @throws when the server counts nothing, or something else */
export async function readCounters(origin: string, documentId: string): Promise<Counters> {
  const response = await fetch(`${origin}/api/documents/${documentId}/counters`);
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
    messages: after.messages - before.messages,
    commits: after.commits - before.commits,
    rowsRead: after.rowsRead - before.rowsRead,
    rowsWritten: after.rowsWritten - before.rowsWritten,
  };
}
