import { ChangeSet, Text } from "@codemirror/state";
import fc from "fast-check";
import { expect, test } from "vitest";
import { FoundMatches } from "../src/editor/found-matches.ts";

const source = /b+|(?=c)/g;

const text = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 30 });

function foundIn(text: string): FoundMatches {
  const positions = [...text.matchAll(source)].flatMap(({ 0: match, index }) => [index, index + match.length]);
  return new FoundMatches(Uint32Array.from(positions), true);
}

/** Edits one after the other, each of the text as the one before left it. */
const edits = fc.array(fc.record({ from: fc.nat(), length: fc.nat(4), insert: text }), { maxLength: 4 });

function change(text: string, { from, length, insert }: { from: number; length: number; insert: string }): ChangeSet {
  const start = from % (text.length + 1);
  return ChangeSet.of({ from: start, to: Math.min(text.length, start + length), insert }, text.length);
}

const all = (matches: FoundMatches) =>
  Array.from({ length: matches.count }, (_, index) => matches.at(index)).filter((match) => match !== null);

test("in the same text they are gone through in their order, forth and back, and known by where they begin", () => {
  fc.assert(
    fc.property(text, fc.nat(), fc.nat(3), (text, position, length) => {
      const matches = foundIn(text);
      const [from, to] = [position % (text.length + 1), Math.min(text.length, (position % (text.length + 1)) + length)];
      const isSelected = (match: { from: number; to: number }) => match.from === from && match.to === to;
      const each = all(matches);
      const after = each.find((match) => match.from >= to && !isSelected(match)) ?? each[0] ?? null;
      const before = each.findLast((match) => match.to <= from && !isSelected(match)) ?? each.at(-1) ?? null;
      expect(matches.after(from, to)).toEqual(after);
      expect(matches.before(from, to)).toEqual(before);
      expect(matches.within(from, to)).toEqual(each.filter((match) => match.from <= to && match.to >= from));
      const at = each.findIndex((match) => match.from === from);
      expect(matches.numberAt(from)).toBe(at < 0 ? null : at + 1);
    }),
  );
});

test("what no edit touched is still what was found, at the place where that has moved to", () => {
  fc.assert(
    fc.property(text, edits, (before, edits) => {
      let [now, matches] = [before, foundIn(before)];
      for (const edit of edits) {
        const changes = change(now, edit);
        matches = matches.follow(changes.desc);
        now = changes.apply(Text.of([now])).toString();
      }
      for (const { from, to, isTouched } of all(matches)) {
        expect(0 <= from && from <= to && to <= now.length).toBe(true);
        if (!isTouched) expect(from === to ? now.charAt(from) : now.slice(from, to)).toMatch(/^(?:b+|c)$/);
      }
      const each = all(matches);
      expect(matches.within(0, now.length)).toEqual(each);
      for (let at = 0; at <= now.length; at += 1) {
        const number = matches.numberAt(at);
        if (number !== null) expect(matches.at(number - 1)?.from).toBe(at);
        expect(number === null).toBe(!each.some(({ from }) => from === at));
      }
    }),
  );
});
