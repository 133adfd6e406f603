/** Starting a document from the page, and going there. */

import { createDocument } from "../connection/api.ts";
import { deviceSecret } from "../state/device-secret.ts";
import { keepOwnerKey } from "../state/owner-keys.ts";

/**
 * Creates a document and goes to it; while the server cannot be reached, on this device alone. Returns only when that
 * failed, with what to tell the person.
 */
export async function startDocument(content = { title: "", text: "" }): Promise<string> {
  const created = await createFrom(content);
  if (!created.ok) return created.message;
  location.assign(`/d/${created.id}`);
  return "";
}

/** Creates a document as `startDocument` does, and stays here. The text's lines may end as those of its file did. */
export async function createFrom(content: {
  title: string;
  text: string;
}): Promise<{ readonly ok: true; readonly id: string } | { readonly ok: false; readonly message: string }> {
  const created = await createDocument(content, { key: null, device: deviceSecret() });
  if (created.ok) {
    keepOwnerKey(created.value.id, created.value.ownerKey);
    return { ok: true, id: created.value.id };
  }
  const id = created.status === null ? await startWithoutServer(content) : null;
  return id === null ? { ok: false, message: created.message } : { ok: true, id };
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
