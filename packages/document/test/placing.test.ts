import {
  type Deletion,
  decodeEdit,
  type Edit,
  encodeEdit,
  type Id,
  type Insertion,
  mergeEdits,
} from "@samepage/protocol";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { KnownClocks, LiveDocument } from "../src/index.ts";

const any = Number.MAX_SAFE_INTEGER;

function decoded(update: Uint8Array): Edit {
  const read = decodeEdit(update);
  if (!read.ok) throw new Error(read.reason);
  return read.value;
}

/** A document of `items` insertions that cannot be merged into fewer, each of another person beside the last. */
function documentOf(items: number): LiveDocument {
  const insertions: Insertion[] = [];
  for (let n = 0; n < items; n += 1) insertions.push(insertion(n, 0, n === 0 ? null : { client: n - 1, clock: 0 }));
  const document = new LiveDocument();
  document.apply([encodeEdit({ insertions, deletions: [] })]);
  return document;
}

function workOf(document: LiveDocument, edit: Edit): number {
  const placing = document.place(edit, any);
  if (!placing.ok) throw new Error(placing.reason);
  return placing.work;
}

const unlimited = { most: any, first: any, countable: any, isDeletingFirst: false };

function insertion(client: number, clock: number, origin: Id | null, rightOrigin: Id | null = null): Insertion {
  return { client, clock, length: 1, origin, rightOrigin, text: "a" };
}

describe("the work of", () => {
  test("typing a word is one each, however long the document is and whether or not it was applied yet", () => {
    const document = documentOf(1_000);
    const last = { client: 999, clock: 0 };
    let origin: Id = last;
    for (let clock = 0; clock < 100; clock += 1) {
      expect(workOf(document, { insertions: [insertion(5_000, clock, origin)], deletions: [] })).toBe(1);
      origin = { client: 5_000, clock };
    }
  });

  test("writing between the beginning and the end is every item, each time", () => {
    const document = documentOf(1_000);
    for (let n = 0; n < 3; n += 1) {
      const work = workOf(document, { insertions: [insertion(5_000 + n, 0, null)], deletions: [] });
      expect(work).toBeGreaterThan(300);
    }
  });

  test("writing many times in one place counts those that wait there", () => {
    const document = documentOf(1);
    const insertions = Array.from({ length: 100 }, (_, n) => insertion(5_000 + n, 0, null, { client: 0, clock: 0 }));
    expect(workOf(document, { insertions, deletions: [] })).toBeGreaterThan(100 * 40);
  });

  test("deleting everything again and again is every item, each time", () => {
    const document = new LiveDocument();
    const doc = new Y.Doc();
    for (let n = 0; n < 500; n += 1) doc.getText("text").insert(0, "a");
    document.apply([Y.encodeStateAsUpdate(doc)]);
    const deletions: Deletion[] = [{ client: doc.clientID, clock: 0, length: 500 }];
    expect(workOf(document, { insertions: [], deletions })).toBeGreaterThanOrEqual(500);
  });

  test("splitting items is the more the more there are, for insertions and deletions", () => {
    const work = [1_000, 100_000].map((items) => {
      const document = new LiveDocument();
      const structs = Array.from({ length: items }, (_, n) => ({
        ...insertion(1, 3 * n, null),
        length: 3,
        text: "abc",
      }));
      document.apply([encodeEdit({ insertions: structs, deletions: [] })]);
      const middle = { client: 1, clock: 3 * (items - 1) };
      const right = { client: 1, clock: 3 * (items - 1) + 1 };
      const inserting = workOf(document, { insertions: [insertion(2, 0, middle, right)], deletions: [] });
      const deleting = workOf(document, { insertions: [], deletions: [{ client: 1, clock: 1, length: 1 }] });
      return { inserting, deleting };
    });
    expect(work[1]?.inserting).toBeGreaterThan(20 * (work[0]?.inserting ?? 0));
    expect(work[1]?.deleting).toBeGreaterThan(20 * (work[0]?.deleting ?? 0));
  });

  test("a recorded history is a few for each insertion, when a client brings the whole of it", () => {
    const random = fc.sample(fc.nat(), { numRuns: 20_000, seed: 7 });
    const doc = new Y.Doc();
    const text = doc.getText("text");
    for (const [n, at] of random.entries()) {
      if (n % 5 === 4) text.delete(at % text.length, 1);
      else text.insert(at % (text.length + 1), "ab");
    }
    const edit = decoded(Y.encodeStateAsUpdate(doc));
    const taken = KnownClocks.of(Uint8Array.of(0)).examine(edit);
    const document = new LiveDocument();
    const applied = document.applyWithin(taken.ok ? taken.edit : edit, unlimited);
    expect(document.text).toBe(text.toString());
    expect(applied.work).toBeLessThan(8 * (edit.insertions.length + edit.deletions.length));
  });
});

