/** Byte strings cut to the size of a row, and lists of them as one. */

import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";

/** The most bytes of one row: SQLite in a Durable Object takes 2 MB a row; below 1 MB is comfortable. */
export const partBytes = 960 * 1024;

/** `bytes` in parts that fit a row; at least one part. The parts are views. */
export function cut(bytes: Uint8Array): readonly Uint8Array[] {
  const parts: Uint8Array[] = [];
  for (let start = 0; start === 0 || start < bytes.length; start += partBytes) {
    parts.push(bytes.subarray(start, start + partBytes));
  }
  return parts;
}

/** The parts put together again. */
export function join(parts: readonly Uint8Array[]): Uint8Array {
  const only = parts[0];
  if (only !== undefined && parts.length === 1) return only;
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}

/** Several byte strings as one, each behind its length. */
export function packList(list: readonly Uint8Array[]): Uint8Array {
  return encoding.encode((encoder) => {
    for (const bytes of list) encoding.writeVarUint8Array(encoder, bytes);
  });
}

/** The inverse of `packList`. @throws on bytes that it did not write */
export function unpackList(packed: Uint8Array): readonly Uint8Array[] {
  const decoder = decoding.createDecoder(packed);
  const list: Uint8Array[] = [];
  while (decoding.hasContent(decoder)) list.push(decoding.readVarUint8Array(decoder));
  return list;
}
