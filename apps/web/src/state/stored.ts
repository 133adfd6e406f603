/** Small values in this browser's local storage, as JSON. Where that is switched off, they hold until the page is closed. */

/** What the browser refused to store. */
const held = new Map<string, unknown>();

/** What is stored under `key`; null when there is nothing, or nothing readable. */
export function readStored(key: string): unknown {
  if (held.has(key)) return held.get(key);
  try {
    return JSON.parse(localStorage.getItem(key) ?? "null");
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof DOMException) return null;
    throw error;
  }
}

/** Stores `value` under `key`; false when the browser refuses, in which case it holds until the page is closed. */
export function writeStored(key: string, value: unknown): boolean {
  try {
    localStorage.setItem(key, JSON.stringify(value));
    held.delete(key);
    return true;
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    held.set(key, value);
    return false;
  }
}

/** Forgets what is stored under `key`. */
export function removeStored(key: string): void {
  held.delete(key);
  try {
    localStorage.removeItem(key);
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
}

/** The string that is stored under `key`; null when there is none. */
export function readStoredString(key: string): string | null {
  const stored = readStored(key);
  return typeof stored === "string" ? stored : null;
}
