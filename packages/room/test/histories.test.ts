import type { Limits } from "@samepage/protocol";
import fc from "fast-check";
import { expect, test } from "vitest";
import { Person } from "./person.ts";
import { World } from "./world.ts";

type Step =
  | { readonly kind: "insert"; readonly who: number; readonly at: number; readonly text: string }
  | { readonly kind: "delete"; readonly who: number; readonly at: number; readonly length: number }
  | { readonly kind: "flood"; readonly who: number; readonly at: number; readonly letters: number }
  | { readonly kind: "join" | "leave" | "deliver" | "show" | "lose-line" | "ask"; readonly who: number }
  | { readonly kind: "pass-time"; readonly ms: number }
  | { readonly kind: "roll-back"; readonly commits: number }
  | { readonly kind: "crash" | "vandal" | "clock-back" }
  | { readonly kind: "storage"; readonly isFailing: boolean };

const who = fc.nat({ max: 3 });
/** The one who asks for the commit of what it sends. */
const asker = 1;
const at = fc.nat();
const one = <Kind extends Step["kind"]>(kind: Kind): fc.Arbitrary<Kind> => fc.constant(kind);
const length = fc.integer({ min: 1, max: 4 });
const letters = fc.integer({ min: 50, max: 150 });
const typed = fc.string({ minLength: 1, maxLength: 4, unit: fc.constantFrom("a", "b", "\n", "é", "字", "🦊") });

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 12, arbitrary: fc.record({ kind: one("insert"), who, at, text: typed }) },
  { weight: 6, arbitrary: fc.record({ kind: one("delete"), who, at, length }) },
  { weight: 1, arbitrary: fc.record({ kind: one("flood"), who, at, letters }) },
  { weight: 16, arbitrary: fc.record({ kind: one("deliver"), who }) },
  { weight: 2, arbitrary: fc.record({ kind: one("show"), who }) },
  { weight: 2, arbitrary: fc.record({ kind: one("ask"), who: fc.constant(asker) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom("join" as const, "leave" as const), who }) },
  { weight: 2, arbitrary: fc.record({ kind: one("lose-line"), who }) },
  { weight: 6, arbitrary: fc.record({ kind: one("pass-time"), ms: fc.nat({ max: 400 }) }) },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constantFrom("crash" as const, "vandal" as const, "clock-back" as const) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: one("roll-back"), commits: fc.nat({ max: 5 }) }) },
  { weight: 2, arbitrary: fc.record({ kind: one("storage"), isFailing: fc.boolean() }) },
);

/** Limits that honest people meet all the time, and that are to make them wait and not to close them. */
const tight: Partial<Limits> = { askBytes: 40, answersPerSecond: 1, awarenessPerSecond: 1, slowBytes: 1024 * 1024 };

function take(world: World, people: readonly Person[], step: Step): void {
  if (!("who" in step)) {
    if (step.kind === "crash") world.crash();
    if (step.kind === "roll-back") world.rollBack(step.commits);
    if (step.kind === "vandal") letVandalIn(world);
    if (step.kind === "pass-time") world.passTime(step.ms);
    if (step.kind === "clock-back") world.now -= 5_000;
    if (step.kind === "storage") world.isStorageFailing = step.isFailing;
    return;
  }
  const person = people[step.who];
  if (person === undefined) throw new Error("nobody of that number");
  const isHere = world.people.get(person.socket) === person;
  const { text } = person;
  switch (step.kind) {
    case "join":
      if (!isHere) world.join(person);
      break;
    case "leave":
      if (isHere) world.leave(person);
      break;
    case "lose-line":
      if (isHere) world.loseLine(person);
      break;
    case "deliver":
      world.deliver(person);
      break;
    case "ask":
      if (isHere) person.askToStore();
      break;
    case "show":
      if (isHere) person.show(JSON.stringify({ at: text.length }));
      break;
    case "insert":
      text.insert(place(text.toString(), step.at), step.text);
      break;
    case "delete": {
      const from = place(text.toString(), step.at);
      const to = place(text.toString(), from + step.length);
      if (to > from) text.delete(from, to - from);
      break;
    }
    case "flood":
      for (let n = 0; n < step.letters; n += 1) {
        text.insert(place(text.toString(), step.at), "x");
        world.deliver(person);
      }
      break;
  }
}

/** A position in `text` that is not in the middle of a character. */
function place(text: string, at: number): number {
  const position = at % (text.length + 1);
  return /[\uDC00-\uDFFF]/.test(text.charAt(position)) ? position - 1 : position;
}

/** Somebody comes whose edit leaves a gap. */
function letVandalIn(world: World): void {
  const vandal = new Person(true);
  world.join(vandal);
  world.deliverAll(vandal);
  vandal.text.insert(0, "lost");
  vandal.sent.length = 0;
  vandal.text.insert(4, "late");
  world.deliver(vandal);
}

/** Runs a history and says how many frames honest people sent in it. */
function expectHonestHistory(steps: readonly Step[], limits: Partial<Limits>): void {
  const world = new World(limits);
  const people = [new Person(true), new Person(true), new Person(false), new Person(false)];
  for (const person of people.slice(asker, asker + 1)) person.asks = true;
  const here = new Set<number>();
  let isRolledBack = false;
  for (const person of people) world.join(person);
  for (const step of steps) {
    const acknowledged = people.filter((person) => person.isSaved).map((person) => person.ownClock);
    take(world, people, step);
    for (const person of people) here.add(person.socket);
    if (step.kind === "roll-back") isRolledBack = true;
    if (step.kind !== "crash" || isRolledBack) continue;
    const stored = world.storedClocks();
    for (const { client, clock } of acknowledged) expect(stored.get(client) ?? 0).toBeGreaterThanOrEqual(clock);
  }
  world.isStorageFailing = false;
  for (const person of people) if (world.people.get(person.socket) !== person) world.join(person);
  world.settle();
  // Only those whose line was lost may be closed, for their silence; nobody is ever refused.
  const refused = world.closed.filter(({ socket, code }) => here.has(socket) && code !== 4408 && code !== 4503);
  expect(refused).toEqual([]);
  const text = people[0]?.text.toString();
  for (const person of people) expect(person.text.toString()).toBe(text);
  expect(world.stored().text).toBe(text);
  for (const person of people.filter(({ isExtended }) => isExtended)) expect(person.unacknowledged).toBe(0);
  expect(world.hasTimer).toBe(false);
}

for (const [name, limits] of [
  ["", {}],
  [", with tight limits", tight],
] as const) {
  test(`whatever people, lines, storage and the clock do, no honest person is refused, nothing acknowledged is lost and all end with one text${name}`, () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 150 }), (steps) => expectHonestHistory(steps, limits)),
      { numRuns: 250 },
    );
  });
}
