/** A document's id: 128 random bits as 22 characters of base64url. The id is the address, so it must not be guessable. */

declare const brand: unique symbol;

export type DocumentId = string & { readonly [brand]: "DocumentId" };

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** The id made of `random`, 16 random bytes (randomness is the caller's). @throws RangeError on any other length */
export function documentIdFrom(random: Uint8Array): DocumentId {
  if (random.length !== 16) throw new RangeError("a document id is made of 16 bytes");
  const bits = [...random].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  const sextets = bits.padEnd(132, "0").match(/.{6}/g) ?? [];
  return sextets.map((sextet) => alphabet.charAt(Number.parseInt(sextet, 2))).join("") as DocumentId;
}

/**
 * Of this text's SHA-256 the first 16 bytes make the id of a document whose owner's key a client made by itself, as it must
 * without a server. So only who has the key can create the document at that id, whoever knows its address.
 */
export function seedOfId(ownerKey: string): string {
  return `samepage document ${ownerKey}`;
}

/** `text` as a document id, or null if no document can have it: 22 characters, the last of which holds but two bits. */
export function parseDocumentId(text: string): DocumentId | null {
  return /^[A-Za-z0-9_-]{21}[AQgw]$/.test(text) ? (text as DocumentId) : null;
}
