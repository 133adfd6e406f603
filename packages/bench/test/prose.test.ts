import { expect, test } from "vitest";
import { endsOfSentences } from "../src/page/colleagues.ts";
import { prose } from "../src/page/prose.ts";

test("prose has exactly the length that was asked for, and is the same for the same seed", () => {
  for (const length of [1, 2_000, 100_000]) expect(prose(length)).toHaveLength(length);
  expect(prose(2_000, 7)).toBe(prose(2_000, 7));
  expect(prose(2_000, 7)).not.toBe(prose(2_000, 8));
});

test("prose has nothing but ASCII, so that characters, code units and bytes are as many", () => {
  expect(prose(10_000)).toMatch(/^[\n -~]*$/);
});

test("even a small document has places for all who write in it", () => {
  const text = prose(2_000);
  const ends = endsOfSentences(text);
  expect(ends.length).toBeGreaterThan(5);
  for (const end of ends) expect(text.slice(end - 1, end + 1)).toBe(".\n");
});
