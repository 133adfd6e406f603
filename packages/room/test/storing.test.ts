import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { Person } from "./person.ts";
import { type, worldOf } from "./typing.ts";
import { World } from "./world.ts";

function logRows(world: World): unknown {
  return world.sql.run("SELECT count(*) AS rows FROM log")[0]?.["rows"];
}

describe("commits", () => {
  test("come at once after a pause, and four times a second while somebody types", () => {
    const fox = new Person(true);
    const world = worldOf(new World(), fox);
    world.passTime(1_000);
    type(world, fox, 1, 0);
    world.passTime(0);
    expect(world.commits).toBe(1);
    expect(fox.isSaved).toBe(true);
    type(world, fox, 500, 20);
    world.settle();
    expect(world.commits).toBeGreaterThanOrEqual(38);
    expect(world.commits).toBeLessThanOrEqual(42);
    expect(world.hasTimer).toBe(false);
    expect(world.stored().text).toBe(fox.text.toString());
  });

  test("are as far apart as the deployment wants", () => {
    const fox = new Person(true);
    const world = worldOf(new World({ commitIntervalMs: 5_000 }), fox);
    world.passTime(10_000);
    const before = world.commits;
    type(world, fox, 100, 200);
    world.settle();
    expect(world.commits - before).toBe(5);
    expect(fox.isSaved).toBe(true);
  });

  test("come as soon when the clock has gone back an hour", () => {
    const fox = new Person(true);
    const world = worldOf(new World(), fox);
    type(world, fox, 1, 0);
    world.settle();
    world.now -= 3_600_000;
    type(world, fox, 1, 300);
    expect(fox.isSaved).toBe(true);
    type(world, fox, 2, 0);
    expect(fox.isSaved).toBe(false);
    world.now -= 3_600_000;
    world.receive({ kind: "text-needed" });
    world.passTime(255);
    expect(fox.isSaved).toBe(true);
  });

  test("of many edits are one merged update, and load to the same text", () => {
    const [fox, heron] = [new Person(true), new Person(true)];
    const world = worldOf(new World(), fox, heron);
    world.passTime(1_000);
    type(world, fox, 1, 0);
    world.passTime(0);
    for (let n = 0; n < 150; n += 1) {
      fox.text.insert(n % 5, "ab");
      heron.text.insert(heron.text.length, "c");
      heron.text.delete(0, 1);
      for (const person of [fox, heron]) world.deliverAll(person);
    }
    const before = world.commits;
    world.passTime(255);
    expect(world.commits).toBe(before + 1);
    expect(world.storedUpdates().length).toBe(2);
    expect(world.stored().text).toBe(fox.text.toString());
    expect(heron.text.toString()).toBe(fox.text.toString());
    for (const person of [fox, heron]) expect(person.isSaved).toBe(true);
  });

  test("of many edits behind one that was applied at once hold that one too", () => {
    const fox = new Person(true);
    const world = worldOf(new World(), fox);
    const elsewhere = new Y.Doc();
    for (let n = 0; n < 300; n += 1) elsewhere.getText("text").insert(0, "ab");
    world.passTime(1_000);
    type(world, fox, 1, 0);
    world.passTime(0);
    Y.applyUpdate(fox.doc, Y.encodeStateAsUpdate(elsewhere));
    type(world, fox, 150, 0);
    world.deliverAll(fox);
    world.passTime(255);
    expect(world.commits).toBe(2);
    expect(world.stored().text).toBe(fox.text.toString());
  });

  test("that fail keep every edit in order, and say so once, until storage takes them", () => {
    const [fox, heron] = [new Person(true), new Person(true)];
    const world = worldOf(new World(), fox, heron);
    world.isStorageFailing = true;
    type(world, fox, 300, 20);
    heron.text.insert(0, "in the midst ");
    world.deliverAll(heron);
    world.passTime(3_000);
    expect(world.stored().text).toBe("");
    expect(fox.isSaved).toBe(false);
    const told = (): string[] =>
      fox.heard.flatMap((frame) => (frame.kind === "announce" && frame.json.includes("storage") ? [frame.json] : []));
    expect(told().length).toBe(1);
    const late = new Person(true);
    world.join(late);
    world.deliverAll(late);
    expect(late.text.toString()).toBe(fox.text.toString());
    expect(late.heard).toContainEqual({ kind: "announce", json: '{"kind":"storage","isFailing":true}' });
    world.isStorageFailing = false;
    world.settle();
    expect(told().length).toBe(2);
    for (const person of [fox, heron, late]) expect(person.isSaved).toBe(true);
    expect(world.stored().text).toBe(fox.text.toString());
    expect(world.hasTimer).toBe(false);
  });
});

