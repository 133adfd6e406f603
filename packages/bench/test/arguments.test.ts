import { describe, expect, test } from "vitest";
import { assertLimits, assertReadable, chosen, readArguments, UsageError, wholeNumber } from "../src/arguments.ts";

describe("what is typed after a command", () => {
  const kinds = { rounds: "value", trace: "values", quick: "flag" } as const;

  test("is words and options", () => {
    const given = readArguments(["flood", "--trace", "a", "--rounds", "2", "joins", "--trace=b", "--quick"], kinds);
    expect(given.words).toEqual(["flood", "joins"]);
    expect({ ...given.options }).toEqual({ trace: ["a", "b"], rounds: "2", quick: true });
    expect(readArguments([], kinds).options["quick"]).toBeUndefined();
  });

  test.each([["--nix"], ["--rounds"], ["--quick=yes"], ["-x"]])(
    "is refused in a sentence when it is %s",
    (argument) => {
      expect(() => readArguments([argument], kinds)).toThrow(UsageError);
      expect(() => readArguments([argument], kinds)).toThrow(/^[^.\n]+\.$/);
    },
  );

  test.each(["", "0", "-1", "1.5", "1e3", "abc", "9".repeat(20)])("is no number of rounds when it is %j", (text) => {
    expect(() => wholeNumber("--rounds", text, 3)).toThrow(
      new UsageError(`--rounds must be a whole number from 1 on, not "${text}".`),
    );
  });

  test("is a number, or the one that is meant without it", () => {
    expect([
      wholeNumber("rounds", "12", 3),
      wholeNumber("rounds", undefined, 3),
      wholeNumber("seed", "0", 3, 0),
    ]).toEqual([12, 3, 0]);
  });

  test("chooses by name, in the order of what is offered, all without a name, and says what there is", () => {
    const offered = [{ name: "R" }, { name: "ws" }, { name: "Samepage" }];
    expect(chosen("contestant", ["Samepage", "R"], offered)).toEqual([{ name: "R" }, { name: "Samepage" }]);
    expect(chosen("contestant", [], offered)).toBe(offered);
    expect(() => chosen("contestant", ["R", "X"], offered)).toThrow(
      new UsageError('There is no contestant "X". There are: R, ws, Samepage.'),
    );
  });

  test("names a file that is there", async () => {
    await expect(assertReadable("The trace", import.meta.filename)).resolves.toBe(import.meta.filename);
    await expect(assertReadable("The trace", "/nowhere")).rejects.toThrow(
      "The trace cannot be read: there is nothing at",
    );
    await expect(assertReadable("The trace", import.meta.dirname)).rejects.toThrow("is no file");
    await expect(assertReadable("The trace", undefined)).rejects.toThrow("The trace is not named.");
  });

  test("comes with limits that a server would start with", () => {
    expect(() => assertLimits({ TEXT_LENGTH: "abc" })).toThrow(
      new UsageError('TEXT_LENGTH must be a whole number from 1 on, not "abc".'),
    );
    expect(() => assertLimits({ TEXT_LENGTH: "5" })).not.toThrow();
  });
});
