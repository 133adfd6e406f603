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

describe("while an edit waits for its work", () => {
  const debt = { workBurst: 20_000, workPerSecond: 4_000, documentWorkBurst: 1_200, documentWorkPerSecond: 8_000 };

  test("what it deletes is deleted although another brings it as text in between", () => {
    const [fox, heron, owl] = [new Person(true), new Person(true), new Person(true)];
    const world = settled(debt, fox, heron, owl);
    for (let n = 0; n < 100; n += 1) {
      fox.text.insert(0, "x");
      world.settle();
    }
    world.rollBack(0);
    heron.text.delete(0, 4);
    owl.doc.transact(() => {
      for (let n = 0; n < 1_500; n += 1) owl.text.insert(100, "y");
    });
    for (const person of [owl, fox, heron]) {
      world.join(person);
      world.deliverAll(person);
    }
    world.settle();
    expect(heron.isSaved).toBe(true);
    expect(world.stored().length).toBe(1_500 + 96);
    expect(fox.text.toString()).toBe(heron.text.toString());
  });

  test("its author may be asked, and answers with all of it once more", () => {
    const [fox, heron] = [new Person(true), new Person(true)];
    const limits = { workBurst: 30_000, workPerSecond: 4_000, documentWorkBurst: 4_000, documentWorkPerSecond: 8_000 };
    const world = settled({ ...limits, askBytes: 1_000 }, fox, heron);
    writeBackwards(fox, 28_000);
    world.deliverAll(fox);
    heron.text.insert(0, "z".repeat(2_000));
    world.settle();
    expect(world.closed).toEqual([]);
    expect([fox.isSaved, heron.isSaved]).toEqual([true, true]);
    expect(world.stored().text).toBe(fox.text.toString());
  });

  test("looking at what it deletes is paid for once, and does not eat what it waits for", () => {
    const [fox, heron] = [new Person(true), new Person(true)];
    fox.doc.clientID = 2_000;
    heron.doc.clientID = 1_000;
    const world = settled({ ...tight, workBurst: 2_500 }, fox, heron);
    fox.text.insert(0, "L");
    writeBackwards(heron, 2_000);
    world.settle();
    const end = fox.text.length;
    world.leave(fox);
    heron.doc.transact(() => {
      for (let n = 0; n < 2_300; n += 1) heron.text.insert(end, "x");
    });
    world.settle();
    world.passTime(20_000);
    fox.doc.transact(() => {
      for (let n = 0; n < 3; n += 1) fox.text.insert(end, "y");
      fox.text.delete(0, 2_000);
    });
    world.join(fox);
    world.settle();
    expect(world.closed).toEqual([]);
    expect(fox.isSaved).toBe(true);
    expect(heron.text.toString()).toBe(fox.text.toString());
  });

  test("it may come back in more parts than its frame had", () => {
    const fox = new Person(true);
    const world = settled({ partsPerFrame: 3_000 }, fox);
    const client = fox.doc.clientID;
    const units = 20_000;
    const odd = Array.from({ length: units / 2 }, (_, n) => ({ client, clock: 2 * n, length: 1 }));
    sendRaw(world, fox, updateFrame([insertion(client, 0, "ab".repeat(units / 2))], odd));
    world.settle();
    expect(world.closed).toEqual([]);
    expect(world.stored().text).toBe("b".repeat(units / 2));
  });

  test("it goes on, item by item if need be, when a socket may do next to nothing at once", () => {
    const fox = new Person(true);
    const world = settled({ workBurst: 20, workPerSecond: 100_000 }, fox);
    for (let n = 0; n < 1_100; n += 1) {
      fox.doc.transact(() => {
        for (let times = 0; times < 10; times += 1) fox.text.insert(0, "abc");
      });
      world.settle();
      world.passTime(10);
    }
    fox.doc.transact(() => {
      for (let n = 0; n < 300; n += 1) fox.text.delete(1 + 2 * n, 1);
    });
    world.settle();
    expect(world.closed).toEqual([]);
    expect(fox.isSaved).toBe(true);
    expect(world.stored().length).toBe(33_000 - 300);
  });
});
