/** Starts a document on this device alone: its key, its id, its text. The server creates it when it can be reached. */

import { lineEndsOf, normalizeText } from "@samepage/document";
import { documentIdFrom, seedOfId } from "@samepage/protocol";
import { newSecret } from "./device-secret.ts";
import { keepFirstText } from "./first-texts.ts";
import { keepOwnerKey } from "./owner-keys.ts";
import { keepPending } from "./pending-documents.ts";

/** The id of the new document, or null where the browser cannot keep one. */
export async function startOnDevice({ title, text }: { title: string; text: string }): Promise<string | null> {
  // Without the worker that keeps the app, nothing would be there to show the document with.
  if (!navigator.serviceWorker?.controller) return null;
  const ownerKey = newSecret();
  const seed = new TextEncoder().encode(seedOfId(ownerKey));
  const id = documentIdFrom(new Uint8Array(await crypto.subtle.digest("SHA-256", seed)).subarray(0, 16));
  if (!(await keepFirstText(id, normalizeText(text)))) return null;
  // The page that shows it finds it by this.
  if (!keepPending(id, { title, lineEnds: lineEndsOf(text), startedAt: Date.now() })) return null;
  keepOwnerKey(id, ownerKey);
  return id;
}
