/** The secret of this browser: documents derive from it who one is to the others, so that nobody else can be that. */

import { isDeviceSecret } from "@samepage/protocol";
import { readStored, writeStored } from "./stored.ts";

const storedAt = "samepage:device";

/** 22 characters of base64url, made at the first call and kept; where nothing can be kept, for this page only. */
export function deviceSecret(): string {
  const stored = readStored(storedAt);
  if (typeof stored === "string" && isDeviceSecret(stored)) return stored;
  const made = newSecret();
  writeStored(storedAt, made);
  return made;
}

/** 128 random bits as 22 characters of base64url. */
export function newSecret(): string {
  return btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16)))).replace(
    /[+/=]/g,
    (sign) => ({ "+": "-", "/": "_" })[sign] ?? "",
  );
}
