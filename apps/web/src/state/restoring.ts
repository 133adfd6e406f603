/** Bringing back a document that its owner deleted. */

import { erasedAt, restore } from "../connection/door-api.ts";
import { credentialsFor } from "./credentials.ts";

/** Brings the document `id` back; "" when it is there again, else what to tell the person. */
export async function restoreDocument(id: string): Promise<string> {
  const outcome = await restore(id, credentialsFor(id));
  return outcome.ok ? "" : outcome.message;
}

/** Until when the document `id` can be brought back, in words that go on from "you can bring it back". */
export async function restorableUntil(id: string): Promise<string> {
  const time = await erasedAt(id, credentialsFor(id));
  if (time === null) return forSoLong;
  return `until ${new Intl.DateTimeFormat(undefined, { dateStyle: "long", timeStyle: "short" }).format(time)}`;
}

/** As long as the server has not said until when. */
export const forSoLong = "for 30 days after it was deleted";
