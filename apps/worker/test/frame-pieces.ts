/** Frames as the numbers and bytes that they are made of, so that each of their numbers can be written too long. */

import { encodeFrame, type Frame } from "@samepage/protocol";

/** A number, bytes as they are, or what stands behind the number of its bytes. */
type Piece = number | Uint8Array | readonly Piece[];

/** The bytes of `frame` with each of its numbers, one at a time, written with a byte more than it needs. */
export function overlongForms(frame: Frame, pieces: readonly Piece[]): readonly Uint8Array[] {
  const canonical = write(pieces, null);
  if (String(canonical.bytes) !== String(encodeFrame(frame)))
    throw new Error(`these are not the pieces of ${frame.kind}`);
  return Array.from({ length: canonical.numbers }, (_none, index) => write(pieces, index).bytes);
}

/** The pieces of an update that inserts `text` under the id of a `client` that has written nothing before. */
export function piecesOfInsertion(client: number, text: string): readonly Piece[] {
  const string = 4;
  return [1, 1, client, 0, Uint8Array.of(string), 1, [utf8("text")], [utf8(text)], 0];
}

/** The pieces of an awareness payload of one client. */
export function piecesOfState(client: number, clock: number, state: string): readonly Piece[] {
  return [1, client, clock, [utf8(state)]];
}

/** The bytes of `pieces`, each number as short as it can be. */
export function bytesOf(pieces: readonly Piece[]): Uint8Array {
  return write(pieces, null).bytes;
}

export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** `pieces` with the number of index `overlong` too long, and how many numbers there are. */
function write(pieces: readonly Piece[], overlong: number | null): { bytes: Uint8Array; numbers: number } {
  let numbers = 0;
  const writeNumber = (value: number, index: number): number[] => {
    const digits: number[] = [];
    let rest = value;
    for (; rest > 127; rest = Math.floor(rest / 128)) digits.push((rest % 128) + 128);
    return index === overlong ? [...digits, rest + 128, 0] : [...digits, rest];
  };
  const writeAll = (all: readonly Piece[]): number[] =>
    all.flatMap((piece) => {
      if (piece instanceof Uint8Array) return [...piece];
      const index = numbers;
      numbers += 1;
      if (typeof piece === "number") return writeNumber(piece, index);
      const inside = writeAll(piece);
      return [...writeNumber(inside.length, index), ...inside];
    });
  return { bytes: Uint8Array.from(writeAll(pieces)), numbers };
}
