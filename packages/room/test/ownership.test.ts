import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Person } from "./person.ts";
import { awarenessFrame, closingOf, insertion, sendRaw, updateFrame } from "./raw.ts";
import { World } from "./world.ts";

function worldOf(...people: Person[]): World {
  const world = new World();
  for (const person of people) world.join(person);
  world.settle();
  return world;
}

describe("what is written under the id of somebody who is here", () => {
  test("is refused when that one answers and has not written it, whether it has written before or only shows itself", () => {
    for (const isWriter of [true, false]) {
      const [fox, heron, forger] = [new Person(true), new Person(true), new Person(true)];
      if (!isWriter) fox.state = "{}";
      const world = worldOf(fox, heron, forger);
      if (isWriter) fox.text.insert(0, "mine");
      world.settle();
      sendRaw(world, forger, updateFrame([insertion(fox.doc.clientID, isWriter ? 4 : 0, "forged")]));
      expect(closingOf(world, forger)).toBe(null);
      world.settle();
      expect(closingOf(world, forger)).toMatchObject({ code: 4403 });
      fox.text.insert(0, "still ");
      world.settle();
      expect(world.closed.length).toBe(1);
      expect(heron.text.toString()).toBe(fox.text.toString());
      expect(world.stored().text).toBe(fox.text.toString());
    }
  });

  test("waits at most three seconds for one that does not answer, and what came after it keeps its order", () => {
    for (const isExtended of [true, false]) {
      const fox = new Person(isExtended);
      const heron = new Person(true);
      const world = worldOf(fox, heron);
      fox.text.insert(0, "first ");
      world.settle();
      const lost = fox.socket;
      world.loseLine(fox);
      fox.text.insert(6, "offline ");
      world.join(fox);
      world.deliverAll(fox);
      fox.text.insert(14, "online ");
      fox.text.delete(0, 6);
      world.deliverAll(fox);
      world.passTime(2_900);
      expect(world.closed).toEqual([]);
      expect(heron.text.toString()).toBe("first ");
      world.passTime(200);
      expect(world.closed).toEqual([expect.objectContaining({ socket: lost, code: isExtended ? 4408 : 4503 })]);
      world.settle();
      expect(heron.text.toString()).toBe("offline online ");
      expect(world.stored().text).toBe("offline online ");
      expect(fox.isSaved).toBe(isExtended);
    }
  });

  test("waits no longer when the clock is set back", () => {
    const world = new World();
    const [fox, heron] = [new Person(true), new Person(true)];
    for (const person of [fox, heron]) world.join(person);
    fox.text.insert(0, "abc");
    world.settle();
    const client = fox.doc.clientID;
    world.passTime(5_000);
    world.loseLine(fox);
    sendRaw(world, heron, updateFrame([insertion(client, 3, "d", { client, clock: 2 })]));
    world.passTime(100);
    world.now -= 3_600_000;
    heron.text.insert(0, "mine ");
    world.deliverAll(heron);
    world.passTime(10_000);
    expect(world.stored().text).toBe("mine abcd");
  });

  test("waits no longer when that one leaves", () => {
    const [fox, heron] = [new Person(true), new Person(true)];
    const world = worldOf(fox, heron);
    fox.text.insert(0, "first ");
    world.settle();
    const lost = fox.socket;
    world.loseLine(fox);
    fox.text.insert(6, "second");
    world.join(fox);
    world.deliverAll(fox);
    world.receive({ kind: "left", socket: lost });
    expect(heron.text.toString()).toBe("first second");
  });

  test("makes nobody its author who only repeats it", () => {
    const [fox, mocker] = [new Person(true), new Person(true)];
    const world = worldOf(fox, mocker);
    fox.text.insert(0, "mine");
    world.settle();
    world.leave(fox);
    fox.state = "{}";
    world.join(fox);
    world.settle();
    const client = fox.doc.clientID;
    sendRaw(world, mocker, updateFrame([insertion(client, 0, "mine")], [{ client, clock: 0, length: 1 }]));
    fox.text.insert(0, "again ");
    world.settle();
    expect(world.closed).toEqual([]);
    expect(world.stored().text).toBe("again ine");
  });

  test("is not even asked about when the link cannot write", () => {
    const [fox, viewer] = [new Person(true), new Person(true)];
    const world = worldOf(fox);
    world.join(viewer, { role: "view" });
    fox.text.insert(0, "mine");
    world.settle();
    const questions = world.sends.length;
    sendRaw(world, viewer, updateFrame([insertion(fox.doc.clientID, 4, "forged")]));
    expect(closingOf(world, viewer)).toMatchObject({ code: 4403 });
    expect(world.sends.length).toBe(questions);
  });

  test("is accepted when that one may not write itself, but only shows the id of somebody who comes back", () => {
    const [fox, viewer] = [new Person(true), new Person(true)];
    const world = worldOf(fox);
    fox.text.insert(0, "mine");
    world.settle();
    world.leave(fox);
    world.join(viewer, { role: "view" });
    sendRaw(world, viewer, awarenessFrame({ client: fox.doc.clientID, clock: 1, state: "{}" }));
    fox.text.insert(0, "offline ");
    world.join(fox);
    world.settle();
    expect(world.closed).toEqual([]);
    expect(world.stored().text).toBe("offline mine");
  });

  test("does not cost that one its connection, however many forge it one after the other", () => {
    const fox = new Person(true);
    const world = worldOf(fox);
    fox.text.insert(0, "mine");
    world.settle();
    for (let n = 0; n < 1_000; n += 1) {
      const forger = new Person(true);
      world.join(forger);
      world.deliverAll(forger);
      sendRaw(world, forger, updateFrame([insertion(fox.doc.clientID, 4, "forged")]));
      world.deliverAll(fox);
    }
    world.settle();
    expect(closingOf(world, fox)).toBe(null);
    expect(world.closed.length).toBe(1_000);
    expect(world.stored().text).toBe("mine");
  });

  test("may be larger than what is held of what follows", () => {
    const fox = new Person(true);
    const world = new World({ heldBytes: 100 });
    world.join(fox);
    fox.text.insert(0, "x");
    world.settle();
    world.loseLine(fox);
    fox.text.insert(1, "offline ".repeat(100));
    world.join(fox);
    world.deliverAll(fox);
    fox.text.insert(0, "y");
    world.settle();
    expect(world.closed).toMatchObject([{ code: 4408 }]);
    expect(world.stored().text).toBe(fox.text.toString());
  });
});

