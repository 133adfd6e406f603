import { decodeAwareness } from "@samepage/protocol";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Person } from "./person.ts";
import { unsigned } from "./unsigned.ts";
import { World } from "./world.ts";

function worldOf(people: readonly Person[]): World {
  const world = new World({ framesPerSecond: 0, workPerSecond: 0 });
  for (const person of people) world.join(person);
  world.settle();
  return world;
}

function crowd(count: number): Person[] {
  return Array.from({ length: count }, (_, n) => new Person(n % 2 === 0));
}

function typist(people: readonly Person[], n = 0): Person {
  const person = people[n];
  if (person === undefined) throw new Error("nobody of that number");
  return person;
}

function updatesHeard(person: Person): number {
  return person.heard.filter(({ kind }) => kind === "update").length;
}

/** Has each of `people` type a letter every millisecond or so, faster than a room of a hundred is told one by one. */
function flood(world: World, people: readonly Person[], letters: number): void {
  for (let n = 0; n < letters; n += 1) {
    const person = typist(people, n % 4);
    person.text.insert(person.text.length, "abcd".charAt(n % 4));
    world.deliver(person);
    if (n % 4 === 3) world.passTime(1);
  }
}

describe("an edit", () => {
  test("goes out at once in its author's very bytes while ten people type five letters a second each", () => {
    const people = crowd(10);
    const world = worldOf(people);
    for (let n = 0; n < 600; n += 1) {
      const author = typist(people, n % 10);
      author.text.insert(n % (author.text.length + 1), "x");
      const bytes = author.sent.at(-1);
      world.deliver(author);
      for (const other of people) {
        if (other === author) continue;
        const at = other.heard.findLastIndex(({ kind }) => kind === "update");
        expect(other.heardBytes[at]).toBe(bytes);
        expect(other.text.toString()).toBe(author.text.toString());
      }
      world.passTime(20);
    }
  });

  test("of a flood is merged with others into a frame a tick, and everybody has all of it in the order it was typed", () => {
    const people = crowd(100);
    const world = worldOf(people);
    flood(world, people, 2_000);
    world.settle();
    const reader = typist(people, 50);
    expect(updatesHeard(reader)).toBeLessThan(150);
    for (const person of people) expect(person.text.toString()).toBe(reader.text.toString());
    expect(reader.text.length).toBe(2_000);
    const typed = (letter: string): number => [...reader.text.toString()].filter((one) => one === letter).length;
    for (const letter of "abcd") expect(typed(letter)).toBe(500);
    expect(world.stored().text).toBe(reader.text.toString());
  });

  test("waits no longer than a tick of 33 ms", () => {
    const people = crowd(900);
    const world = worldOf(people);
    flood(world, people, 40);
    const writer = typist(people);
    writer.text.insert(0, "!");
    world.deliverAll(writer);
    const reader = typist(people, 50);
    expect(reader.text.toString()).not.toContain("!");
    world.passTime(33);
    expect(reader.text.toString()).toContain("!");
  });

  test("goes out at once again when the flood is over", () => {
    const people = crowd(100);
    const world = worldOf(people);
    flood(world, people, 1_000);
    world.settle();
    world.passTime(1_000);
    const [writer, reader] = [typist(people), typist(people, 50)];
    const before = updatesHeard(reader);
    writer.text.insert(0, "!");
    const bytes = writer.sent.at(-1);
    world.deliver(writer);
    expect(updatesHeard(reader)).toBe(before + 1);
    expect(reader.heardBytes[reader.heard.findLastIndex(({ kind }) => kind === "update")]).toBe(bytes);
    world.settle();
    expect(world.hasTimer).toBe(false);
  });

  test("never overtakes one that waits, when the flood ebbs away", () => {
    for (const gapMs of [6, 8]) {
      const people = crowd(100);
      const world = worldOf(people);
      flood(world, people, 60);
      const [writer, reader] = [typist(people), typist(people, 50)];
      for (let n = 0; n < 200; n += 1) {
        writer.text.insert(writer.text.length, "x");
        world.deliver(writer);
        expect(reader.doc.store.pendingStructs).toBe(null);
        world.passTime(gapMs);
      }
    }
  });

  test("that one types alone is not sent back to it, tick or not", () => {
    const people = crowd(300);
    const world = worldOf(people);
    const writer = typist(people);
    for (let n = 0; n < 100; n += 1) {
      writer.text.insert(n, "x");
      world.deliver(writer);
    }
    world.settle();
    expect(updatesHeard(typist(people, 50))).toBeLessThan(30);
    expect(updatesHeard(writer)).toBe(0);
  });
});

test("whoever types, leaves and joins in whatever flood, all end with the same text", () => {
  const step = fc.record({
    who: fc.nat({ max: 39 }),
    at: fc.nat(),
    remove: fc.nat({ max: 2 }),
    letters: fc.integer({ min: 1, max: 40 }),
    ms: fc.nat({ max: 40 }),
    isMoving: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 30 }), (steps) => {
      const people = crowd(40);
      const world = worldOf(people);
      for (const { who, at, remove, letters, ms, isMoving } of steps) {
        const person = typist(people, who);
        for (let n = 0; n < letters; n += 1) {
          const position = at % (person.text.length + 1);
          person.text.delete(position, Math.min(remove, person.text.length - position));
          person.text.insert(position, "ab");
          world.deliverAll(person);
        }
        world.passTime(ms);
        if (!isMoving) continue;
        world.leave(person);
        world.join(person);
      }
      world.settle();
      const text = people[0]?.text.toString();
      for (const person of people) expect(person.text.toString()).toBe(text);
      expect(world.stored().text).toBe(text);
      expect(world.closed).toEqual([]);
    }),
    { numRuns: 25 },
  );
});

function statesHeard(person: Person): { client: number; state: string | null }[] {
  return person.heard.flatMap((frame) => {
    const decoded = frame.kind === "awareness" ? decodeAwareness(frame.states) : null;
    return decoded?.ok === true ? decoded.value : [];
  });
}

test("presence of all in a flood is merged, the last of each reaches all the others, and no stock client is sent its own", () => {
  const people = crowd(100);
  const world = worldOf(people);
  for (let n = 0; n < 15; n += 1) {
    for (const person of people) person.show(`{"at":${n}}`);
    for (const person of people) world.deliverAll(person);
    world.passTime(7);
  }
  world.settle();
  for (const person of people) {
    expect(person.heard.filter(({ kind }) => kind === "awareness").length).toBeLessThan(60);
    const last = new Map(statesHeard(person).map(({ client, state }) => [client, state]));
    // Ours passes over its own, so that one frame does for all.
    expect(last.delete(person.doc.clientID)).toBe(person.isExtended);
    expect(last.size).toBe(99);
    for (const state of last.values()) expect(unsigned(state)).toBe('{"at":14}');
  }
});
