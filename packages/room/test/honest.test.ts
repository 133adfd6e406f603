import { decodeEdit, encodeEdit, encodeFrame, splitEdit } from "@samepage/protocol";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { Person } from "./person.ts";
import { closingOf, insertion, sendRaw, updateFrame } from "./raw.ts";
import { World } from "./world.ts";

function worldOf(...people: readonly Person[]): World {
  const world = new World();
  for (const person of people) world.join(person);
  world.settle();
  return world;
}

/** Has `person` come back and say what it has in frames of at most `mostBytes`, as ours does. */
function returnInPieces(world: World, person: Person, mostBytes: number): void {
  world.join(person);
  const whole = decodeEdit(Y.encodeStateAsUpdate(person.doc));
  if (!whole.ok) throw new Error(whole.reason);
  const pieces = splitEdit(whole.value, mostBytes).map((edit) =>
    encodeFrame({ kind: "sync-step-2", update: encodeEdit(edit) }),
  );
  person.unacknowledged += pieces.length - 1;
  person.sent.splice(-1, 1, ...pieces);
}

describe("what honest people do is never refused:", () => {
  test("replacing every word of a long text at once, and undoing it", () => {
    const [fox, heron] = [new Person(true), new Person(true)];
    const world = worldOf(fox, heron);
    fox.text.insert(0, "the cat. ".repeat(12_000));
    world.settle();
    const undo = new Y.UndoManager(fox.text);
    fox.doc.transact(() => {
      for (let n = 12_000 - 1; n >= 0; n -= 1) {
        fox.text.delete(9 * n + 4, 3);
        fox.text.insert(9 * n + 4, "dog");
      }
    });
    world.deliverAll(fox);
    heron.text.insert(0, "Meanwhile: ");
    world.settle();
    undo.undo();
    world.settle();
    expect(world.closed).toEqual([]);
    expect(fox.isSaved).toBe(true);
    expect(fox.text.toString()).toBe(`Meanwhile: ${"the cat. ".repeat(12_000)}`);
    expect(heron.text.toString()).toBe(fox.text.toString());
    expect(world.stored().text).toBe(fox.text.toString());
  });

  test("bringing back in pieces what another wrote, which makes nobody its author", () => {
    const [fox, heron] = [new Person(true), new Person(true)];
    const world = worldOf(fox, heron);
    heron.text.insert(0, "h".repeat(30_000));
    world.settle();
    world.rollBack(0);
    returnInPieces(world, fox, 10_000);
    world.settle();
    heron.text.insert(0, "typed offline ");
    heron.state = "{}";
    world.join(heron);
    world.settle();
    expect(world.closed).toEqual([]);
    expect(world.stored().text).toBe(heron.text.toString());
  });

  test("bringing all at once what its owner, who is here too, says in pieces", () => {
    const [owner, reader] = [new Person(true), new Person(true)];
    const world = worldOf(owner, reader);
    owner.text.insert(0, "p".repeat(25_000));
    world.settle();
    world.rollBack(0);
    owner.state = "{}";
    owner.text.insert(0, "typed while away ");
    returnInPieces(world, owner, 10_000);
    world.deliver(owner);
    world.deliver(owner);
    world.join(reader);
    world.deliverAll(reader);
    world.settle();
    expect(world.closed).toEqual([]);
    expect(world.stored().text).toBe(owner.text.toString());
  });

  test("typing in a document that has as many client ids as it may", () => {
    const world = new World({ clientsPerDocument: 30 });
    const fox = new Person(true);
    world.join(fox);
    world.settle();
    sendRaw(world, fox, updateFrame(Array.from({ length: 30 }, (_, n) => insertion(n, 0, "a"))));
    const heron = new Person(true);
    world.join(heron);
    world.settle();
    heron.text.insert(0, "mine");
    world.settle();
    expect(world.closed).toEqual([]);
    expect(world.stored().text).toContain("mine");
  });
});

test("what contradicts the document is refused, and not called saved", () => {
  const [anna, stranger] = [new Person(true), new Person(true)];
  const world = worldOf(anna, stranger);
  anna.text.insert(0, "Anna. ");
  world.settle();
  world.leave(anna);
  anna.text.insert(6, "Offline.");
  sendRaw(
    world,
    stranger,
    updateFrame([insertion(anna.doc.clientID, 6, "Evil!!!!", { client: anna.doc.clientID, clock: 5 })]),
  );
  world.leave(stranger);
  // The server's state vector says that it has all of hers; ours answers with what it knows to be unsaved.
  world.join(anna);
  sendRaw(world, anna, encodeFrame({ kind: "sync-step-2", update: Y.encodeStateAsUpdate(anna.doc) }));
  expect(closingOf(world, anna)).toEqual({ code: 4403, reason: "somebody else has written under the same id" });
  expect(anna.isSaved).toBe(false);
});

test("a frame that repeats what is not stored yet is acknowledged after the commit, however late a timer comes", () => {
  const [owner, bringer] = [new Person(true), new Person(true)];
  owner.state = "{}";
  const world = worldOf(owner, bringer);
  world.passTime(5_000);
  const id = owner.doc.clientID;
  const [first, second] = [
    updateFrame([insertion(id, 0, "owned")]),
    updateFrame([insertion(id, 5, "!", { client: id, clock: 4 })]),
  ];
  owner.isDead = true;
  sendRaw(world, bringer, first);
  world.passTime(2_800);
  sendRaw(world, owner, first);
  world.passTime(0);
  sendRaw(world, owner, second);
  sendRaw(world, bringer, second);
  bringer.heard.length = 0;
  world.isStorageFailing = true;
  // A timer that comes late: the owner is given up and the commit is due in one turn.
  world.now += 300;
  world.passTime(0);
  expect(closingOf(world, owner)).toMatchObject({ code: 4408 });
  expect(bringer.heard.filter(({ kind }) => kind === "acknowledge")).toEqual([]);
  world.isStorageFailing = false;
  world.settle();
  expect(
    bringer.heard.flatMap((frame) => (frame.kind === "acknowledge" ? [frame.frames] : [])).reduce((a, b) => a + b, 0),
  ).toBe(2);
  expect(world.stored().text).toBe("owned!");
});
