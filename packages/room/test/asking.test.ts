import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { Person } from "./person.ts";
import { type, worldOf } from "./typing.ts";
import { World } from "./world.ts";

/** Has `person` ask for a commit, as its client does from then on. */
function asksFromNowOn(world: World, person: Person): void {
  person.text.insert(0, "a");
  person.askToStore();
  world.settle();
  person.text.delete(0, 1);
  world.settle();
  world.passTime(10_000);
}

describe("commits, [P29],", () => {
  test("come when those ask for them who have asked before, and need no timer", () => {
    const fox = new Person(true);
    const world = worldOf(new World(), fox);
    asksFromNowOn(world, fox);
    type(world, fox, 1, 0);
    world.passTime(0);
    expect(fox.isSaved).toBe(true);
    type(world, fox, 1, 100);
    expect(world.hasTimer).toBe(false);
    const before = world.commits;
    world.passTime(300);
    expect(world.commits).toBe(before);
    fox.askToStore();
    world.deliver(fox);
    world.passTime(0);
    expect(world.commits).toBe(before + 1);
    expect(fox.isSaved).toBe(true);
  });

  test("that were asked for too soon come after a quarter of a second", () => {
    const fox = new Person(true);
    const world = worldOf(new World(), fox);
    asksFromNowOn(world, fox);
    type(world, fox, 1, 0);
    world.passTime(0);
    type(world, fox, 1, 10);
    fox.askToStore();
    world.deliver(fox);
    expect(fox.isSaved).toBe(false);
    world.passTime(245);
    expect(fox.isSaved).toBe(true);
  });

  test("that nobody asks for after all come with an alarm, before a runtime would hibernate", () => {
    const fox = new Person(true);
    const world = worldOf(new World(), fox);
    asksFromNowOn(world, fox);
    type(world, fox, 1, 0);
    world.settle();
    type(world, fox, 1, 100);
    expect([world.stored().text, world.hasTimer]).toEqual(["a", false]);
    world.passTime(9_000);
    expect(fox.isSaved).toBe(true);
    expect(world.stored().text).toBe("aa");
    expect([world.hasTimer, world.alarmAt]).toEqual([false, null]);
  });

  test("of what somebody wrote last come when he has left without asking", () => {
    const [fox, heron] = [new Person(true), new Person(true)];
    const world = worldOf(new World(), fox, heron);
    asksFromNowOn(world, fox);
    type(world, fox, 1, 0);
    world.passTime(0);
    type(world, fox, 1, 10);
    expect(world.hasTimer).toBe(false);
    world.leave(fox);
    world.passTime(255);
    expect(world.stored().text).toBe("aa");
    expect(world.hasTimer).toBe(false);
  });

  test("of what waited while it was asked for come as soon as it is accepted", () => {
    const [fox, heron] = [new Person(true), new Person(true)];
    const world = worldOf(new World({ workPerSecond: 1_000, workBurst: 2_000, commitIntervalMs: 5_000 }), fox, heron);
    asksFromNowOn(world, fox);
    const elsewhere = new Y.Doc();
    for (let n = 0; n < 5_000; n += 1) elsewhere.getText("text").insert(0, "ab");
    Y.applyUpdate(fox.doc, Y.encodeStateAsUpdate(elsewhere));
    world.deliver(fox);
    fox.askToStore();
    world.deliver(fox);
    expect(fox.isSaved).toBe(false);
    for (let n = 0; n < 200 && heron.text.length < fox.text.length; n += 1) world.passTime(100);
    world.passTime(255);
    expect(fox.isSaved).toBe(true);
    expect(world.stored().text).toBe(fox.text.toString());
    expect(world.hasTimer).toBe(false);
  });

  test("cannot be asked for by who has nothing to be stored, or may not write", () => {
    const [fox, heron, viewer] = [new Person(true), new Person(true), new Person(true)];
    const world = worldOf(new World({ commitIntervalMs: 9_000 }), fox, heron);
    world.join(viewer, { role: "view" });
    world.settle();
    asksFromNowOn(world, fox);
    const before = world.commits;
    for (let n = 0; n < 90; n += 1) {
      type(world, fox, 1, 100);
      for (const person of [heron, viewer]) {
        person.send({ kind: "sync-step-2", update: Uint8Array.of(0, 0) });
        if (person === viewer) person.send({ kind: "store" });
        world.deliverAll(person);
      }
    }
    expect(world.commits - before).toBeLessThanOrEqual(2);
  });

  test("acknowledge who never asks and brings nothing new while another's edit waits to be asked for", () => {
    const [fox, heron] = [new Person(true), new Person(true)];
    const world = worldOf(new World(), fox);
    asksFromNowOn(world, fox);
    type(world, fox, 1, 50);
    type(world, fox, 1, 0);
    world.join(heron);
    world.deliverAll(heron);
    world.passTime(255);
    expect(heron.isSaved).toBe(true);
    expect(world.hasTimer).toBe(false);
  });

  test("are not made sooner by an alarm, and an alarm that was lost is set again", () => {
    const fox = new Person(true);
    const world = worldOf(new World(), fox);
    asksFromNowOn(world, fox);
    type(world, fox, 1, 100);
    type(world, fox, 1, 0);
    world.passTime((world.alarmAt ?? Number.NaN) - world.now - 10);
    const before = world.commits;
    type(world, fox, 1, 1);
    type(world, fox, 1, 9);
    expect(world.commits).toBe(before + 1);
    world.passTime(255);
    type(world, fox, 1, 0);
    expect(world.alarmAt).not.toBeNull();
    world.alarmAt = null;
    world.passTime(20_000);
    type(world, fox, 2, 0);
    expect(world.alarmAt).not.toBeNull();
  });

  test("of what was merged with another's come when that one has left", () => {
    const [fox, heron, owl] = [new Person(true), new Person(true), new Person(true)];
    const world = worldOf(new World({ commitIntervalMs: 5_000 }), fox, heron, owl);
    asksFromNowOn(world, fox);
    asksFromNowOn(world, heron);
    type(world, owl, 1, 0);
    world.settle();
    type(world, fox, 1, 0);
    type(world, heron, 120, 0);
    world.receive({ kind: "text-needed" });
    world.loseLine(fox);
    world.leave(heron);
    world.passTime(5_100);
    expect(world.stored().text).toBe(owl.text.toString());
  });

  test("come although the clock goes back a little again and again", () => {
    const [fox, heron] = [new Person(true), new Person(true)];
    const world = worldOf(new World(), fox, heron);
    asksFromNowOn(world, fox);
    type(world, fox, 1, 50);
    type(world, fox, 1, 0);
    world.loseLine(fox);
    for (let n = 0; n < 5; n += 1) {
      world.passTime(3_000);
      world.receive({ kind: "text-needed" });
      world.now -= 5;
      world.receive({ kind: "text-needed" });
    }
    expect(world.stored().text).toBe(heron.text.toString());
  });

  test("need no timer after an asking that came too late", () => {
    const fox = new Person(true);
    const world = worldOf(new World(), fox);
    asksFromNowOn(world, fox);
    type(world, fox, 1, 0);
    expect(fox.isSaved).toBe(true);
    fox.send({ kind: "store" });
    world.deliverAll(fox);
    world.passTime(200);
    type(world, fox, 1, 0);
    expect(world.hasTimer).toBe(false);
  });
});
