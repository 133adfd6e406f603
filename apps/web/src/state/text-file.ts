/** A file that a person opens or drops, as the text of a new document. */

import { normalizeText } from "@samepage/document";
import { defaultLimits } from "@samepage/protocol";

export type FileReading =
  | { readonly ok: true; readonly title: string; readonly text: string }
  /** `message`: what to tell the person. */
  | { readonly ok: false; readonly message: string };

/** Reads `bytes` of a file called `name` as UTF-8, or UTF-16 with its mark. */
export function readTextFile(name: string, bytes: Uint8Array): FileReading {
  const text = decode(bytes);
  if (text === null || text.includes("\0")) {
    return { ok: false, message: `“${name}” is not a text file, so it was not opened.` };
  }
  if (text.length > defaultLimits.textLength) {
    const most = defaultLimits.textLength.toLocaleString("en");
    return { ok: false, message: `“${name}” is too long: a document holds up to ${most} characters.` };
  }
  return { ok: true, title: name.slice(0, defaultLimits.titleLength), text: normalizeText(text) };
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
