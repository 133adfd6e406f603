/** With what somebody shows who they are: the key of a link, and the secret of a device. Knows neither link nor person. */

/** What one connection or request shows; null where it shows none. */
export interface Credentials {
  /** The key of a link, or of the owner; behind a dot what the right password gave, where the link has one. */
  readonly key: string | null;
  /** The secret of the device, from which the document derives the public id of the person. */
  readonly device: string | null;
}

export const noCredentials: Credentials = { key: null, device: null };

/** Whether `text` has the shape of a key: 22 characters of base64url, and a pass of as many behind a dot where it has one. */
export function isKey(text: string): boolean {
  return /^[\w-]{22}(?:\.[\w-]{22})?$/.test(text);
}

/** Whether `text` has the shape of a device's secret: 22 characters of base64url. */
export function isDeviceSecret(text: string): boolean {
  return /^[\w-]{22}$/.test(text);
}

/** `key` without what a password gave: the key as it stands in the link. */
export function keyOfLink(key: string): string {
  return key.slice(0, 22);
}

/** What a password gave for `key`; null where nothing stands behind the key of the link. */
export function passOfKey(key: string): string | null {
  return key === keyOfLink(key) ? null : key.slice(23);
}
