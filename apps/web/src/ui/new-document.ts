/** Starting a document from the page, and going there. */

import { createDocument } from "../connection/api.ts";
import { keepOwnerKey } from "../state/owner-keys.ts";
import { readTextFile } from "../state/text-file.ts";

/** Creates a document and goes to it. Returns only when that failed, with what to tell the person. */
export async function startDocument(content = { title: "", text: "" }): Promise<string> {
  const created = await createDocument(content);
  if (!created.ok) return created.message;
  keepOwnerKey(created.value.id, created.value.ownerKey);
  location.assign(`/d/${created.value.id}`);
  return "";
}

/** Opens a file as a new document. Returns only when that failed, with what to tell the person. */
export async function startFromFile(file: File): Promise<string> {
  const reading = readTextFile(file.name, new Uint8Array(await file.arrayBuffer()));
  return reading.ok ? startDocument({ title: reading.title, text: reading.text }) : reading.message;
}
