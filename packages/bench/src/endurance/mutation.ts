/** Damages frames: what a broken client, a broken line or somebody with time on their hands might send. */

import { encodeFrame, type Frame } from "@samepage/protocol";
import type { Random } from "./random.ts";

type Mutation = (bytes: Uint8Array, random: Random) => Uint8Array;

const mutations: readonly Mutation[] = [
  flipBits,
  setBytes,
  (bytes, random) => bytes.slice(0, random.below(bytes.length + 1)),
  moveRegion,
  repeatRegion,
  inflateNumber,
  hugeNumber,
  append,
];

/**
 * The bytes of `frame` with one to three damages: anywhere, or only in what it carries, so that the frame itself is
 * read and the damage meets what lies behind. Once in a while bytes that never were a frame.
 */
export function damaged(frame: Frame, random: Random): Uint8Array {
  if (random.chance(0.03)) return garbage(random.below(200), random);
  if (random.chance(0.35)) return damage(encodeFrame(frame), random);
  switch (frame.kind) {
    case "sync-step-1":
      return encodeFrame({ ...frame, stateVector: damage(frame.stateVector, random) });
    case "sync-step-2":
    case "update":
      return encodeFrame({ ...frame, update: damage(frame.update, random) });
    case "awareness":
      return encodeFrame({ ...frame, states: damage(frame.states, random) });
    default:
      return damage(encodeFrame(frame), random);
  }
}

function damage(bytes: Uint8Array, random: Random): Uint8Array {
  let result = bytes;
  for (let count = random.pick([1, 1, 1, 2, 3]); count > 0; count -= 1) result = random.pick(mutations)(result, random);
  return result;
}

function garbage(length: number, random: Random): Uint8Array {
  return Uint8Array.from({ length }, () => random.below(256));
}

function flipBits(bytes: Uint8Array, random: Random): Uint8Array {
  const copy = bytes.slice();
  for (let count = 1 + random.below(4); count > 0; count -= 1) {
    const at = random.below(copy.length);
    copy[at] = (copy[at] ?? 0) ^ (1 << random.below(8));
  }
  return copy;
}

/** Puts the values in that decoders trip over. */
function setBytes(bytes: Uint8Array, random: Random): Uint8Array {
  const copy = bytes.slice();
  copy[random.below(copy.length)] = random.pick([0, 1, 0x7f, 0x80, 0xc0, 0xff]);
  return copy;
}

/** Takes a region out and puts it in elsewhere. */
function moveRegion(bytes: Uint8Array, random: Random): Uint8Array {
  const [start, end] = region(bytes, random);
  const rest = [...bytes.subarray(0, start), ...bytes.subarray(end)];
  rest.splice(random.below(rest.length + 1), 0, ...bytes.subarray(start, end));
  return Uint8Array.from(rest);
}

function repeatRegion(bytes: Uint8Array, random: Random): Uint8Array {
  const [start, end] = region(bytes, random);
  return Uint8Array.from([...bytes.subarray(0, end), ...bytes.subarray(start)]);
}

/** Writes what may be a number with one to three bytes more than it needs. */
function inflateNumber(bytes: Uint8Array, random: Random): Uint8Array {
  const at = random.below(bytes.length);
  const more = Array.from({ length: 1 + random.below(3) }, () => 0x80);
  return Uint8Array.from([
    ...bytes.subarray(0, at),
    (bytes[at] ?? 0) | 0x80,
    ...more.slice(1),
    0,
    ...bytes.subarray(at + 1),
  ]);
}

/** Puts a number of 2³¹ to 2⁵³, or beyond it, in the place of a byte. */
function hugeNumber(bytes: Uint8Array, random: Random): Uint8Array {
  const at = random.below(bytes.length);
  const huge = [...Array.from({ length: 4 + random.below(6) }, () => 0xff), random.below(128)];
  return Uint8Array.from([...bytes.subarray(0, at), ...huge, ...bytes.subarray(at + 1)]);
}

function append(bytes: Uint8Array, random: Random): Uint8Array {
  return Uint8Array.from([...bytes, ...garbage(1 + random.below(8), random)]);
}

function region(bytes: Uint8Array, random: Random): readonly [start: number, end: number] {
  const start = random.below(bytes.length + 1);
  return [start, start + random.below(Math.min(16, bytes.length - start) + 1)];
}
