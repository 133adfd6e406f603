import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Rhythm } from "../src/connection/rhythm.ts";

describe("what others write comes into the text", () => {
  test("at once after a while without any, and then every 33 ms", () => {
    const rhythm = new Rhythm();
    expect(rhythm.waitMs(0)).toBeNull();
    rhythm.ask(1_000);
    expect(rhythm.waitMs(1_000)).toBe(0);
    rhythm.take(1_000);
    expect(rhythm.waitMs(1_000)).toBeNull();
    rhythm.ask(1_010);
    expect(rhythm.waitMs(1_010)).toBe(23);
    expect(rhythm.waitMs(1_033)).toBe(0);
  });

  test("as soon as one's own letter is painted, and not before", () => {
    const rhythm = new Rhythm();
    rhythm.write(1_000);
    rhythm.ask(1_001);
    expect(rhythm.waitMs(1_008)).toBe(42);
    rhythm.paint(1_010);
    expect(rhythm.waitMs(1_010)).toBe(0);
    rhythm.take(1_010);
    rhythm.ask(1_012);
    expect(rhythm.waitMs(1_012)).toBe(150);
  });

  test("and is not held to be painted by a frame that was told in the letter's own millisecond, before it", () => {
    const rhythm = new Rhythm();
    rhythm.paint(1_000);
    rhythm.write(1_000);
    rhythm.ask(1_000);
    expect(rhythm.waitMs(1_000)).toBe(50);
  });

  test("even when letters come faster than they are painted", () => {
    const rhythm = new Rhythm();
    rhythm.ask(1_000);
    for (let now = 1_000; now < 1_200; now += 40) rhythm.write(now);
    expect(rhythm.waitMs(1_160)).toBe(40);
    rhythm.write(1_199);
    expect(rhythm.waitMs(1_200)).toBe(0);
  });

  test("within 33 ms for whoever reads and 150 for whoever writes, whatever happens", () => {
    const event = fc.record({
      afterMs: fc.oneof(fc.integer({ min: 0, max: 120 }), fc.integer({ min: 0, max: 40 })),
      kind: fc.constantFrom("ask", "ask", "write", "write", "write", "paint"),
    });
    fc.assert(
      fc.property(fc.array(event, { maxLength: 200 }), (events) => {
        const rhythm = new Rhythm();
        let now = 0;
        let asked: number | null = null;
        let wrote = Number.NEGATIVE_INFINITY;
        let isUnpainted = false;
        const takeBefore = (end: number): void => {
          const waitMs = rhythm.waitMs(now);
          expect(waitMs === null).toBe(asked === null);
          if (asked === null || waitMs === null || now + waitMs > end) return;
          const at = now + waitMs;
          const isReading = wrote < asked - 300;
          expect(at - asked).toBeLessThanOrEqual(isReading ? 33 : 150 + 50);
          if (isUnpainted && at - asked < 200) expect(at - wrote).toBeGreaterThanOrEqual(50);
          rhythm.take(at);
          asked = null;
        };
        for (const { afterMs, kind } of events) {
          takeBefore(now + afterMs);
          now += afterMs;
          if (kind === "ask") {
            rhythm.ask(now);
            asked ??= now;
          } else if (kind === "write") {
            rhythm.write(now);
            wrote = now;
            isUnpainted = true;
          } else {
            rhythm.paint(now);
            isUnpainted = false;
          }
        }
      }),
    );
  });
});
