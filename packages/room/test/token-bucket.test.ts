import fc from "fast-check";
import { expect, test } from "vitest";
import { TokenBucket } from "../src/token-bucket.ts";

interface Step {
  readonly kind: "take" | "spend" | "available";
  /** How far the clock moves before it; it may stand still, or go back. */
  readonly ms: number;
  readonly count: number;
}

const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom("take" as const, "spend" as const, "available" as const),
  ms: fc.oneof(fc.constant(0), fc.nat({ max: 2_000 }), fc.integer({ min: -1_000, max: 0 })),
  count: fc.nat({ max: 30 }),
});

/** In thousandths of a token and whole numbers, so that nothing is rounded. */
class Model {
  readonly #perSecond: number;
  readonly #burst: number;
  thousandths: number;
  #now: number;

  constructor(perSecond: number, burst: number, now: number) {
    this.#perSecond = perSecond;
    this.#burst = burst * 1_000;
    this.thousandths = this.#burst;
    this.#now = now;
  }

  pass(now: number): void {
    if (now > this.#now) this.thousandths += (now - this.#now) * this.#perSecond;
    this.thousandths = Math.min(this.#burst, this.thousandths);
    this.#now = now;
  }

  take(count: number): boolean {
    if (this.thousandths < count * 1_000) return false;
    this.thousandths -= count * 1_000;
    return true;
  }

  spend(count: number): void {
    this.thousandths = Math.max(-this.#burst, this.thousandths - count * 1_000);
  }
}

test("whatever is taken when, there are as many tokens as simple counting says", () => {
  // Rates that divide 1,000 exactly in binary, so that a difference is a fault and not a rounding.
  const perSecond = fc.constantFrom(125, 250, 500, 1_000);
  fc.assert(
    fc.property(
      perSecond,
      fc.integer({ min: 1, max: 40 }),
      fc.array(step, { maxLength: 100 }),
      (rate, burst, steps) => {
        let now = 1_000_000;
        const bucket = new TokenBucket(rate, burst);
        const model = new Model(rate, burst, now);
        for (const { kind, ms, count } of steps) {
          now += ms;
          model.pass(now);
          if (kind === "take") expect(bucket.take(count, now)).toBe(model.take(count));
          if (kind === "spend") {
            bucket.spend(count, now);
            model.spend(count);
          }
          expect(bucket.available(now)).toBe(model.thousandths / 1_000);
        }
      },
    ),
    { numRuns: 2_000 },
  );
});

/** One from which `spent` tokens were spent at 5,000 ms. */
function spentBucket(perSecond: number, burst: number, spent: number): TokenBucket {
  const bucket = new TokenBucket(perSecond, burst);
  bucket.spend(spent, 5_000);
  return bucket;
}

test("at the time that it names there are so many tokens, give or take a millisecond, and not before", () => {
  const rate = fc.integer({ min: 1, max: 5_000 });
  fc.assert(
    fc.property(
      rate,
      fc.integer({ min: 1, max: 50 }),
      fc.nat({ max: 100 }),
      fc.nat({ max: 50 }),
      (rate, burst, spent, wanted) => {
        fc.pre(wanted <= burst);
        const bucket = spentBucket(rate, burst, spent);
        const time = bucket.timeOf(wanted, 5_000);
        if (time > 5_000) expect(spentBucket(rate, burst, spent).available(time - 1.001)).toBeLessThan(wanted);
        expect(bucket.take(wanted, time + 1)).toBe(true);
      },
    ),
  );
});

test("a rate of 0 is no limit", () => {
  const bucket = new TokenBucket(0, 5);
  for (let n = 0; n < 100; n += 1) expect(bucket.take(1_000, 0)).toBe(true);
  bucket.spend(1_000_000, 0);
  expect(bucket.available(0)).toBe(Number.POSITIVE_INFINITY);
  expect(bucket.timeOf(1_000, 7)).toBe(7);
});

test("a clock that goes back gives nothing, and takes nothing", () => {
  const bucket = new TokenBucket(1_000, 10);
  bucket.spend(10, 5_000);
  expect(bucket.available(4_000)).toBe(0);
  expect(bucket.available(4_005)).toBe(5);
});

test("a debt is paid back before anything is given, and never grows beyond the burst", () => {
  const bucket = new TokenBucket(1_000, 10);
  bucket.spend(1_000_000, 0);
  expect(bucket.available(0)).toBe(-10);
  expect(bucket.take(1, 10)).toBe(false);
  expect(bucket.take(1, 11)).toBe(true);
});
