/** Starting a document from the page, and going there. */

import { createDocument } from "../connection/api.ts";
import { deviceSecret } from "../state/device-secret.ts";
import { keepOwnerKey } from "../state/owner-keys.ts";
import { faultOfSize, readTextFile } from "../state/text-file.ts";

/**
 * Creates a document and goes to it; while the server cannot be reached, on this device alone. Returns only when that
 * failed, with what to tell the person.
 */
export async function startDocument(content = { title: "", text: "" }): Promise<string> {
  const created = await createDocument(content, { key: null, device: deviceSecret() });
  if (created.ok) {
    keepOwnerKey(created.value.id, created.value.ownerKey);
    location.assign(`/d/${created.value.id}`);
    return "";
  }
  const id = created.status === null ? await startWithoutServer(content) : null;
  if (id === null) return created.message;
  location.assign(`/d/${id}`);
  return "";
}

/** Null where this device cannot do that either. */
async function startWithoutServer(content: { title: string; text: string }): Promise<string | null> {
  try {
    const { startOnDevice } = await import("../state/starting-offline.ts");
    return await startOnDevice(content);
  } catch (error) {
    if (error instanceof TypeError) return null; // Without a network this part cannot be loaded, if it was not kept.
    throw error;
  }
}

/** Opens a file as a new document. Returns only when that failed, with what to tell the person. */
export async function startFromFile(file: File): Promise<string> {
  const tooLarge = faultOfSize(file.name, file.size);
  if (tooLarge !== null) return tooLarge;
  const bytes = await read(file);
  if (bytes === null) return `“${file.name}” could not be read, so it was not opened.`;
  const reading = readTextFile(file.name, bytes);
  return reading.ok ? startDocument({ title: reading.title, text: reading.text }) : reading.message;
}

async function read(file: File): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch (error) {
    if (error instanceof DOMException) return null; // A folder, or a file that is not to be read.
    throw error;
  }
}
