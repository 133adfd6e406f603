/** Strict reading of lib0 bytes: one spelling for every number, no byte left over. Knows nothing of what the bytes mean. */

import * as decoding from "lib0/decoding";
import { decodeUtf8 } from "lib0/string";

/** Why bytes could not be read. */
export type ReadRefusal =
  /** They end too early. */
  | "truncated"
  /** A number is written with more bytes than it needs. */
  | "overlong-number"
  /** A number above 2^53 − 1. */
  | "number-too-large"
  /** A string that is not well-formed UTF-8. */
  | "not-utf-8"
  /** Something follows the end. */
  | "trailing-bytes";

export type Result<Value, Reason extends string> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly reason: Reason };

class Unreadable extends Error {
  readonly reason: ReadRefusal;

  constructor(reason: ReadRefusal) {
    super(reason);
    this.reason = reason;
  }
}

/** Reads a variable-length unsigned integer. @throws when it is truncated, too large, or longer than it needs to be */
export function readNumber(decoder: decoding.Decoder): number {
  const start = decoder.pos;
  const value = decoding.readVarUint(decoder);
  if (decoder.pos - start > 1 && decoder.arr[decoder.pos - 1] === 0) throw new Unreadable("overlong-number");
  if (value > Number.MAX_SAFE_INTEGER) throw new Unreadable("number-too-large");
  return value;
}

/** Reads one byte. @throws when there is none */
export function readByte(decoder: decoding.Decoder): number {
  if (!decoding.hasContent(decoder)) throw new Unreadable("truncated");
  return decoding.readUint8(decoder);
}

/** Reads a length and as many bytes; the result is a view, not a copy. @throws when truncated or overlong */
export function readBytes(decoder: decoding.Decoder): Uint8Array {
  const length = readNumber(decoder);
  if (length > decoder.arr.length - decoder.pos) throw new Unreadable("truncated");
  return decoding.readUint8Array(decoder, length);
}

/** Reads a length and as many bytes of UTF-8. @throws when truncated, overlong or not UTF-8 */
export function readString(decoder: decoding.Decoder): string {
  const bytes = readBytes(decoder);
  if (bytes.length < 32) {
    const text = asciiText(bytes);
    if (text !== null) return text;
  }
  try {
    return decodeUtf8(bytes);
  } catch {
    throw new Unreadable("not-utf-8"); // The decoder is asked to throw for this reason and has no other.
  }
}

/** Short ASCII, as most of what is typed, without the cost of a decoder; null for anything else. */
function asciiText(bytes: Uint8Array): string | null {
  let text = "";
  for (const byte of bytes) {
    if (byte >= 0x80) return null;
    text += String.fromCharCode(byte);
  }
  return text;
}

/**
 * Runs `read` over all of `bytes`. Never throws: whatever the reading throws becomes a reason, because hostile bytes
 * are an expected input.
 */
export function readWhole<Value>(
  bytes: Uint8Array,
  read: (decoder: decoding.Decoder) => Value,
): Result<Value, ReadRefusal> {
  try {
    const decoder = decoding.createDecoder(bytes);
    const value = read(decoder);
    if (decoding.hasContent(decoder)) throw new Unreadable("trailing-bytes");
    return { ok: true, value };
  } catch (error) {
    // Every error of lib0's decoder means that there was less to read, or a larger number, than there may be.
    return { ok: false, reason: error instanceof Unreadable ? error.reason : "truncated" };
  }
}
