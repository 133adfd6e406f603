/**
 * With what this device opens a document: its secret, and one of the keys that it may have. Which one, and what becomes
 * of the keys when the server took one or refused it, is decided here.
 */

import { type Credentials, type DenialReason, keyOfLink, type RoleName } from "@samepage/protocol";
import { deviceSecret } from "./device-secret.ts";
import { dropLinkKey, keepLinkKey, linkKey } from "./link-keys.ts";
import { dropOfferedOwnerKey, dropOwnerKey, keepOwnerKey, offeredOwnerKey, ownerKey } from "./owner-keys.ts";

/**
 * Where a key comes from: it stands in the address; an address handed it over as the owner's, and it is not known yet
 * whether it is; it is kept as the owner's; it is that of the link by which the document was last opened. Null: no key.
 */
type KeySource = "address" | "offered" | "owner" | "link" | null;

export interface HeldCredentials extends Credentials {
  readonly source: KeySource;
}

/** The key that stands behind the `#` of an address; null for anything else that may stand there. */
export function keyInAddress(hash: string): string | null {
  return /^#([\w-]{22})$/.exec(hash)?.[1] ?? null;
}

/** With what this device opens the document `id` at the address with `hash`, the page's own if it is not given. */
export function credentialsFor(id: string, hash = location.hash): HeldCredentials {
  const device = deviceSecret();
  const kept = linkKey(id);
  const inAddress = keyInAddress(hash);
  if (inAddress !== null) {
    // What its password gave is kept with the key.
    const isUnlocked = kept !== null && keyOfLink(kept) === inAddress;
    return { key: isUnlocked ? kept : inAddress, device, source: "address" };
  }
  const offered = offeredOwnerKey(id);
  if (offered !== null) return { key: offered, device, source: "offered" };
  const owner = ownerKey(id);
  if (owner !== null) return { key: owner, device, source: "owner" };
  return { key: kept, device, source: kept === null ? null : "link" };
}

/**
 * The address of the document `id` as this device may pass it on: with the key of the link by which it came, and never
 * with the owner's, which would give all.
 */
export function sharedAddress(id: string): string {
  const { key, source } = credentialsFor(id);
  const isLinks = (source === "address" || source === "link") && key !== null && key !== ownerKey(id);
  const hash = isLinks ? `#${keyOfLink(key)}` : "";
  return `${location.origin}/d/${id}${hash}`;
}

/** The server let `credentials` in with `role`, null if it says nothing of roles: the key is kept as what it is. */
export function keepAdmitted(id: string, { key, source }: HeldCredentials, role: RoleName | null): void {
  if (key === null || source === "owner" || source === "link") return;
  if (role === "owner") keepOwnerKey(id, key);
  else keepLinkKey(id, key);
  if (source === "offered") dropOfferedOwnerKey(id);
}

/**
 * The server refused `credentials` with `denial` at the door. A key that is no good is forgotten; true when it is worth
 * trying again with what is left. One that stands in the address stays there: whoever opened it is to hear what it is.
 */
export function dropRefused(id: string, { key, source }: HeldCredentials, denial: DenialReason): boolean {
  if (key === null) return false;
  if (denial === "password needed" && key !== keyOfLink(key)) {
    keepLinkKey(id, keyOfLink(key));
    return false;
  }
  if (denial !== "key not valid" && denial !== "key revoked" && denial !== "key expired") return false;
  switch (source) {
    case "offered":
      dropOfferedOwnerKey(id);
      return true;
    case "owner":
      // Only a key that never was one: what expires or is revoked is a link.
      if (denial === "key not valid") dropOwnerKey(id);
      return denial === "key not valid";
    case "link":
      dropLinkKey(id);
      return true;
    case "address":
      if (linkKey(id) === key) dropLinkKey(id);
      return key !== keyOfLink(key) && denial === "key not valid";
    case null:
      return false;
  }
}
