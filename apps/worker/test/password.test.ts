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
    // All ask at one time, long after the last.
    const clock = vi.spyOn(performance, "now").mockReturnValue(performance.now() + 1_000_000);
    await Promise.all([1, 2, 3, 4].map((number) => keptPassword(String(number))));
    expect(waits.mock.calls.map(([, ms]) => ms)).toEqual([80, 160, 240]);
    clock.mockRestore();
    waits.mockRestore();
  });
});
