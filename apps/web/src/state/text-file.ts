/** A file that a person opens or drops, as the text of a new document. */

import { normalizeText } from "@samepage/document";
import { defaultLimits } from "@samepage/protocol";

export type FileReading =
  | { readonly ok: true; readonly title: string; readonly text: string }
  /** `message`: what to tell the person. */
  | { readonly ok: false; readonly message: string };

/** No character that a document holds takes more bytes than this a UTF-16 code unit, in any encoding that is read. */
const mostBytesPerUnit = 3;

/** What to tell the person of a file that is too large to be read, in `bytes`; null for one that may be read. */
export function faultOfSize(name: string, bytes: number): string | null {
  return bytes > (defaultLimits.textLength + 1) * mostBytesPerUnit ? tooLong(name) : null;
}

/** Reads `bytes` of a file called `name` as UTF-8, or UTF-16 with its mark. */
export function readTextFile(name: string, bytes: Uint8Array): FileReading {
  const text = decode(bytes);
  if (text === null || text.includes("\0")) {
    return { ok: false, message: `“${name}” is not a text file, so it was not opened.` };
  }
  if (text.length > defaultLimits.textLength) {
    return { ok: false, message: tooLong(name) };
  }
  return { ok: true, title: name.slice(0, defaultLimits.titleLength), text: normalizeText(text) };
}

function tooLong(name: string): string {
  const most = defaultLimits.textLength.toLocaleString("en");
  return `“${name}” is too long: a document holds up to ${most} characters.`;
}

function decode(bytes: Uint8Array): string | null {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const encoding = isUtf16 ? (bytes[0] === 0xff ? "utf-16le" : "utf-16be") : "utf-8";
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
