/** The app's page for any address, made of the one that is kept on the device. Knows no cache. */

/**
 * `kept`, which is the page as the server sent it once, for this opening: with a nonce of its own in its policy and its
 * HTML, as the server gives one to each answer, and for a document with the files named that only a document needs. The
 * root element says with `data-from-device` that no server has seen the address.
 */
export async function shellFrom(
  kept: Response,
  { isDocument, nonce }: { readonly isDocument: boolean; readonly nonce: string },
): Promise<Response> {
  const headers = new Headers(kept.headers);
  // What is kept is unpacked.
  for (const name of ["content-encoding", "content-length"]) headers.delete(name);
  const policy = headers.get("content-security-policy") ?? "";
  const keptNonce = /'nonce-([^']+)'/.exec(policy)?.[1];
  let html = (await kept.text()).replace("<html", "<html data-from-device");
  if (keptNonce !== undefined) {
    headers.set("content-security-policy", policy.replaceAll(keptNonce, nonce));
    html = html.replaceAll(`nonce="${keptNonce}"`, `nonce="${nonce}"`);
  }
  if (isDocument) html = html.replaceAll('rel="document-', 'rel="');
  return new Response(html, { headers });
}

/** 128 random bits. */
export function newNonce(): string {
  return btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))));
}
