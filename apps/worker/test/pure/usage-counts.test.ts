import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type KeptCount, UsageCounts } from "../../src/metering/usage-counts.ts";
import { type Use, uses, windowMs } from "../../src/metering/use.ts";

const begin = Date.UTC(2026, 0, 1);

type Event =
  | { readonly kind: "add"; readonly subject: string; readonly use: Use; readonly limit: number | null }
  | { readonly kind: "charge"; readonly subject: string; readonly use: Use; readonly amount: number }
  | { readonly kind: "forget" }
  | { readonly kind: "save" }
  | { readonly kind: "reload" };

const subjects = ["ant", "bee", "cat", "dog", "elk"];
const use = fc.constantFrom(...uses);
const subject = fc.constantFrom(...subjects);

const event: fc.Arbitrary<Event> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant("add" as const), subject, use, limit: fc.option(fc.nat(6)) }) },
  fc.record({ kind: fc.constant("charge" as const), subject, use, amount: fc.nat(9) }),
  fc.record({ kind: fc.constant("forget" as const) }),
  fc.record({ kind: fc.constant("save" as const) }),
  fc.record({ kind: fc.constant("reload" as const) }),
);

/** How much later each event is: mostly at once, sometimes in another minute or hour. */
const pause = fc.oneof({ weight: 4, arbitrary: fc.nat(2_000) }, fc.nat(90_000), fc.nat(5_400_000));

const history = fc.array(fc.tuple(pause, event), { maxLength: 80 });

/** All that was ever counted, added up anew for each question. */
class NaiveUsage {
  readonly #counted: { subject: string; use: Use; amount: number; at: number }[] = [];

  count(subject: string, use: Use, amount: number, at: number): void {
    this.#counted.push({ subject, use, amount, at });
  }

  used(subject: string, use: Use, now: number): number {
    const windowOf = (time: number): number => Math.floor(time / windowMs[use]);
    return this.#counted
      .filter((one) => one.subject === subject && one.use === use && windowOf(one.at) === windowOf(now))
      .reduce((sum, { amount }) => sum + amount, 0);
  }
}

/** Counts as they are stored, by subject, and what goes on from them. */
class Kept {
  readonly #rows = new Map<string, readonly KeptCount[]>();

  save(counts: UsageCounts): void {
    for (const { subject, counts: rows } of counts.unsaved()) {
      if (rows.length === 0) this.#rows.delete(subject);
      else this.#rows.set(subject, rows);
    }
    counts.saved();
  }

  rows(): readonly KeptCount[] {
    return [...this.#rows.values()].flat();
  }
}

test("counts as the sum of all that was counted in the same window, through savings and reloads", () => {
  fc.assert(
    fc.property(history, (events) => {
      const naive = new NaiveUsage();
      const kept = new Kept();
      let counts = new UsageCounts(subjects.length, []);
      let now = begin;
      for (const [later, event] of events) {
        now += later;
        if (event.kind === "forget") counts.forget(now);
        if (event.kind === "save" || event.kind === "reload") kept.save(counts);
        if (event.kind === "reload") counts = new UsageCounts(subjects.length, kept.rows());
        if (event.kind === "charge") {
          counts.charge(event.subject, event.use, event.amount, now);
          naive.count(event.subject, event.use, event.amount, now);
        }
        if (event.kind === "add") {
          const before = naive.used(event.subject, event.use, now);
          const isCounted = event.limit === null || before < event.limit;
          if (isCounted) naive.count(event.subject, event.use, 1, now);
          const answer = counts.add(event.subject, event.use, event.limit, now);
          expect(answer).toMatchObject({ isCounted, used: isCounted ? before + 1 : before });
          expect(answer.ends).toBeGreaterThan(now);
          expect(answer.ends - now).toBeLessThanOrEqual(windowMs[event.use]);
        }
        for (const subject of subjects) {
          for (const use of uses) expect(counts.read(subject, use, now).used).toBe(naive.used(subject, use, now));
        }
      }
    }),
  );
});

test("keeps no more subjects than it may, and never counts more of one than there was", () => {
  fc.assert(
    fc.property(history, fc.integer({ min: 1, max: 4 }), (events, most) => {
      const naive = new NaiveUsage();
      const kept = new Kept();
      const counts = new UsageCounts(most, []);
      let now = begin;
      for (const [later, event] of events) {
        now += later;
        if (event.kind !== "add" && event.kind !== "charge") continue;
        const { subject, use } = event;
        const amount = event.kind === "add" ? 1 : event.amount;
        const { isCounted } = event.kind === "add" ? counts.add(subject, use, event.limit, now) : { isCounted: true };
        if (event.kind === "charge") counts.charge(subject, use, amount, now);
        if (isCounted) naive.count(subject, use, amount, now);
        kept.save(counts);
        expect(counts.size).toBeLessThanOrEqual(most);
        expect(new Set(kept.rows().map((row) => row.subject)).size).toBeLessThanOrEqual(most);
        expect(counts.read(subject, use, now).used).toBeLessThanOrEqual(naive.used(subject, use, now));
      }
    }),
  );
});

test("an hour after the last use nothing is left, in memory or kept", () => {
  fc.assert(
    fc.property(history, (events) => {
      const kept = new Kept();
      const counts = new UsageCounts(3, []);
      let now = begin;
      for (const [later, event] of events) {
        now += later;
        if (event.kind === "add") counts.add(event.subject, event.use, event.limit, now);
        if (event.kind === "save") kept.save(counts);
      }
      for (let rings = 0; counts.soonestEnd !== null; rings += 1) {
        expect(rings).toBeLessThan(200);
        expect(counts.soonestEnd).toBeLessThanOrEqual(now + windowMs.creates);
        counts.forget(counts.soonestEnd);
      }
      kept.save(counts);
      expect([counts.size, kept.rows()]).toEqual([0, []]);
    }),
  );
});

describe("of more subjects than there is room for", () => {
  test("those go first whose windows are over, although another was used longer ago", () => {
    const counts = new UsageCounts(2, []);
    counts.add("creator", "creates", 5, begin);
    counts.add("visitor", "connects", 5, begin + 1_000);
    counts.add("newcomer", "connects", 5, begin + windowMs.connects);
    expect(counts.read("creator", "creates", begin + windowMs.connects).used).toBe(1);
  });

  test("the one goes that was used longest ago, and trying in vain is a use", () => {
    const counts = new UsageCounts(2, []);
    counts.add("flooder", "connects", 1, begin);
    counts.add("visitor", "connects", 1, begin + 1);
    expect(counts.add("flooder", "connects", 1, begin + 2).isCounted).toBe(false);
    counts.add("newcomer", "connects", 2, begin + 3);
    expect(counts.read("flooder", "connects", begin + 4).used).toBe(1);
    expect(counts.read("visitor", "connects", begin + 4).used).toBe(0);
    counts.add("flooder", "creates", 1, begin + 5);
    counts.add("visitor", "connects", 1, begin + 6);
    expect(counts.read("flooder", "connects", begin + 7).used).toBe(1);
    expect(counts.read("newcomer", "connects", begin + 7).used).toBe(0);
  });
});

test("a window that was begun by a clock far ahead does not hold for years", () => {
  const ahead = begin + 10 * 365 * 24 * 3_600_000;
  const counts = new UsageCounts(2, [{ subject: "ant", use: "creates", used: 60, ends: ahead }]);
  expect(counts.add("ant", "creates", 60, begin)).toMatchObject({ isCounted: true, used: 1 });
});
