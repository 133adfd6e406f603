import { LiveDocument } from "@samepage/document";
import { decodeEdit, defaultLimits, encodeEdit } from "@samepage/protocol";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { Person } from "./person.ts";
import { insertion, sendRaw, updateFrame } from "./raw.ts";
import { World } from "./world.ts";

describe("an edit", () => {
  test("reaches the others before it is stored, and is acknowledged after", () => {
    const world = new World();
    const [fox, heron] = [new Person(true), new Person(true)];
    world.join(fox);
    world.join(heron);
    world.settle();
    fox.text.insert(0, "hello");
    world.deliver(fox);
    expect(heron.text.toString()).toBe("hello");
    expect(world.stored().text).toBe("");
    expect(fox.isSaved).toBe(false);
    world.settle();
    expect(world.stored().text).toBe("hello");
    expect(fox.isSaved).toBe(true);
  });

  test("of many in a quarter of a second is stored in one commit", () => {
    const world = new World();
    const fox = new Person(true);
    world.join(fox);
    world.settle();
    fox.text.insert(0, "a");
    world.settle();
    const before = world.commits;
    for (const letter of "a hundred keystrokes") {
      fox.text.insert(fox.text.length, letter);
      world.deliver(fox);
      world.passTime(5);
    }
    world.settle();
    expect(world.commits - before).toBe(1);
  });

  test("that storage refuses is not acknowledged, is said to be in trouble, and is stored when storage is well", () => {
    const world = new World();
    const fox = new Person(true);
    world.join(fox);
    world.settle();
    world.isStorageFailing = true;
    fox.text.insert(0, "kept");
    world.deliver(fox);
    world.passTime(1_000);
    expect(fox.isSaved).toBe(false);
    expect(fox.heard.at(-1)).toEqual({ kind: "announce", json: '{"kind":"storage","isFailing":true}' });
    world.isStorageFailing = false;
    world.settle();
    expect(fox.isSaved).toBe(true);
    expect(fox.heard.at(-1)).toEqual({ kind: "announce", json: '{"kind":"storage","isFailing":false}' });
    expect(world.stored().text).toBe("kept");
  });

  test("of a viewer ends the connection and changes nothing", () => {
    const world = new World();
    const [fox, viewer] = [new Person(true), new Person(true)];
    world.join(fox);
    world.join(viewer, { role: "view" });
    world.settle();
    viewer.text.insert(0, "vandal");
    world.settle();
    expect(world.closed).toMatchObject([{ code: 4403 }]);
    expect(fox.text.toString()).toBe("");
    expect(world.stored().text).toBe("");
  });

  test("that leaves a gap is neither announced nor stored, and what came before it from others is", () => {
    const world = new World();
    const [fox, stranger] = [new Person(true), new Person(true)];
    world.join(fox);
    world.join(stranger);
    world.settle();
    fox.text.insert(0, "good");
    stranger.text.insert(0, "lost");
    stranger.sent.length = 0;
    stranger.text.insert(4, "late");
    world.settle();
    expect(world.closed).toMatchObject([{ code: 4400 }]);
    expect(world.stored().text).toBe("good");
    expect(fox.heard.filter(({ kind }) => kind === "update")).toEqual([]);
    fox.text.insert(4, " still");
    world.settle();
    expect(world.stored().text).toBe("good still");
  });

  test("that makes the text too long is neither announced nor stored", () => {
    const world = new World();
    const [fox, glutton] = [new Person(true), new Person(true)];
    world.join(fox);
    world.join(glutton);
    fox.text.insert(0, "short");
    world.settle();
    glutton.text.insert(0, "x".repeat(defaultLimits.textLength));
    world.settle();
    expect(world.closed).toMatchObject([{ code: 4413 }]);
    expect(fox.text.toString()).toBe("short");
    expect(world.stored().text).toBe("short");
  });

  test("that does not fit a full text is refused without loading the document again, and one that makes room fits", () => {
    let loads = 0;
    const load = (): LiveDocument => {
      loads += 1;
      return new LiveDocument();
    };
    const world = new World({ textLength: 1_000 }, load);
    const [fox, glutton] = [new Person(true), new Person(true)];
    world.join(fox);
    world.join(glutton);
    world.settle();
    fox.text.insert(0, "x".repeat(1_000));
    world.settle();
    fox.doc.transact(() => {
      fox.text.delete(0, 10);
      fox.text.insert(0, "y".repeat(10));
    });
    glutton.text.delete(500, 10);
    world.settle();
    expect(world.closed).toEqual([]);
    glutton.text.insert(0, "x".repeat(11));
    world.settle();
    expect(world.closed).toMatchObject([{ code: 4413 }]);
    expect(world.stored().text).toBe(fox.text.toString());
    expect(loads).toBe(1);
  });

  test("sent by a stock client before it told what it had waits for that", () => {
    const world = new World();
    const [fox, stock] = [new Person(true), new Person(false)];
    stock.text.insert(0, "offline ");
    world.join(fox);
    world.settle();
    world.join(stock);
    const answer = stock.sent.pop() ?? new Uint8Array();
    stock.text.insert(8, "online");
    stock.sent.push(answer);
    world.settle();
    expect(world.closed).toEqual([]);
    expect(fox.text.toString()).toBe("offline online");
  });

  test("that was held behind one that is refused is not taken", () => {
    const world = new World();
    const [fox, stranger] = [new Person(true), new Person(true)];
    world.join(fox);
    world.join(stranger);
    sendRaw(world, stranger, updateFrame([insertion(7, 5, "a gap")]));
    sendRaw(world, stranger, updateFrame([insertion(8, 0, "after it")]));
    world.settle();
    expect(world.closed).toMatchObject([{ code: 4400, reason: "gap" }]);
    expect(fox.text.toString()).toBe("");
    expect(world.stored().text).toBe("");
  });

  test("that brings in pieces what is deleted is deleted for those, too, who still have it", () => {
    const world = new World();
    const [fox, heron] = [new Person(true), new Person(true)];
    for (const person of [fox, heron]) world.join(person);
    world.settle();
    world.passTime(1_000);
    fox.text.insert(0, "keep SECRET keep");
    world.deliverAll(fox);
    world.crash(); // before the commit
    fox.text.delete(5, 7);
    for (const person of [heron, fox]) {
      // What it says it has is still on its way.
      world.join(person);
      world.deliver(person);
    }
    const read = decodeEdit(Y.encodeStateAsUpdate(fox.doc));
    if (!read.ok) throw new Error(read.reason);
    const { insertions, deletions } = read.value;
    fox.sent = [];
    for (const piece of [
      { insertions, deletions: [] },
      { insertions: [], deletions },
    ]) {
      fox.send({ kind: "sync-step-2", update: encodeEdit(piece) });
      world.deliverAll(fox);
      world.passTime(300);
    }
    world.settle();
    expect(world.closed).toEqual([]);
    expect([world.stored().text, heron.text.toString()]).toEqual(["keep keep", "keep keep"]);
  });

  test("that is known already costs no commit, as when somebody comes back", () => {
    const world = new World();
    const fox = new Person(true);
    world.join(fox);
    fox.text.insert(0, "typed and deleted");
    fox.text.delete(0, 5);
    world.settle();
    const before = world.commits;
    world.leave(fox);
    world.join(fox);
    world.settle();
    expect(fox.isSaved).toBe(true);
    expect(world.commits).toBe(before);
  });
});

test("the log is merged into the snapshot when the last one leaves, and the text stays", () => {
  const world = new World();
  const fox = new Person(true);
  world.join(fox);
  for (let count = 0; count < 30; count += 1) {
    fox.text.insert(fox.text.length, `${count} `);
    world.settle();
  }
  const text = fox.text.toString();
  expect(world.sql.run("SELECT count(*) AS rows FROM log")[0]?.["rows"]).toBeGreaterThan(20);
  world.leave(fox);
  expect(world.sql.run("SELECT count(*) AS rows FROM log")).toEqual([{ rows: 0 }]);
  expect(world.stored().text).toBe(text);
});
