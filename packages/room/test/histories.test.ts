import fc from "fast-check";
import { expect, test } from "vitest";
import { Person } from "./person.ts";
import { World } from "./world.ts";

type Step =
  | { readonly kind: "insert"; readonly who: number; readonly at: number; readonly text: string }
  | { readonly kind: "delete"; readonly who: number; readonly at: number; readonly length: number }
  | { readonly kind: "join" | "leave" | "deliver"; readonly who: number }
  | { readonly kind: "pass-time"; readonly ms: number }
  | { readonly kind: "crash" | "vandal" }
  | { readonly kind: "storage"; readonly isFailing: boolean };

const who = fc.nat({ max: 2 });
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant("insert" as const),
      who,
      at: fc.nat(),
      text: fc.string({ minLength: 1, maxLength: 4 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("delete" as const),
      who,
      at: fc.nat(),
      length: fc.integer({ min: 1, max: 4 }),
    }),
  },
  { weight: 8, arbitrary: fc.record({ kind: fc.constant("deliver" as const), who }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom("join" as const, "leave" as const), who }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("pass-time" as const), ms: fc.nat({ max: 400 }) }) },
  { weight: 1, arbitrary: fc.constantFrom<Step>({ kind: "crash" }, { kind: "vandal" }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("storage" as const), isFailing: fc.boolean() }) },
);

function take(world: World, people: readonly Person[], step: Step): void {
  if (!("who" in step)) {
    if (step.kind === "crash") world.crash();
    if (step.kind === "vandal") letVandalIn(world);
    if (step.kind === "pass-time") world.passTime(step.ms);
    if (step.kind === "storage") world.isStorageFailing = step.isFailing;
    return;
  }
  const person = people[step.who];
  if (person === undefined) throw new Error("nobody of that number");
  const isHere = world.people.get(person.socket) === person;
  switch (step.kind) {
    case "join":
      if (!isHere) world.join(person);
      break;
    case "leave":
      if (isHere) world.leave(person);
      break;
    case "deliver":
      world.deliver(person);
      break;
    case "insert":
      person.text.insert(step.at % (person.text.length + 1), step.text);
      break;
    case "delete": {
      const at = step.at % (person.text.length + 1);
      person.text.delete(at, Math.min(step.length, person.text.length - at));
      break;
    }
  }
}

/** Somebody comes whose edit leaves a gap: it is relayed, and then cannot be applied. */
function letVandalIn(world: World): void {
  const vandal = new Person(true);
  world.join(vandal);
  while (world.deliver(vandal));
  vandal.text.insert(0, "lost");
  vandal.sent.length = 0;
  vandal.text.insert(4, "late");
  world.deliver(vandal);
}

test("whatever people, the network and the disk do, nothing that was acknowledged is lost and all end with one text", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 120 }), (steps) => {
      const world = new World();
      const people = [new Person(true), new Person(true), new Person(false)];
      const honestSockets = new Set<number>();
      for (const person of people) world.join(person);
      for (const step of steps) {
        const acknowledged = people.filter((person) => person.isSaved).map((person) => person.ownClock);
        take(world, people, step);
        for (const person of people) honestSockets.add(person.socket);
        if (step.kind !== "crash") continue;
        const stored = world.storedClocks();
        for (const { client, clock } of acknowledged) expect(stored.get(client) ?? 0).toBeGreaterThanOrEqual(clock);
      }
      world.isStorageFailing = false;
      for (const person of people) if (world.people.get(person.socket) !== person) world.join(person);
      world.settle();
      const [first] = people;
      for (const person of people) expect(person.text.toString()).toBe(first?.text.toString());
      expect(world.stored().text).toBe(first?.text.toString());
      for (const person of people.filter(({ isExtended }) => isExtended)) expect(person.unacknowledged).toBe(0);
      expect(world.closed.filter(({ socket }) => honestSockets.has(socket))).toEqual([]);
    }),
    { numRuns: 400 },
  );
});
