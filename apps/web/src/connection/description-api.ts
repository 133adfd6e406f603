/** What the server says of a document besides its text: for whoever asks about it. */

import type { Credentials } from "@samepage/protocol";
import { call, field, type Outcome, pathOf } from "./api.ts";

export interface Description {
  /** ISO 8601. */
  readonly created: string;
  /** ISO 8601. */
  readonly updated: string;
}

export interface Counters {
  /** What the document's database takes on the server. */
  readonly storedBytes: number;
}

/** Why there is no answer is not said: the page says only that there is none. */
const unreached = "";

export function readDescription(id: string, credentials: Credentials): Promise<Outcome<Description>> {
  return call("GET", pathOf(id), undefined, isDescription, unreached, credentials);
}

export function readCounters(id: string, credentials: Credentials): Promise<Outcome<Counters>> {
  return call("GET", `${pathOf(id)}/counters`, undefined, isCounters, unreached, credentials);
}

function isDescription(body: unknown): body is Description {
  return typeof field(body, "created") === "string" && typeof field(body, "updated") === "string";
}

function isCounters(body: unknown): body is Counters {
  return typeof field(body, "storedBytes") === "number";
}