test("of an insert storm only as much is applied as it may cost", () => {
  const document = documentOf(2_000);
  const insertions = Array.from({ length: 50_000 }, (_, n) => insertion(10_000 + n, 0, null, null));
  const storm = { insertions, deletions: [] };
  const applied = document.applyWithin(storm, { ...unlimited, most: 100_000, first: 100_000 });
  expect(applied.work).toBeLessThanOrEqual(100_000);
  expect(document.length).toBe(2_000 + applied.done.insertions.length);
  expect(applied.done.insertions.length + applied.rest.insertions.length).toBe(50_000);
});

describe("an insertion whose right neighbour is at the left of its left one, which makes texts differ for ever,", () => {
  const a = { client: 1, clock: 0 };
  const b = { client: 1, clock: 1 };
  const whole = { client: 1, clock: 0, length: 3, origin: null, rightOrigin: null, text: "abc" };
  const crossed: readonly (readonly [what: string, origin: Id, rightOrigin: Id])[] = [
    ["within one item", b, a],
    ["beside one character twice", b, b],
    ["across items", { client: 2, clock: 0 }, a],
  ];
  for (const [what, origin, rightOrigin] of crossed) {
    test(`is refused ${what}, at once and in a large edit`, () => {
      const document = new LiveDocument();
      document.apply([encodeEdit({ insertions: [whole], deletions: [] })]);
      document.apply([encodeEdit({ insertions: [insertion(2, 0, b, { client: 1, clock: 2 })], deletions: [] })]);
      const edit = { insertions: [insertion(3, 0, origin, rightOrigin)], deletions: [] };
      expect(document.place(edit, any)).toEqual({ ok: false, reason: "crossed" });
      expect(document.applyWithin(edit, unlimited)).toMatchObject({ done: { insertions: [] }, refusal: "crossed" });
    });
  }

  const known: readonly (readonly [what: string, client: number, origin: Id | null, rightOrigin: Id | null])[] = [
    ["its author wrote", 2, a, { client: 1, clock: 2 }],
    ["its right neighbour was written beside", 3, a, { client: 1, clock: 2 }],
    ["its left neighbour was written beside", 4, { client: 3, clock: 0 }, null],
  ];
  for (const [what, client, origin, rightOrigin] of known) {
    test(`is refused when something stands between that ${what}`, () => {
      const document = new LiveDocument();
      document.apply([encodeEdit({ insertions: [whole], deletions: [] })]);
      document.apply([encodeEdit({ insertions: [insertion(2, 0, b, { client: 1, clock: 2 })], deletions: [] })]);
      document.apply([encodeEdit({ insertions: [insertion(3, 0, a, b)], deletions: [] })]);
      const edit = { insertions: [insertion(client, client === 2 ? 1 : 0, origin, rightOrigin)], deletions: [] };
      expect(document.place(edit, any)).toEqual({ ok: false, reason: "crossed" });
    });
  }

  test("is found when it stands beside what is not applied yet", () => {
    const document = new LiveDocument();
    document.apply([encodeEdit({ insertions: [whole], deletions: [] })]);
    const first = insertion(2, 0, b, { client: 1, clock: 2 });
    const second = insertion(2, 1, { client: 2, clock: 0 }, a);
    expect(document.place({ insertions: [first, second], deletions: [] }, any)).toEqual({
      ok: false,
      reason: "unapplied",
    });
    const both = document.applyWithin({ insertions: [first, second], deletions: [] }, unlimited);
    expect(both).toMatchObject({ done: { insertions: [first] }, rest: { insertions: [second] }, refusal: "crossed" });
  });
});

test("text that says something else at clocks that the document has contradicts it; what is deleted says nothing", () => {
  const document = new LiveDocument();
  const whole = { ...insertion(1, 0, null), length: 4, text: "abcd" };
  document.apply([encodeEdit({ insertions: [whole], deletions: [{ client: 1, clock: 1, length: 1 }] })]);
  const says = (clock: number, text: string) =>
    document.contradicts({ ...insertion(1, clock, null), length: text.length, text });
  expect(says(0, "abcd")).toBe(false);
  expect(says(0, "aXcdef")).toBe(false);
  expect(says(2, "cX")).toBe(true);
  expect(says(4, "new")).toBe(false);
});

