import { encodeEdit, encodeFrame } from "@samepage/protocol";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { Person } from "./person.ts";
import { closingOf, insertion, sendRaw, updateFrame } from "./raw.ts";
import { World } from "./world.ts";

const limits = { askBytes: 10_000, slowBytes: 50_000 };

function worldOf(...people: Person[]): World {
  const world = new World(limits);
  for (const person of people) world.join(person);
  world.settle();
  return world;
}

function questionsTo(person: Person): number {
  return person.heard.filter(({ kind }) => kind === "sync-step-1").length;
}

/** Has `writer` send `bytes` and more, in frames of a thousand each, which it deletes again. */
function write(world: World, writer: Person, bytes: number): void {
  for (let sent = 0; sent < bytes; sent += 1_000) {
    writer.text.insert(0, "x".repeat(1_000));
    writer.text.delete(0, 1_000);
    world.deliverAll(writer);
    world.passTime(100);
  }
}

describe("one that is sent much", () => {
  test("is asked for a sign of life, and stays when it gives one, however much it is sent", () => {
    const [writer, reader] = [new Person(true), new Person(false)];
    const world = worldOf(writer, reader);
    expect(questionsTo(reader)).toBe(1);
    for (let round = 0; round < 20; round += 1) {
      write(world, writer, 12_000);
      expect(questionsTo(reader)).toBe(2 + round);
      world.deliverAll(reader);
    }
    expect(world.closed).toEqual([]);
  });

  test("and does not answer is asked once, and closed when it is sent much more", () => {
    for (const isExtended of [true, false]) {
      const writer = new Person(true);
      const reader = new Person(isExtended);
      const world = worldOf(writer, reader);
      write(world, writer, 55_000);
      expect(closingOf(world, reader)).toBe(null);
      expect(questionsTo(reader)).toBe(2);
      write(world, writer, 20_000);
      expect(closingOf(world, reader)).toEqual({ code: isExtended ? 4408 : 4503, reason: "too slow" });
      expect(world.closed.length).toBe(1);
    }
  });

  test("and is closed comes back and has everything", () => {
    const [writer, reader] = [new Person(true), new Person(true)];
    const world = worldOf(writer, reader);
    world.loseLine(reader);
    writer.text.insert(0, "kept ");
    write(world, writer, 80_000);
    expect(world.closed.length).toBe(1);
    world.join(reader);
    world.settle();
    expect(reader.text.toString()).toBe(writer.text.toString());
  });
});

test("one that is silent is closed after three seconds, however many want to know in between whether it is there", () => {
  const [silent, watcher] = [new Person(true), new Person(true)];
  const world = worldOf(silent, watcher);
  silent.text.insert(0, "mine");
  world.settle();
  const lost = silent.socket;
  world.loseLine(silent);
  for (let n = 0; n < 7; n += 1) {
    const claimant = new Person(true);
    world.join(claimant);
    world.deliverAll(claimant);
    sendRaw(
      world,
      claimant,
      updateFrame([insertion(silent.doc.clientID, 4, "more", { client: silent.doc.clientID, clock: 3 })]),
    );
    world.passTime(500);
  }
  expect(world.closed).toMatchObject([{ socket: lost, code: 4408 }]);
});

describe("one that joins", () => {
  test("is not closed for a first answer that is larger than what counts as too much", () => {
    const [writer, late] = [new Person(true), new Person(true)];
    const world = worldOf(writer);
    writer.text.insert(0, "x".repeat(200_000));
    world.settle();
    world.join(late);
    const [question, ...rest] = late.sent;
    late.sent = [question ?? new Uint8Array()];
    world.deliver(late);
    expect(late.text.length).toBe(200_000);
    write(world, writer, 30_000);
    expect(world.closed).toEqual([]);
    late.sent = rest;
    world.settle();
    expect(world.closed).toEqual([]);
    expect(late.text.toString()).toBe(writer.text.toString());
  });

  test("and asks again after it has answered is not closed either", () => {
    const [writer, late] = [new Person(true), new Person(true)];
    const world = worldOf(writer);
    writer.text.insert(0, "x".repeat(200_000));
    world.settle();
    world.join(late);
    world.settle();
    world.passTime(2_000);
    late.send({ kind: "sync-step-1", stateVector: Uint8Array.of(0) });
    world.deliver(late);
    late.sent = [];
    expect(questionsTo(late)).toBeGreaterThan(1);
    write(world, writer, 30_000);
    expect(world.closed).toEqual([]);
    write(world, writer, 240_000);
    expect(closingOf(world, late)).toMatchObject({ code: 4408 });
  });
});

test("who asks for the whole document again and again, and answers blindly, is closed before it fills the memory", () => {
  const [reader, glutton] = [new Person(true), new Person(false)];
  const world = new World();
  world.join(reader);
  world.settle();
  reader.text.insert(0, "x".repeat(2_000_000));
  world.settle();
  world.join(glutton, { role: "view" });
  world.settle();
  const nothing = encodeFrame({ kind: "sync-step-2", update: encodeEdit({ insertions: [], deletions: [] }) });
  const question = encodeFrame({ kind: "sync-step-1", stateVector: Uint8Array.of(0) });
  let seconds = 0;
  for (; closingOf(world, glutton) === null && seconds < 600; seconds += 1) {
    for (const frame of [nothing, nothing, question]) sendRaw(world, glutton, frame);
    world.passTime(1_000);
  }
  expect(closingOf(world, glutton)).toEqual({ code: 4429, reason: "too many answers" });
  const bytes = world.sends.filter(({ sockets }) => sockets.includes(glutton.socket)).map((sent) => sent.bytes.length);
  expect(bytes.reduce((sum, length) => sum + length, 0)).toBeLessThan(10_000_000);
  expect(closingOf(world, reader)).toBeNull();
});

test("who asks again for what is new since, as often as it likes, is answered", () => {
  const [writer, stock] = [new Person(true), new Person(false)];
  const world = new World();
  world.join(writer);
  world.settle();
  writer.text.insert(0, "x".repeat(500_000));
  world.settle();
  world.join(stock);
  world.settle();
  for (let second = 0; second < 200; second += 1) {
    writer.text.insert(0, "more ");
    world.settle();
    stock.send({ kind: "sync-step-1", stateVector: Y.encodeStateVector(stock.doc) });
    world.settle();
    world.passTime(1_000);
  }
  expect(world.closed).toEqual([]);
});
