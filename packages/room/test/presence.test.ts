import { decodeAwareness, encodeAwareness } from "@samepage/protocol";
import { describe, expect, test } from "vitest";
import { Person } from "./person.ts";
import { awarenessFrame, closingOf, sendRaw } from "./raw.ts";
import { unsigned } from "./unsigned.ts";
import { World } from "./world.ts";

function show(person: Person, client: number, state: string | null, clock = 1): void {
  person.send({ kind: "awareness", states: encodeAwareness([{ client, clock, state }]) });
}

/** What `person` has heard of others, newest last. */
function heard(person: Person): { client: number; state: string | null }[] {
  return person.heard.flatMap((frame) => {
    if (frame.kind !== "awareness") return [];
    const decoded = decodeAwareness(frame.states);
    return decoded.ok ? decoded.value.map(({ client, state }) => ({ client, state: unsigned(state) })) : [];
  });
}

function worldOf(...people: Person[]): World {
  const world = new World();
  for (const person of people) world.join(person);
  world.settle();
  return world;
}

describe("presence", () => {
  test("of one reaches the others, and whoever joins later", () => {
    const [fox, heron, otter] = [new Person(true), new Person(false), new Person(true)];
    const world = worldOf(fox, heron);
    show(fox, 11, '{"name":"fox"}');
    world.settle();
    expect(heard(heron)).toEqual([{ client: 11, state: '{"name":"fox"}' }]);
    expect(heard(fox)).toEqual([]);
    world.join(otter);
    expect(heard(otter)).toEqual([{ client: 11, state: '{"name":"fox"}' }]);
  });

  test("of somebody who leaves is announced as gone, once", () => {
    const [fox, heron] = [new Person(true), new Person(true)];
    const world = worldOf(fox, heron);
    show(fox, 11, "{}");
    world.settle();
    world.leave(fox);
    expect(heard(heron)).toEqual([
      { client: 11, state: "{}" },
      { client: 11, state: null },
    ]);
  });

  test("of somebody else cannot be changed, only echoed without effect", () => {
    const [fox, heron] = [new Person(true), new Person(false)];
    const world = worldOf(fox, heron);
    show(fox, 11, "{}");
    show(heron, 22, "{}");
    world.settle();
    show(heron, 11, '{"name":"not the fox"}', 99);
    show(heron, 11, null, 100);
    world.settle();
    expect(heard(fox)).toEqual([{ client: 22, state: "{}" }]);
  });

  test("of a person who comes back before the old connection is known to be dead moves to the new one", () => {
    const [old, back, heron] = [new Person(true), new Person(true), new Person(true)];
    const world = worldOf(old, heron);
    show(old, 11, '{"at":1}');
    world.settle();
    old.isDead = true;
    world.join(back);
    show(back, 11, '{"at":2}', 1);
    back.sent.unshift(back.sent.pop() ?? new Uint8Array());
    world.settle();
    expect(world.closed).toMatchObject([{ socket: old.socket, code: 4408 }]);
    expect(heard(heron)).toEqual([
      { client: 11, state: '{"at":1}' },
      { client: 11, state: null },
      { client: 11, state: '{"at":2}' },
    ]);
  });

  test("that a stock client renews is answered with everybody's, so that it hears something and forgets nobody", () => {
    const [fox, heron] = [new Person(true), new Person(false)];
    const world = worldOf(fox, heron);
    show(fox, 11, "{}");
    show(heron, 22, "{}", 1);
    world.settle();
    heron.heard.length = 0;
    show(heron, 22, "{}", 2);
    world.settle();
    expect(heard(heron)).toEqual([
      { client: 22, state: "{}" },
      { client: 11, state: "{}" },
    ]);
  });

  test("taken back faster than it is passed on is gone when its socket leaves", () => {
    const [fox, heron] = [new Person(true), new Person(true)];
    const world = worldOf(fox, heron);
    for (let n = 0; n < 25; n += 1) fox.show(JSON.stringify({ at: n }));
    fox.show(null);
    world.deliverAll(fox);
    world.leave(fox);
    world.settle();
    expect(heard(heron).at(-1)).toEqual({ client: fox.doc.clientID, state: null });
  });

  test("of one is passed on twenty times a second at most, and its last state always", () => {
    const [fox, heron] = [new Person(true), new Person(true)];
    const world = worldOf(fox, heron);
    for (let n = 0; n < 300; n += 1) {
      fox.show(`{"at":${n}}`);
      world.deliverAll(fox);
      world.passTime(10);
    }
    expect(heard(heron).length).toBeGreaterThan(50);
    expect(heard(heron).length).toBeLessThanOrEqual(20 + 3 * 20);
    world.settle();
    expect(heard(heron).at(-1)?.state).toBe('{"at":299}');
    expect(world.hasTimer).toBe(false);
  });

  test("that is too large to keep ends the connection and nobody hears of it", () => {
    const [fox, heron] = [new Person(true), new Person(true)];
    const world = worldOf(fox, heron);
    show(fox, 11, JSON.stringify({ name: "x".repeat(3_000) }));
    world.settle();
    expect(world.closed).toMatchObject([{ code: 4413 }]);
    expect(heard(heron)).toEqual([]);
  });
});

describe("the presence of somebody who is here", () => {
  test("is refused to another when that one answers, and the others hear nothing of it", () => {
    const [fox, heron, thief] = [new Person(true), new Person(true), new Person(true)];
    fox.state = "{}";
    const world = worldOf(fox, heron);
    heron.heard.length = 0;
    world.join(thief);
    sendRaw(world, thief, awarenessFrame({ client: fox.doc.clientID, clock: 1, state: '{"name":"thief"}' }));
    expect(closingOf(world, thief)).toBe(null);
    world.settle();
    expect(closingOf(world, thief)).toMatchObject({ code: 4403 });
    expect(heron.heard.filter(({ kind }) => kind === "awareness")).toEqual([]);
  });

  test("passes to another when that one stays silent for three seconds", () => {
    const fox = new Person(false);
    const heron = new Person(true);
    fox.state = '{"at":1}';
    const world = worldOf(fox, heron);
    const lost = fox.socket;
    world.loseLine(fox);
    fox.state = '{"at":2}';
    world.join(fox);
    world.deliverAll(fox);
    world.passTime(2_900);
    expect(world.closed).toEqual([]);
    world.passTime(200);
    expect(world.closed).toMatchObject([{ socket: lost, code: 4503 }]);
    expect(heard(heron).map(({ state }) => state)).toEqual(['{"at":1}', null, '{"at":2}']);
  });

  test("claimed in vain leaves nothing behind when another id was shown since", () => {
    const [fox, heron, thief] = [new Person(true), new Person(true), new Person(true)];
    fox.state = '{"name":"fox"}';
    const world = worldOf(fox, heron);
    world.loseLine(fox);
    world.join(thief);
    sendRaw(world, thief, awarenessFrame({ client: fox.doc.clientID, clock: 1, state: '{"name":"claimed"}' }));
    sendRaw(world, thief, awarenessFrame({ client: 7, clock: 1, state: '{"name":"thief"}' }));
    world.settle();
    world.leave(thief);
    expect(heard(heron).map(({ state }) => state)).toEqual(['{"name":"fox"}', '{"name":"thief"}', null]);
  });
});
