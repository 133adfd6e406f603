/** Passwords of links: kept as what they are derived to (PBKDF2, RFC 8018), so that nobody can read them again. */

import { isSame } from "./encoding.ts";
import { Pace } from "./pace.ts";

/** The most that the Workers platform derives. */
const rounds = 100_000;
const saltBytes = 16;
const hashBits = 256;

/** UTF-16 code units of a password. */
export const passwordLength = 200;

/** From the beginning of one derivation, of some forty milliseconds, to that of the next: half of it is for others. */
const gapMs = 80;

/** What one address may ask for in a minute takes less. */
const mostWaitMs = 60_000;

const pace = new Pace(gapMs, mostWaitMs);

/** `password` as it is kept: salt and hash. */
export async function keptPassword(password: string): Promise<Uint8Array> {
  const salt = crypto.getRandomValues(new Uint8Array(saltBytes));
  return new Uint8Array([...salt, ...(await derive(password, salt))]);
}

/** Whether `kept` was made of `password`. */
export async function isPassword(password: string, kept: Uint8Array): Promise<boolean> {
  return isSame(await derive(password, kept.slice(0, saltBytes)), kept.subarray(saltBytes));
}

async function derive(password: string, salt: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const waitMs = pace.wait(performance.now());
  if (waitMs > 0) await new Promise((resume) => setTimeout(resume, waitMs));
  // However a keyboard composes its letters.
  const bytes = new TextEncoder().encode(password.normalize("NFC"));
  const key = await crypto.subtle.importKey("raw", bytes, "PBKDF2", false, ["deriveBits"]);
  return new Uint8Array(
    await crypto.subtle.deriveBits({ name: "PBKDF2", hash: "SHA-256", iterations: rounds, salt }, key, hashBits),
  );
}
