import { expect, test } from "vitest";
import { type Tries, tryOnce } from "../src/index.ts";

test("a password may be tried ten times in ten minutes, and then it is said when again", () => {
  let tries: Tries = { count: 0, since: 0 };
  for (let n = 0; n < 10; n += 1) {
    const outcome = tryOnce(tries, 1_000_000 + n);
    if (!outcome.ok) throw new Error(`refused after ${n}`);
    tries = outcome.tries;
  }
  expect(tryOnce(tries, 1_000_010)).toEqual({ ok: false, again: 1_600_000 });
  expect(tryOnce(tries, 1_599_999)).toMatchObject({ ok: false });
  expect(tryOnce(tries, 1_600_000)).toEqual({ ok: true, tries: { count: 1, since: 1_600_000 } });
});

test("a clock that was set back locks nobody out for longer", () => {
  expect(tryOnce({ count: 10, since: 2_000_000 }, 1_000_000)).toMatchObject({ ok: true });
});
