/**
 * What a request proves of who asks and by what right, with nothing in it that would open anything: the object that is
 * asked is told hashes, never a key or a device's secret.
 */

import { credentialsOf } from "./credentials.ts";
import { base64url, sha256Hex } from "./encoding.ts";

export interface Proof {
  /** SHA-256 of the link's key, in hex; null: the bare address. */
  readonly keyHash: string | null;
  /** What proves that the link's password is known; null: nothing. */
  readonly pass: string | null;
  /** What the person's id is made of, in hex: a hash of the device's secret, or of who has signed in; null: nobody known. */
  readonly personHash: string | null;
}

/** What `request` proves; `identity` names who has signed in. */
export async function proofOf(request: Request, identity: string | null): Promise<Proof> {
  const { key, pass, device } = credentialsOf(request);
  // Nobody can make a device's secret that gives the same as somebody's signing in.
  const person = identity === null ? device && `device ${device}` : `identity ${identity}`;
  return {
    keyHash: key === null ? null : await hashOfKey(key),
    pass,
    personHash: person === null ? null : await sha256Hex(person),
  };
}

/** A new key: 128 random bits as 22 characters. */
export function newKey(): string {
  return base64url(crypto.getRandomValues(new Uint8Array(16)));
}

/** The hash by which a key is known, in hex. */
export async function hashOfKey(key: string): Promise<string> {
  return sha256Hex(key);
}