test("everybody brings everything to a server that has lost it, in any order, and it is whole again", () => {
  const typing = fc.record({
    who: fc.nat({ max: 3 }),
    at: fc.nat(),
    remove: fc.nat({ max: 2 }),
    ms: fc.nat({ max: 300 }),
  });
  const order = fc.array(fc.nat({ max: 3 }), { maxLength: 60 });
  fc.assert(
    fc.property(
      fc.array(typing, { minLength: 1, maxLength: 30 }),
      fc.nat(),
      order,
      fc.nat({ max: 15 }),
      (steps, kept, order, shown) => {
        const people = [new Person(true), new Person(false), new Person(true), new Person(true)];
        people.forEach((person, n) => {
          if ((shown & (1 << n)) !== 0) person.state = "{}";
        });
        const world = worldOf(...people);
        for (const { who, at, remove, ms } of steps) {
          const text = people[who]?.text;
          if (text === undefined) continue;
          const position = at % (text.length + 1);
          text.delete(position, Math.min(remove, text.length - position));
          text.insert(position, "abc");
          for (const person of people) world.deliverAll(person);
          world.passTime(ms);
        }
        world.rollBack(kept % 5);
        for (const person of people) world.join(person);
        for (const who of order) {
          const person = people[who];
          if (person !== undefined) world.deliver(person);
        }
        world.settle();
        expect(world.closed).toEqual([]);
        const text = people[0]?.text.toString();
        for (const person of people) expect(person.text.toString()).toBe(text);
        expect(world.stored().text).toBe(text);
        for (const person of people) expect(person.isSaved).toBe(person.isExtended);
      },
    ),
    { numRuns: 300 },
  );
});
