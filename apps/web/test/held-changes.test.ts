import { ChangeSet, Text } from "@codemirror/state";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { splitAround, writeOver } from "../src/editor/held-changes.ts";

/** A change of a text of some length, by two numbers that say where, wherever that is. */
const change = fc.record({
  at: fc.nat(1_000),
  deleted: fc.nat(4),
  insert: fc.constantFrom("", "a", "two words", "\n", "line\nline"),
});

type Change = typeof change extends fc.Arbitrary<infer Value> ? Value : never;

function changeSet(doc: Text, parts: readonly Change[]): ChangeSet {
  let end = -1;
  const specs = parts
    .map(({ at, deleted, insert }) => ({ from: at % (doc.length + 1), deleted, insert }))
    .sort((one, other) => one.from - other.from)
    .flatMap(({ from, deleted, insert }) => {
      if (from <= end) return [];
      end = Math.min(doc.length, from + deleted);
      return [{ from, to: end, insert }];
    });
  return ChangeSet.of(specs, doc.length);
}

const text = fc
  .array(fc.constantFrom("one", "two", "", "three words here"), { maxLength: 8 })
  .map((lines) => Text.of(lines.length === 0 ? [""] : lines));

describe("what waits for a composition", () => {
  test("is what touches its lines, and with what is shown makes the whole", () => {
    fc.assert(
      fc.property(text, fc.array(change, { maxLength: 6 }), fc.nat(1_000), (doc, parts, at) => {
        const changes = changeSet(doc, parts);
        const composed = doc.lineAt(at % (doc.length + 1));
        const { now, held } = splitAround(changes, composed);
        expect(held.apply(now.apply(doc)).toString()).toBe(changes.apply(doc).toString());
        const shown = now.apply(doc);
        const from = now.mapPos(composed.from, 1);
        expect(shown.sliceString(from, from + composed.length)).toBe(composed.text);
      }),
    );
  });

  test("is there at its end, whatever both write meanwhile, and both have one text", () => {
    const step = fc.record({ isOwn: fc.boolean(), parts: fc.array(change, { maxLength: 3 }) });
    fc.assert(
      fc.property(text, fc.nat(1_000), fc.array(step, { maxLength: 12 }), (doc, at, steps) => {
        let [shown, written] = [doc, doc];
        let held = ChangeSet.empty(doc.length);
        let caret = at % (doc.length + 1);
        for (const { isOwn, parts } of steps) {
          if (isOwn) {
            // What is composed stands at the caret.
            const own = ChangeSet.of({ from: caret, insert: "x" }, shown.length);
            const over = writeOver(own, held);
            [shown, written, held] = [own.apply(shown), over.written.apply(written), over.held];
            caret = own.mapPos(caret, 1);
          } else {
            const theirs = changeSet(written, parts);
            written = theirs.apply(written);
            const split = splitAround(held.compose(theirs), shown.lineAt(caret));
            const line = shown.lineAt(caret).text;
            [shown, held] = [split.now.apply(shown), split.held];
            caret = split.now.mapPos(caret, -1);
            expect(shown.lineAt(caret).text).toBe(line);
          }
          expect(held.apply(shown).toString()).toBe(written.toString());
        }
      }),
    );
  });
});
