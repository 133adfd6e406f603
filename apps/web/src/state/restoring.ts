/** Bringing back a document that its owner deleted. */

import { erasedAt, restore } from "../connection/door-api.ts";
import { credentialsFor } from "./credentials.ts";

/** Brings the document `id` back; "" when it is there again, else what to tell the person. */
export async function restoreDocument(id: string): Promise<string> {
  const outcome = await restore(id, credentialsFor(id));
  return outcome.ok ? "" : outcome.message;
}

/** Until when the document `id` can be brought back, in milliseconds since 1970; null when the server does not say. */
export function restorableUntil(id: string): Promise<number | null> {
  return erasedAt(id, credentialsFor(id));
}

/** For so many days after it was deleted a document can be brought back. */
export const restorableDays = 30;
