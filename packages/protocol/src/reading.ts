/** Strict reading of lib0 bytes: one spelling for every number, no byte left over. Knows nothing of what the bytes mean. */

import * as decoding from "lib0/decoding";

/** Why bytes could not be read: they end too early, a number is written longer than it needs, or something follows. */
export type ReadRefusal = "truncated" | "overlong-number" | "trailing-bytes";

export type Result<Value, Reason extends string> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly reason: Reason };

class OverlongNumber extends Error {}
class TrailingBytes extends Error {}

/** Reads a variable-length unsigned integer. @throws when it is truncated or written with more bytes than it needs */
export function readNumber(decoder: decoding.Decoder): number {
  const start = decoder.pos;
  const value = decoding.readVarUint(decoder);
  if (decoder.pos - start > 1 && decoder.arr[decoder.pos - 1] === 0) throw new OverlongNumber();
  return value;
}

/** Reads a length and as many bytes; the result is a view, not a copy. @throws when truncated or overlong */
export function readBytes(decoder: decoding.Decoder): Uint8Array {
  const length = readNumber(decoder);
  if (length > decoder.arr.length - decoder.pos) throw new RangeError("fewer bytes than announced");
  return decoding.readUint8Array(decoder, length);
}

/** Reads a length and as many bytes of UTF-8. @throws when truncated, overlong or not UTF-8 */
export function readString(decoder: decoding.Decoder): string {
  const start = decoder.pos;
  readBytes(decoder);
  decoder.pos = start;
  return decoding.readVarString(decoder);
}

/**
 * Runs `read` over all of `bytes`. Never throws: whatever the reading throws becomes a reason, because hostile bytes
 * are an expected input and every error of lib0's decoder means that there was less to read than announced.
 */
export function readWhole<Value>(
  bytes: Uint8Array,
  read: (decoder: decoding.Decoder) => Value,
): Result<Value, ReadRefusal> {
  try {
    const decoder = decoding.createDecoder(bytes);
    const value = read(decoder);
    if (decoding.hasContent(decoder)) throw new TrailingBytes();
    return { ok: true, value };
  } catch (error) {
    if (error instanceof OverlongNumber) return { ok: false, reason: "overlong-number" };
    if (error instanceof TrailingBytes) return { ok: false, reason: "trailing-bytes" };
    return { ok: false, reason: "truncated" };
  }
}
