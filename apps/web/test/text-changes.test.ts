import { ChangeSet, Text } from "@codemirror/state";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { splitAround, writeOver } from "../src/editor/held-changes.ts";
import { changesOf, writeInto } from "../src/editor/text-changes.ts";

/** A change of a text of some length, by numbers that say where, wherever that is. Of torn characters others take care. */
const change = fc.record({
  at: fc.nat(1_000),
  deleted: fc.nat(6),
  insert: fc.constantFrom("", "a", "two words", "\n", "line\nline"),
});

interface Change {
  readonly at: number;
  readonly deleted: number;
  readonly insert: string;
}

function changeSet(length: number, parts: readonly Change[]): ChangeSet {
  let end = -1;
  const specs = parts
    .map(({ at, deleted, insert }) => ({ from: at % (length + 1), deleted, insert }))
    .sort((one, other) => one.from - other.from)
    .flatMap(({ from, deleted, insert }) => {
      if (from <= end) return [];
      end = Math.min(length, from + deleted);
      return [{ from, to: end, insert }];
    });
  return ChangeSet.of(specs, length, "\n");
}

/** A text without view: bound as the editor's is, with what is held while `isComposing`. */
class BoundText {
  readonly doc = new Y.Doc();
  readonly text = this.doc.getText("text");
  shown = Text.of([""]);
  held: ChangeSet | null = null;
  caret = 0;
  isComposing = false;

  constructor() {
    this.text.observe(({ delta }, { origin }) => {
      if (origin === this) return;
      const changes = changesOf(delta, this.text.length);
      const all = this.held?.compose(changes) ?? changes;
      const { now, held } = this.isComposing
        ? splitAround(all, this.shown.lineAt(this.caret))
        : { now: all, held: ChangeSet.empty(all.newLength) };
      this.held = held.empty ? null : held;
      this.#show(now);
    });
  }

  write(parts: readonly Change[]): void {
    const own = changeSet(this.shown.length, parts);
    const over = this.held === null ? null : writeOver(own, this.held);
    this.#show(own);
    this.held = over?.held ?? null;
    this.doc.transact(() => writeInto(this.text, over?.written ?? own), this);
  }

  showHeld(): void {
    const { held } = this;
    this.held = null;
    if (held !== null) this.#show(held);
  }

  #show(changes: ChangeSet): void {
    this.shown = changes.apply(this.shown);
    this.caret = changes.mapPos(this.caret, -1);
  }
}

const many = fc.array(change, { minLength: 20, maxLength: 40 });
const step = fc.record({
  who: fc.nat(1),
  parts: fc.oneof({ weight: 4, arbitrary: fc.array(change, { maxLength: 4 }) }, { weight: 1, arbitrary: many }),
  caret: fc.nat(1_000),
  isComposing: fc.boolean(),
  meets: fc.boolean(),
});

describe("a text that is shown and one that is stored", () => {
  test("are the same after any history of two people, of whom either composes at any time", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const people = [new BoundText(), new BoundText()] as const;
        const meet = (): void => {
          for (const [one, other] of [people, [people[1], people[0]] as const])
            Y.applyUpdate(other.doc, Y.encodeStateAsUpdate(one.doc, Y.encodeStateVector(other.doc)));
        };
        // Long enough for changes at many places at once.
        people[0].doc.transact(() => people[0].text.insert(0, "some words and\n".repeat(30)));
        meet();
        for (const { who, parts, caret, isComposing, meets } of steps) {
          const person = people[who === 0 ? 0 : 1];
          if (person.isComposing && !isComposing) person.showHeld();
          person.isComposing = isComposing;
          person.write(parts);
          person.caret = caret % (person.shown.length + 1);
          if (meets) meet();
          for (const { held, shown, text } of people)
            expect((held?.apply(shown) ?? shown).toString()).toBe(text.toString());
        }
        for (const person of people) person.isComposing = false;
        meet();
        for (const person of people) {
          person.showHeld();
          expect(person.shown.toString()).toBe(person.text.toString());
        }
        expect(people[0].text.toString()).toBe(people[1].text.toString());
      }),
      { numRuns: 200 },
    );
  });

  test("are the same when what is written at many places ends with a line break at the very end", () => {
    const person = new BoundText();
    const places = Array.from({ length: 20 }, (_, at) => ({ at, deleted: 0, insert: "a" }));
    person.write([{ at: 0, deleted: 0, insert: "x".repeat(20) }]);
    person.write([...places, { at: 20, deleted: 0, insert: "\n" }]);
    expect(person.text.toString()).toBe(`${"ax".repeat(20)}\n`);
    expect(person.shown.toString()).toBe(person.text.toString());
  });
});
