import fc from "fast-check";
import { expect, test } from "vitest";
import { type Expression, matchesIn, replacementOf } from "../src/editor/expression-matches.ts";

/** Letters that an expression below knows, of one code unit and of two, with marks, in lines. */
const text = fc.string({
  unit: fc.constantFrom("a", "A", "b", "é", "e\u0301", "ß", "_", "7", " ", "-", "\n", "😀", "𝔘", "中", "$"),
  maxLength: 40,
});

const source = fc.constantFrom(
  ...["a", "a*", "", "^", "$", "^a", "b$", "(a)(b)?", "[^a]", "\\s", "a\\nb", "a\\s*b", ".", "..", "\\b", "\\w+", "😀"],
  ...["(?<first>a)|(b)", "(?<=a)b", "(?!a)", "[\\s\\S]*?b", "\\p{L}", "[😀𝔘]", "a{2,}", "(a|b)+", "é", "\\u{1F600}?"],
);

const expression = (part: Partial<Expression>): Expression => ({
  ...{ source: "a", isCaseSensitive: true, isWholeWord: false, wordCharacters: "" },
  ...part,
});

const found = (within: string, part: Partial<Expression>): (readonly [number, string])[] =>
  [...matchesIn(within, expression(part))].map(({ 0: match, index }) => [index, match]);

test("what matches is what the expression matches when it is run directly: in lines, in any case, empty, of pairs", () => {
  fc.assert(
    fc.property(text, source, fc.boolean(), (within, source, isCaseSensitive) => {
      const direct = [...within.matchAll(new RegExp(source, isCaseSensitive ? "gmu" : "gimu"))];
      expect(found(within, { source, isCaseSensitive })).toEqual(direct.map(({ 0: match, index }) => [index, match]));
    }),
  );
});

test("a whole word is what neither begins nor ends within one", () => {
  fc.assert(
    fc.property(text, source, fc.constantFrom("", "-", "$-"), (within, source, wordCharacters) => {
      const word = `[\\p{Alphabetic}\\p{Number}\\p{Mark}_${wordCharacters.replaceAll("-", "\\-")}]`;
      const isWithin = new RegExp(`(?<=${word})(?=${word})`, "uy");
      const isWithinWord = (at: number): boolean => {
        isWithin.lastIndex = at;
        return isWithin.test(within);
      };
      const direct = found(within, { source }).filter(
        ([at, match]) => match === "" || !(isWithinWord(at) || isWithinWord(at + match.length)),
      );
      expect(found(within, { source, isWholeWord: true, wordCharacters })).toEqual(direct);
    }),
  );
  expect(found("cat category cat_ cat-cat", { source: "cat", isWholeWord: true }).map(([at]) => at)).toEqual([
    0, 18, 22,
  ]);
});

test("what is put in the place of all of them is what JavaScript puts there", () => {
  const template = fc
    .array(
      fc.constantFrom("x", "$$", "$&", "$1", "$2", "$3", "$0", "$12", "$01", "$", "<first>", "$<first>", "$<none>"),
    )
    .map((parts) => parts.join(""));
  fc.assert(
    fc.property(text, source, template, (within, source, template) => {
      let [replaced, end] = ["", 0];
      for (const match of matchesIn(within, expression({ source }))) {
        replaced += within.slice(end, match.index) + replacementOf(template, match);
        end = match.index + match[0].length;
      }
      const direct = within.replace(new RegExp(source, "gmu"), template);
      expect(replaced + within.slice(end)).toBe(direct);
    }),
  );
});
