import fc from "fast-check";
import { expect, test } from "vitest";
import { invisibleRuns, mostOnOneLetter, mostSigns } from "../src/editor/invisible-runs.ts";

const marks = (count: number): string => "\u0301".repeat(count);

test("each character that sets a direction, controls something or is empty is found by itself", () => {
  const found = "a\u202ab\u202eb\u2068c\u2069d\u200be\u0000f\ufeffg";
  expect(invisibleRuns(found)).toEqual([1, 3, 5, 7, 9, 11, 13].map((from) => ({ from, to: from + 1 })));
});

test("letters with as many marks as languages have, emoji of several parts and line breaks are left alone", () => {
  expect(invisibleRuns("a\u0301\u0302 👩\u200d👩\u200d👧\u200d👦 ❤\ufe0f\tक्षि\nשָׁלוֹם")).toEqual([]);
  expect(invisibleRuns(`a${marks(mostOnOneLetter)}b`)).toEqual([]);
});

test("what is heaped on one letter beyond that is one run", () => {
  const from = 1 + mostOnOneLetter;
  expect(invisibleRuns(`a${marks(200_000)}b`)).toEqual([{ from, to: 200_001 }]);
  expect(invisibleRuns(`a${"\u200d".repeat(100)}b`)).toEqual([{ from, to: 101 }]);
});

test("a row that could be read in many ways is looked through all the same", () => {
  expect(invisibleRuns(`${"\u0915\u094d\u094d\u094d".repeat(30)}!`)).toEqual([]);
  expect(invisibleRuns(`${"\u3164\u094d".repeat(30)}!`)).toHaveLength(1);
});

test.each([
  ["\u0915\u094d", "consonants that a virama joins"],
  ["\u1100", "parts of a Korean syllable"],
  ["\u{1f469}\u200d", "emoji"],
])("what is joined to one shape without end is one run after a while: %j", (piece) => {
  const text = piece.repeat(10_000);
  const runs = invisibleRuns(`${text} and on`);
  expect(runs).toHaveLength(1);
  expect(runs[0]?.to).toBe(text.length);
  expect(runs[0]?.from).toBeLessThan(100);
});

test("no pair of surrogates is torn", () => {
  const tag = "\u{e0061}";
  expect(invisibleRuns(`a${tag.repeat(100)}`)).toEqual([{ from: 1 + 2 * mostOnOneLetter, to: 201 }]);
});

test("many characters in a row that would be shown by signs are one run", () => {
  expect(invisibleRuns(`a${"\u202e".repeat(mostSigns)}b`)).toHaveLength(mostSigns);
  expect(invisibleRuns(`a${"\u202e".repeat(mostSigns + 1)}b`)).toEqual([{ from: 1, to: 2 + mostSigns }]);
});

test("in any text, the runs are apart and in order, and nothing that sets a direction is left outside of them", () => {
  const unit = fc.constantFrom("a", " ", "\u0301", "\u202e", "\u2066", "\u200b", "\u200d", "\u{e0061}", "\n");
  fc.assert(
    fc.property(fc.array(fc.tuple(unit, fc.integer({ min: 1, max: 40 })), { maxLength: 20 }), (parts) => {
      const text = parts.map(([each, times]) => each.repeat(times)).join("");
      let [end, left] = [0, ""];
      for (const { from, to } of invisibleRuns(text)) {
        expect(from).toBeGreaterThanOrEqual(end);
        expect(to).toBeGreaterThan(from);
        left += text.slice(end, from);
        end = to;
      }
      expect(left + text.slice(end)).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u200b]/);
    }),
  );
});
