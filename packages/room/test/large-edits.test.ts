import { LiveDocument } from "@samepage/document";
import { encodeEdit, encodeFrame, type Insertion } from "@samepage/protocol";
import { describe, expect, test } from "vitest";
import { Person } from "./person.ts";
import { closingOf, insertion, sendRaw, updateFrame } from "./raw.ts";
import { World } from "./world.ts";

/** A fiftieth of the default budgets, so that what waits in them is small. */
const tight = { workBurst: 20_000, workPerSecond: 4_000, documentWorkBurst: 4_000, documentWorkPerSecond: 8_000 };

/** Characters each written at the left of the one before: Yjs cannot merge them. */
function writeBackwards(person: Person, count: number): void {
  person.doc.transact(() => {
    for (let n = 0; n < count; n += 1) person.text.insert(0, "x");
  });
}

/** The insertions of a run, each beside the one before. */
function run(client: number, count: number): Insertion[] {
  return Array.from({ length: count }, (_, n) =>
    insertion(client, n, "x", n === 0 ? null : { client, clock: n - 1 }, null),
  );
}

function settled(limits: ConstructorParameters<typeof World>[0], ...people: readonly Person[]): World {
  const world = new World(limits);
  for (const person of people) world.join(person);
  world.settle();
  return world;
}

describe("an honest edit that is more work than may be done at once", () => {
  test("is saved when it is one deletion of everything", () => {
    const [fox, heron] = [new Person(true), new Person(true)];
    const world = settled(tight, fox, heron);
    for (let n = 0; n < 3; n += 1) writeBackwards(fox, 10_000);
    world.settle();
    fox.text.delete(0, fox.text.length);
    world.settle();
    expect(world.closed).toEqual([]);
    expect(fox.isSaved).toBe(true);
    expect([heron.text.length, world.stored().length]).toEqual([0, 0]);
  });

  test("is saved however long it takes, as long as it goes on", () => {
    const [fox, heron] = [new Person(true), new Person(true)];
    const world = settled({ ...tight, workPerSecond: 1_000 }, fox, heron);
    for (let n = 0; n < 6; n += 1) writeBackwards(fox, 10_000);
    const begun = world.now;
    world.settle();
    expect(world.now - begun).toBeGreaterThan(60_000);
    expect(world.closed).toEqual([]);
    expect(fox.isSaved).toBe(true);
    expect(heron.text.length).toBe(60_000);
  });

  test("counts the client ids in it once", () => {
    const person = new Person(true);
    const world = settled({ newClientsPerFrame: 100, workBurst: 100, workPerSecond: 100 }, person);
    const chain = Array.from({ length: 80 }, (_, n) =>
      insertion(5_000 + n, 0, "x", n === 0 ? null : { client: 4_999 + n, clock: 0 }),
    );
    const update = encodeEdit({ insertions: chain, deletions: [] });
    sendRaw(world, person, encodeFrame({ kind: "sync-step-2", update }));
    world.settle();
    expect(world.closed).toEqual([]);
    expect(world.storedClocks().size).toBe(80);
  });

  test("makes no text longer than it may be while it replaces a full one", () => {
    const [fox, heron] = [new Person(true), new Person(true)];
    const world = settled({ ...tight, textLength: 10_000 }, fox, heron);
    writeBackwards(fox, 9_000);
    world.settle();
    let longest = 0;
    heron.text.observe(() => {
      longest = Math.max(longest, heron.text.length);
    });
    fox.doc.transact(() => {
      fox.text.delete(0, 9_000);
      writeBackwards(fox, 9_500);
    });
    world.settle();
    expect(world.closed).toEqual([]);
    expect(heron.text.length).toBe(9_500);
    expect(longest).toBe(9_500);
  });
});

test("a large edit that turns out to cross ends its sender's connection, and nobody loads the document again", () => {
  let loads = 0;
  const count = (): LiveDocument => {
    loads += 1;
    return new LiveDocument();
  };
  const [fox, forger] = [new Person(true), new Person(true)];
  const world = new World({}, count);
  for (const person of [fox, forger]) world.join(person);
  fox.text.insert(0, "honest");
  world.settle();
  const before = loads;
  const own = forger.doc.clientID;
  const victim = fox.doc.clientID;
  const crossed = insertion(own, 300, "x", { client: victim, clock: 3 }, { client: victim, clock: 1 });
  const first = run(own, 300).map((one) => (one.clock === 0 ? { ...one, origin: { client: victim, clock: 5 } } : one));
  sendRaw(world, forger, updateFrame([...first, crossed]));
  expect(closingOf(world, forger)).toEqual({ code: 4400, reason: "crossed-origins" });
  expect(loads).toBe(before);
  world.settle();
  expect(world.stored().text).toBe(fox.text.toString());
  expect(fox.text.toString()).toBe(`honest${"x".repeat(300)}`);
});

test("what somebody sends again and again is read only as fast as it may cost", () => {
  const person = new Person(true);
  const world = settled({ framesPerSecond: 0, bytesPerSecond: 0, workBurst: 100_000, workPerSecond: 20_000 }, person);
  const frame = updateFrame(run(7, 30_000));
  sendRaw(world, person, frame);
  world.settle();
  world.passTime(60_000);
  const acknowledged = (): number =>
    person.heard.reduce((sum, heard) => sum + (heard.kind === "acknowledge" ? heard.frames : 0), 0);
  const before = acknowledged();
  for (let n = 0; n < 10; n += 1) sendRaw(world, person, frame.slice());
  expect(acknowledged() - before).toBeLessThanOrEqual(3);
  world.settle();
  expect(acknowledged() - before).toBe(10);
});

test("client ids are counted however they are brought, but for one's own", () => {
  const person = new Person(true);
  const world = settled({ clientsPerDocument: 20, newClientsPerFrame: 1_000 }, person);
  for (let n = 0; n < 30; n += 1) {
    const origin = n === 0 ? null : { client: 999_999 + n, clock: 0 };
    const update = encodeEdit({ insertions: [insertion(1_000_000 + n, 0, "x", origin)], deletions: [] });
    sendRaw(world, person, encodeFrame({ kind: "sync-step-2", update }));
  }
  world.settle();
  expect(closingOf(world, person)).toMatchObject({ code: 4413, reason: "too many client ids" });
  expect(world.storedClocks().size).toBeLessThanOrEqual(21);
});