test("an edit applied in pieces makes the same text as at once", () => {
  const step = fc.record({
    who: fc.nat({ max: 2 }),
    at: fc.nat(),
    remove: fc.nat({ max: 3 }),
    text: fc.string({ minLength: 1, maxLength: 2 }),
  });
  fc.assert(
    fc.property(fc.array(step, { minLength: 60, maxLength: 300 }), (steps) => {
      const people = Array.from({ length: 3 }, () => new Y.Doc());
      for (const { who, at, remove, text } of steps) {
        const own = people[who]?.getText("text") ?? new Y.Text();
        const position = at % (own.length + 1);
        own.delete(position, Math.min(remove, own.length - position));
        own.insert(position, text.replaceAll("\r", " "));
        if (at % 10 === 0)
          for (const from of people) for (const to of people) Y.applyUpdate(to, Y.encodeStateAsUpdate(from));
      }
      const expected = new Y.Doc();
      for (const doc of people) Y.applyUpdate(expected, Y.encodeStateAsUpdate(doc));
      const taken = KnownClocks.of(Uint8Array.of(0)).examine(
        mergeEdits(people.map((doc) => decoded(Y.encodeStateAsUpdate(doc)))),
      );
      if (!taken.ok) throw new Error(taken.reason);
      const document = new LiveDocument();
      expect(document.applyWithin(taken.edit, unlimited)).toMatchObject({
        rest: { insertions: [], deletions: [] },
        refusal: null,
      });
      expect(document.text).toBe(expected.getText("text").toString());
    }),
    { numRuns: 50 },
  );
});

test("what is deleted already is taken off an edit, and only that", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat({ max: 29 }), fc.integer({ min: 1, max: 8 })), { maxLength: 6 }),
      fc.nat({ max: 29 }),
      fc.integer({ min: 1, max: 12 }),
      (earlier, clock, length) => {
        const deleted = new Set<number>();
        const document = new LiveDocument();
        document.apply([
          encodeEdit({ insertions: [{ ...insertion(7, 0, null), length: 30, text: "x".repeat(30) }], deletions: [] }),
        ]);
        for (const [at, count] of earlier) {
          const end = Math.min(30, at + count);
          document.apply([encodeEdit({ insertions: [], deletions: [{ client: 7, clock: at, length: end - at }] })]);
          for (let one = at; one < end; one += 1) deleted.add(one);
        }
        const fresh = document.withoutKnownDeletions({ insertions: [], deletions: [{ client: 7, clock, length }] });
        const units = fresh.deletions.flatMap((one) => Array.from({ length: one.length }, (_, n) => one.clock + n));
        const expected = Array.from({ length }, (_, n) => clock + n).filter((one) => !deleted.has(one));
        expect(units).toEqual(expected);
      },
    ),
  );
});

test("what may be placed makes the same text in whatever order it comes", () => {
  const base = fc.array(fc.record({ who: fc.nat({ max: 2 }), at: fc.nat() }), { minLength: 2, maxLength: 6 });
  const place = fc.record({ client: fc.constantFrom(10, 100, 200, 300), from: fc.nat(), to: fc.nat() });
  let placed = 0;
  fc.assert(
    fc.property(base, fc.array(place, { minLength: 2, maxLength: 3 }), (steps, places) => {
      const people = [50, 150, 250].map((clientID) => Object.assign(new Y.Doc(), { clientID }));
      for (const { who, at } of steps) {
        const text = people[who]?.getText("text");
        text?.insert(at % (text.length + 1), "x");
        for (const from of people) for (const to of people) Y.applyUpdate(to, Y.encodeStateAsUpdate(from));
      }
      const written = Y.encodeStateAsUpdate(people[0] ?? new Y.Doc());
      const ids = idsOf(people[0] ?? new Y.Doc());
      const insertions = places.map(({ client, from, to }, n): Insertion => {
        const left = (from % (ids.length + 1)) - 1;
        const right = left + 1 + (to % (ids.length - left));
        return { ...insertion(client * 10 + n, 0, ids[left] ?? null, ids[right] ?? null), text: "XYZ".charAt(n) };
      });
      const isPlaced = (one: Insertion): boolean => {
        const document = LiveDocument.load(written, []);
        return document.place({ insertions: [one], deletions: [] }, any).ok;
      };
      const fit = insertions.filter(isPlaced);
      placed += fit.length;
      const texts = permutations(fit).map((order) => {
        const doc = new Y.Doc();
        Y.applyUpdate(doc, written);
        for (const one of order) Y.applyUpdate(doc, encodeEdit({ insertions: [one], deletions: [] }));
        return doc.getText("text").toString();
      });
      expect(new Set(texts).size).toBe(1);
    }),
    { numRuns: 1_000, seed: 5 },
  );
  expect(placed).toBeGreaterThan(300);
});

/** The ids of a text's code units, in order. */
function idsOf(doc: Y.Doc): readonly Id[] {
  const ids: Id[] = [];
  for (let item = doc.getText("text")._start; item !== null; item = item.right) {
    for (let n = 0; n < item.length; n += 1) ids.push({ client: item.id.client, clock: item.id.clock + n });
  }
  return ids;
}

function permutations<One>(all: readonly One[]): readonly (readonly One[])[] {
  if (all.length < 2) return [all];
  return all.flatMap((one, at) => permutations(all.toSpliced(at, 1)).map((rest) => [one, ...rest]));
}
