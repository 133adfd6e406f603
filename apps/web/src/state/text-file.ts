/** A file that a person opens or drops, as the text of a document, or why it is none. Loaded on demand. */

import { defaultLimits } from "@samepage/protocol";
import { decodedText } from "./decoded-text.ts";

/** Why a file was not opened. */
export type FileFault = "picture" | "not-text" | "too-long" | "unreadable";

export type FileReading =
  | {
      readonly ok: true;
      readonly name: string;
      /** Its line ends as they are, so that they are kept. */
      readonly text: string;
      /** As `TextDecoder` calls it: "utf-8" for most. */
      readonly encoding: string;
    }
  | { readonly ok: false; readonly name: string; readonly fault: FileFault };

/** No character that a document holds takes more bytes than this a UTF-16 code unit, in any encoding that is read. */
const mostBytesPerUnit = 3;

/** What of a browser's `File` is needed. */
export interface ReadableFile {
  readonly name: string;
  readonly size: number;
  readonly type: string;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** Reads `file` as text. One that cannot fit into a document is refused unread. */
export async function readTextFile(file: ReadableFile): Promise<FileReading> {
  const name = file.name.slice(0, defaultLimits.titleLength).toWellFormed();
  const refused = (fault: FileFault): FileReading => ({ ok: false, name, fault });
  if (/^(?:image\/(?!svg)|video|audio)/.test(file.type)) return refused("picture");
  if (file.size > (defaultLimits.textLength + 1) * mostBytesPerUnit) return refused("too-long");
  const bytes = await bytesOf(file);
  if (bytes === null) return refused("unreadable");
  const decoded = await decodedText(bytes);
  if (decoded === null) return refused("not-text");
  if (decoded.text.length > defaultLimits.textLength) return refused("too-long");
  return { ok: true, name, ...decoded };
}

async function bytesOf(file: ReadableFile): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch (error) {
    if (error instanceof DOMException) return null; // A folder, or a file that is not to be read.
    throw error;
  }
}
