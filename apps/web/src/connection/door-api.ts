/** The HTTP calls of whoever stands before a document that is not open: with a password, or with the owner's key. */

import type { Credentials } from "@samepage/protocol";
import { rest, words } from "../words/words.ts";
import { call, field, isAnything, type Outcome, pathOf } from "./api.ts";

/** Shows the password of the link whose key `credentials` hold; what comes back is the key to go on with. */
export function unlock(
  id: string,
  password: string,
  credentials: Credentials,
): Promise<Outcome<{ readonly key: string }>> {
  return call("POST", `${pathOf(id)}/unlock`, { password }, hasKey, words().faults.notReached, credentials);
}

/** Brings a deleted document back; for its owner. */
export function restore(id: string, credentials: Credentials): Promise<Outcome<unknown>> {
  return call("POST", `${pathOf(id)}/restore`, undefined, isAnything, rest().doors.notRestored, credentials);
}

/** When a document that its owner deleted is gone for good, in milliseconds since 1970; null when the server does not say. */
export async function erasedAt(id: string, credentials: Credentials): Promise<number | null> {
  const outcome = await call("GET", pathOf(id), undefined, isAnything, "", credentials);
  const erased = outcome.ok ? undefined : field(outcome.problem, "erased");
  const time = typeof erased === "string" ? Date.parse(erased) : Number.NaN;
  return Number.isNaN(time) ? null : time;
}

function hasKey(body: unknown): body is { readonly key: string } {
  return typeof field(body, "key") === "string";
}
