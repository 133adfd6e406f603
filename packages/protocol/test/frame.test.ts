import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeFrame, encodeFrame, type Frame } from "../src/index.ts";

const bytes = fc.uint8Array({ maxLength: 300 });

const anyFrame: fc.Arbitrary<Frame> = fc.oneof(
  bytes.map((stateVector): Frame => ({ kind: "sync-step-1", stateVector })),
  bytes.map((update): Frame => ({ kind: "sync-step-2", update })),
  bytes.map((update): Frame => ({ kind: "update", update })),
  bytes.map((states): Frame => ({ kind: "awareness", states })),
  fc.constant<Frame>({ kind: "query-awareness" }),
  fc.constant<Frame>({ kind: "store" }),
  fc.nat().map((frames): Frame => ({ kind: "acknowledge", frames })),
  fc.string({ unit: "grapheme" }).map((json): Frame => ({ kind: "announce", json })),
);

describe("a frame", () => {
  test("is read back as it was written, whatever it carries", () => {
    fc.assert(
      fc.property(anyFrame, (frame) => {
        expect(decodeFrame(encodeFrame(frame))).toEqual({ ok: true, value: frame });
      }),
    );
  });

  test("is refused when a byte is missing at its end", () => {
    fc.assert(
      fc.property(anyFrame, (frame) => {
        const encoded = encodeFrame(frame);
        expect(decodeFrame(encoded.subarray(0, -1))).toMatchObject({ ok: false });
      }),
    );
  });

  test("is refused when a byte follows", () => {
    fc.assert(
      fc.property(anyFrame, (frame) => {
        expect(decodeFrame(Uint8Array.of(...encodeFrame(frame), 0))).toEqual({ ok: false, reason: "trailing-bytes" });
      }),
    );
  });

  test("is read or refused, never thrown at, for any bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (hostile) => {
        expect(typeof decodeFrame(hostile).ok).toBe("boolean");
      }),
      { numRuns: 20_000 },
    );
  });
});

test("refuses an overlong kind, so that a view link cannot smuggle an update past a byte check", () => {
  const plain = encodeFrame({ kind: "update", update: Uint8Array.of(0, 0) });
  const overlong = Uint8Array.of(0x80, 0x00, ...plain.subarray(1));
  expect(decodeFrame(overlong)).toEqual({ ok: false, reason: "overlong-number" });
});

test("refuses a kind that nobody defined", () => {
  expect(decodeFrame(Uint8Array.of(77, 1, 2, 3))).toEqual({ ok: false, reason: "unknown-kind" });
  expect(decodeFrame(Uint8Array.of(0, 9, 0))).toEqual({ ok: false, reason: "unknown-kind" });
});

test("writes the bytes that y-protocols writes", () => {
  const update = Uint8Array.of(1, 2, 3);
  expect([...encodeFrame({ kind: "sync-step-1", stateVector: update })]).toEqual([0, 0, 3, 1, 2, 3]);
  expect([...encodeFrame({ kind: "sync-step-2", update })]).toEqual([0, 1, 3, 1, 2, 3]);
  expect([...encodeFrame({ kind: "update", update })]).toEqual([0, 2, 3, 1, 2, 3]);
  expect([...encodeFrame({ kind: "awareness", states: update })]).toEqual([1, 3, 1, 2, 3]);
  expect([...encodeFrame({ kind: "query-awareness" })]).toEqual([3]);
});