describe("the log is merged into the snapshot", () => {
  test("when it has five hundred rows", () => {
    const fox = new Person(true);
    const world = worldOf(new World(), fox);
    type(world, fox, 499, 255);
    world.settle();
    expect(world.compactions).toBe(0);
    type(world, fox, 1, 255);
    world.settle();
    expect(world.compactions).toBe(1);
    expect(logRows(world)).toBe(0);
    expect(world.stored().text).toBe(fox.text.toString());
  });

  test("when it is larger than an eighth of a megabyte, and than the snapshot", () => {
    const fox = new Person(true);
    const world = worldOf(new World(), fox);
    const compactions = [70_000, 70_000, 60_000, 60_000, 60_000].map((bytes) => {
      fox.text.insert(0, "x".repeat(bytes));
      world.settle();
      return world.compactions;
    });
    // At 140 kB for the first time; 120 kB are less than that snapshot, and 180 kB more.
    expect(compactions).toEqual([0, 1, 1, 1, 2]);
    expect(world.stored().text).toBe(fox.text.toString());
  });

  test("once when the last one leaves in the middle of a word", () => {
    const fox = new Person(true);
    const world = worldOf(new World(), fox);
    type(world, fox, 30, 255);
    fox.text.insert(0, "unstored ");
    world.deliver(fox);
    world.leave(fox);
    expect(world.compactions).toBe(1);
    expect(logRows(world)).toBe(0);
    expect(world.stored().text).toBe(fox.text.toString());
    world.settle();
    expect(world.compactions).toBe(1);
  });

  test("when the last one leaves and it is of some size, beside the snapshot too", () => {
    const visit = (world: World, bytes: number): number => {
      const fox = new Person(true);
      world.join(fox);
      world.settle();
      fox.text.insert(0, "x".repeat(bytes));
      world.settle();
      world.leave(fox);
      return world.compactions;
    };
    const visits = (...sizes: number[]): number[] => {
      const world = new World();
      return sizes.map((bytes) => visit(world, bytes));
    };
    // 60 kB are few, 70 kB are not.
    expect(visits(60_000, 10_000)).toEqual([0, 1]);
    // Of 300 kB 70 are no fourth, and 80 are.
    expect(visits(300_000, 70_000, 10_000)).toEqual([0, 0, 1]);
  });

  test("at once by a commit that is larger than both, which is then no row of it", () => {
    const fox = new Person(true);
    const world = worldOf(new World(), fox);
    type(world, fox, 3, 255);
    world.settle();
    const { commits } = world;
    world.isStorageFailing = true;
    fox.text.insert(2, "x".repeat(140_000));
    world.deliverAll(fox);
    world.passTime(3_000);
    expect([logRows(world), fox.isSaved]).toEqual([3, false]);
    world.isStorageFailing = false;
    fox.text.insert(0, "y");
    world.settle();
    expect([world.commits, world.compactions, logRows(world)]).toEqual([commits + 1, 0, 0]);
    expect(world.stored().text).toBe(fox.text.toString());
    expect(fox.isSaved).toBe(true);
    fox.text.insert(0, "x".repeat(140_000));
    world.settle();
    expect(logRows(world)).toBe(1);
  });

  test("when the last one leaves after a rest in which nothing was kept in memory", () => {
    const fox = new Person(true);
    const world = worldOf(new World(), fox);
    type(world, fox, 30, 255);
    world.settle();
    world.hibernate();
    world.leave(fox);
    expect([world.compactions, logRows(world)]).toEqual([1, 0]);
    expect(world.stored().text).toBe(fox.text.toString());
  });

  test("not while something of it is not stored", () => {
    const fox = new Person(true);
    const world = worldOf(new World(), fox);
    type(world, fox, 30, 255);
    world.isStorageFailing = true;
    type(world, fox, 1, 255);
    world.leave(fox);
    expect(world.compactions).toBe(0);
    world.isStorageFailing = false;
    world.settle();
    expect(world.compactions).toBe(1);
    expect(world.stored().text).toBe(fox.text.toString());
  });
});
