/** From what somebody brings to who they are in one document, and by which of its links they come. */

import type { Ticket } from "@samepage/access";
import type { AccessRecords } from "@samepage/journal";
import { ascii, base64url, fromHex, hex, hmac, isSame } from "./encoding.ts";
import type { Proof } from "./proof.ts";

const personBytes = 12;
const passBytes = 16;

export interface Recognized {
  /** The person's public id in this document, from which nobody finds the one that they have in another. */
  readonly person: string;
  readonly keyHash: string | null;
  /** Whether the link's password was given, if it has one. */
  readonly isUnlocked: boolean;
}

export async function recognize(access: AccessRecords, proof: Proof): Promise<Recognized> {
  // Who brings nothing is somebody new each time.
  const personHash = proof.personHash ?? hex(crypto.getRandomValues(new Uint8Array(16)));
  const person = base64url(await hmac(access.secret().slice(), `person ${personHash}`, personBytes));
  const link = proof.keyHash === null ? null : access.linkOf(fromHex(proof.keyHash));
  const pass = link === null ? null : await passOf(access, link.id);
  const isUnlocked = pass !== null && proof.pass !== null && isSame(ascii(proof.pass), ascii(pass));
  return { person, keyHash: proof.keyHash, isUnlocked };
}

/** What `recognized` amounts to as things stand now. */
export function ticketOf(access: AccessRecords, { person, keyHash, isUnlocked }: Recognized): Ticket {
  const link = keyHash === null ? null : (access.linkOf(fromHex(keyHash)) ?? "unknown");
  return { link, isUnlocked, isRemoved: access.isRemoved(person) };
}

/** What proves that somebody has given the password of a link; null when it has none. */
export async function passOf(access: AccessRecords, link: string): Promise<string | null> {
  const password = access.passwordOf(link);
  if (password === null) return null;
  return base64url(await hmac(access.secret().slice(), `pass ${link} ${hex(password)}`, passBytes));
}
