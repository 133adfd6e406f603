import { describe, expect, test, vi } from "vitest";
import { isPassword, keptPassword } from "../src/password.ts";

describe("passwords of links", () => {
  test("are checked against what is kept of them", async () => {
    const kept = await keptPassword("caf\u00e9");
    expect(await isPassword("cafe\u0301", kept)).toBe(true);
    expect(await isPassword("cafe", kept)).toBe(false);
  });

  test("are derived one after another, with a pause in which others are served", async () => {
    const waits = vi.spyOn(globalThis, "setTimeout");
    await Promise.all([1, 2, 3, 4].map((number) => keptPassword(String(number))));
    const [first = 0, second = 0, third = 0] = waits.mock.calls.map(([, ms]) => ms ?? 0).slice(-3);
    expect([second - first, third - second].map(Math.round)).toEqual([80, 80]);
    waits.mockRestore();
  });
});
