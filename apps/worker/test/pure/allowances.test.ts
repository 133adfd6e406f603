import { describe, expect, test } from "vitest";
import { allowanceDefaults, allowancesFrom } from "../../src/metering/allowances.ts";

describe("what one client may use", () => {
  test("is the default where nothing is set", () => {
    const unset = { CREATES_PER_HOUR: undefined, CONNECTS_PER_MINUTE: null, REQUESTS_PER_MINUTE: "" };
    expect(allowancesFrom(unset)).toEqual({ creates: 60, connects: 120, requests: 600, refusalDelayMs: 1_000 });
  });

  test("is what each variable says, and 0 is one", () => {
    const set = { CREATES_PER_HOUR: "0", CONNECTS_PER_MINUTE: "7", REQUESTS_PER_MINUTE: 8, REFUSAL_DELAY_MS: 0 };
    expect(allowancesFrom(set)).toEqual({ creates: 0, connects: 7, requests: 8, refusalDelayMs: 0 });
  });

  test("cannot be less than nothing, broken or a word", () => {
    for (const variable of allowanceDefaults.keys()) {
      for (const value of ["-1", "1.5", "plenty", " ", "1e400"]) {
        expect(() => allowancesFrom({ [variable]: value })).toThrow(
          new RangeError(`${variable} must be a whole number from 0 on, not ${JSON.stringify(value)}`),
        );
      }
    }
  });
});
