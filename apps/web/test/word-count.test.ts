import { ChangeSet, Text } from "@codemirror/state";
import fc from "fast-check";
import { expect, test } from "vitest";
import { countWords, wordsGained } from "../src/editor/word-count.ts";

function count(text: Text): number {
  for (const counting = countWords(text); ; ) {
    const step = counting.next();
    if (step.done === true) return step.value;
  }
}

const textOf = (content: string): Text => Text.of(content.split("\n"));

test("a word is a run of letters, digits, apostrophes and hyphens", () => {
  expect(count(textOf("It’s a well-known 2nd try – isn't it?\n\n- [ ] Größe: 7, 東京"))).toBe(10);
  expect(count(textOf("-- ' \n"))).toBe(0);
});

test.each(["\n", " "])("a long text is counted in pieces, be its words parted by lines or by spaces: %j", (end) => {
  const text = textOf(`some words${end}`.repeat(50_000));
  const pieces = [...countWords(text)].length;
  expect(pieces).toBeGreaterThan(3);
  expect(pieces).toBeLessThan(20);
  expect(count(text)).toBe(100_000);
});

test("a word that is longer than a piece is one word", () => {
  expect(count(textOf(`${"𝒜".repeat(150_001)} and more`))).toBe(3);
  expect(count(textOf(`a${"𝒜".repeat(150_001)} and more`))).toBe(3);
});

test("what a change in the middle of a long word gains is what counting anew would say", () => {
  for (const length of [150, 250, 1_000]) {
    const start = textOf(`one ${"𝒜".repeat(length)}${"b".repeat(length)} three`);
    for (const insert of ["", " ", "x", "x y"]) {
      const at = 4 + 2 * length;
      const changes = ChangeSet.of([{ from: at, to: at + 2, insert }], start.length, "\n");
      const after = changes.apply(start);
      expect(count(start) + wordsGained(changes, start, after)).toBe(count(after));
    }
  }
});

test("what changes gain is what counting anew would say, wherever they are", () => {
  const content = fc.string({ unit: fc.constantFrom("a", "b", "é", "7", "'", "-", " ", ".", "\n"), maxLength: 60 });
  const edit = fc.record({ from: fc.nat(60), length: fc.nat(20), insert: content });
  fc.assert(
    fc.property(content, fc.array(edit, { minLength: 1, maxLength: 5 }), (before, edits) => {
      const start = textOf(before);
      const specs = edits.map(({ from, length, insert }) => {
        const at = Math.min(from, start.length);
        return { from: at, to: Math.min(at + length, start.length), insert };
      });
      const changes = ChangeSet.of(specs, start.length, "\n");
      const after = changes.apply(start);
      expect(count(start) + wordsGained(changes, start, after)).toBe(count(after));
    }),
  );
});
