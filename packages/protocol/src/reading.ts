/** Strict reading of lib0 bytes: one spelling for every number, no byte left over. Knows nothing of what the bytes mean. */

import { decodeUtf8 } from "lib0/string";

/** Why bytes could not be read. */
export type ReadRefusal =
  /** They end too early. */
  | "truncated"
  /** A number is written with more bytes than it needs. */
  | "overlong-number"
  /** A number above 2^53 − 1, or of more than eight bytes. */
  | "number-too-large"
  /** A string that is not well-formed UTF-8. */
  | "not-utf-8"
  /** Something follows the end. */
  | "trailing-bytes";

export type Result<Value, Reason extends string> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly reason: Reason };

/** The largest power of 128 that a number may have a digit of. */
const largestScale = 128 ** 7;

/** Up to so many bytes of ASCII, as most of what is typed, are read without the cost of a decoder. */
const shortText = 32;

/** Reads bytes, one thing after the other. Its methods throw what `readWhole` makes a refusal of. */
export class Reader<Reason extends string> {
  readonly #bytes: Uint8Array;
  #at = 0;
  #refusal: Reason | ReadRefusal | null = null;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** Why the reading was ended. */
  get refusal(): Reason | ReadRefusal | null {
    return this.#refusal;
  }

  /** Ends the reading. */
  refuse(reason: Reason | ReadRefusal): never {
    this.#refusal = reason;
    throw new Error(reason);
  }

  end(): void {
    if (this.#at < this.#bytes.length) this.refuse("trailing-bytes");
  }

  byte(): number {
    const byte = this.#bytes[this.#at];
    if (byte === undefined) return this.refuse("truncated");
    this.#at += 1;
    return byte;
  }

  /** A variable-length unsigned integer as lib0 writes it: seven bits a byte, the lowest first. */
  number(): number {
    let digit = this.byte();
    if (digit < 128) return digit;
    let value = digit - 128;
    for (let scale = 128; ; scale *= 128) {
      digit = this.byte();
      value += (digit & 127) * scale;
      if (digit === 0) this.refuse("overlong-number");
      if (value > Number.MAX_SAFE_INTEGER) this.refuse("number-too-large");
      if (digit < 128) return value;
      if (scale === largestScale) this.refuse("number-too-large");
    }
  }

  /** A length and as many bytes; a view, not a copy. */
  bytes(): Uint8Array {
    return this.#take(this.number());
  }

  /** A length and as many bytes of UTF-8. */
  string(): string {
    return this.text(this.number());
  }

  /** `length` bytes of UTF-8. */
  text(length: number): string {
    const short = length < shortText ? this.#ascii(length) : null;
    if (short !== null) return short;
    const bytes = this.#take(length);
    try {
      return decodeUtf8(bytes);
    } catch {
      return this.refuse("not-utf-8"); // The decoder is asked to throw for this reason and has no other.
    }
  }

  #take(length: number): Uint8Array {
    const start = this.#at;
    if (length > this.#bytes.length - start) this.refuse("truncated");
    this.#at += length;
    return this.#bytes.subarray(start, this.#at);
  }

  /** Null, and nothing is read, for anything but `length` bytes of ASCII. */
  #ascii(length: number): string | null {
    const end = this.#at + length;
    let text = "";
    for (let at = this.#at; at < end; at += 1) {
      const byte = this.#bytes[at] ?? 128;
      if (byte >= 128) return null;
      text += String.fromCharCode(byte);
    }
    this.#at = end;
    return text;
  }
}

/** Runs `read`, which has to read all that there is. Never throws for what the bytes are: hostile ones are expected. */
export function readWhole<Value, Reason extends string>(
  reader: Reader<Reason>,
  read: () => Value,
): Result<Value, Reason | ReadRefusal> {
  try {
    const value = read();
    reader.end();
    return { ok: true, value };
  } catch (error) {
    if (reader.refusal === null) throw error;
    return { ok: false, reason: reader.refusal };
  }
}
