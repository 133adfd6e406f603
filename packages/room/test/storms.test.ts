import { encodeEdit, encodeFrame, type Insertion } from "@samepage/protocol";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { attack, testAttacks } from "./attack.ts";
import { Person } from "./person.ts";
import { awarenessFrame, closingOf, insertion, sendRaw, updateFrame } from "./raw.ts";
import { World } from "./world.ts";

/** Insertions of as many authors that all stand between the beginning and the end, so that each passes by every other. */
function storm(count: number): Insertion[] {
  return Array.from({ length: count }, (_, n) => insertion(1_000_000 + n, 0, "a"));
}

const storms = {
  "frames without end": attack(
    4429,
    "too many frames a second",
    ({ send, own }) => {
      for (let n = 0; n < 401; n += 1) send(updateFrame([insertion(own, 0, "a")]));
    },
    { isHeard: true },
  ),
  "bytes without end": attack(
    4429,
    "too many bytes a second",
    ({ send, own }) => {
      for (let n = 0; n < 100; n += 1) send(updateFrame([insertion(own, 0, "a".repeat(500_000))]));
    },
    { isHeard: true },
  ),
  "presence without end": attack(
    4429,
    "too many frames a second",
    ({ send, own }) => {
      for (let n = 0; n < 201; n += 1) send(awarenessFrame({ client: own, clock: n, state: "{}" }));
    },
    { isHeard: true },
  ),
  "a storm of insertions": attack(4429, "too much work", ({ send }) => send(updateFrame(storm(1_200))), {
    isHeard: true,
    limits: { workBurst: 500 },
  }),
  "a storm of insertions in small frames": attack(
    4429,
    "too much work",
    ({ send }) => {
      for (const one of storm(350)) send(updateFrame([one]));
    },
    { isHeard: true, limits: { workBurst: 200, workPerSecond: 1_000 } },
  ),
  "deletions of everything, again and again": attack(
    4503,
    "too much work",
    ({ send, own }) => {
      const units = 1_000;
      const pieces = Array.from({ length: units }, (_, n) =>
        insertion(own, n, "a", null, n === 0 ? null : { client: own, clock: n - 1 }),
      );
      send(updateFrame(pieces));
      for (let n = 0; n < 300; n += 1) {
        const odd = Array.from({ length: units / 2 }, (_, at) => ({ client: own, clock: 2 * at, length: 1 }));
        send(updateFrame([], odd));
      }
    },
    { isHeard: true, limits: { workBurst: 2_000, workPerSecond: 1 } },
  ),
};

describe("stopped before it hurts, its sender closed:", () => testAttacks(storms));

describe("a flood of first questions", () => {
  test("is answered once a second, and the last of it is answered", () => {
    const world = new World();
    const [fox, asker] = [new Person(true), new Person(true)];
    world.join(fox);
    world.join(asker);
    fox.text.insert(0, "something");
    world.settle();
    asker.heard.length = 0;
    for (let n = 0; n < 50; n += 1) {
      const stateVector = n < 49 ? Y.encodeStateVector(fox.doc) : Uint8Array.of(0);
      sendRaw(world, asker, encodeFrame({ kind: "sync-step-1", stateVector }));
      world.passTime(50);
    }
    world.settle();
    const answers = asker.heard.flatMap((frame) => (frame.kind === "sync-step-2" ? [frame.update] : []));
    expect(answers.length).toBeGreaterThanOrEqual(3);
    expect(answers.length).toBeLessThanOrEqual(4);
    expect(answers.at(-1)?.length).toBeGreaterThan(answers.at(-2)?.length ?? 0);
    expect(world.closed).toEqual([]);
  });

  test("of one that reads nothing is answered twice, however large the document is and long it asks", () => {
    const world = new World({ askBytes: 1_000 });
    const [fox, deaf] = [new Person(true), new Person(true)];
    world.join(fox);
    fox.text.insert(0, "x".repeat(5_000));
    world.settle();
    world.join(deaf);
    world.deliverAll(deaf);
    deaf.isDead = true;
    for (let n = 0; n < 50; n += 1) {
      sendRaw(world, deaf, encodeFrame({ kind: "sync-step-1", stateVector: Uint8Array.of(0) }));
      world.passTime(1_000);
    }
    const bytes = world.sends.filter(({ sockets }) => sockets.includes(deaf.socket)).map((send) => send.bytes.length);
    expect(bytes.filter((length) => length > 5_000).length).toBeLessThanOrEqual(2);
  });
});

test("edits of one that does not say what it has are held up to a limit, and then its connection ends", () => {
  const world = new World();
  const impatient = new Person(true);
  world.join(impatient);
  const send = (n: number): void =>
    sendRaw(world, impatient, updateFrame([insertion(7, 100_000 * n, "x".repeat(100_000))]));
  for (let n = 0; n < 10; n += 1) send(n);
  expect(world.closed).toEqual([]);
  send(10);
  expect(closingOf(world, impatient)).toMatchObject({ code: 4413 });
});

test("answers that nobody asked for are held no longer than other edits", () => {
  const world = new World();
  const [fox, forger] = [new Person(true), new Person(true)];
  for (const person of [fox, forger]) world.join(person);
  fox.text.insert(0, "mine");
  world.settle();
  world.loseLine(fox);
  const forged = encodeEdit({ insertions: [insertion(fox.doc.clientID, 4, "x".repeat(300_000))], deletions: [] });
  for (let n = 0; n < 6; n += 1) sendRaw(world, forger, encodeFrame({ kind: "sync-step-2", update: forged }));
  expect(closingOf(world, forger)).toMatchObject({ code: 4413 });
});

test("one that sends edits and does not say within half a minute what it has is closed", () => {
  const world = new World();
  const [extended, stock] = [new Person(true), new Person(false)];
  for (const person of [extended, stock]) {
    world.join(person);
    sendRaw(world, person, updateFrame([insertion(7, 0, "a")]));
  }
  world.passTime(29_000);
  expect(world.closed).toEqual([]);
  world.passTime(2_000);
  expect(closingOf(world, extended)).toMatchObject({ code: 4408 });
  expect(closingOf(world, stock)).toMatchObject({ code: 4503 });
});

test("a limit of 0 lets everything through", () => {
  const world = new World({ framesPerSecond: 0, bytesPerSecond: 0, workPerSecond: 0, awarenessPerSecond: 0 });
  const [fox, heron] = [new Person(true), new Person(true)];
  for (const person of [fox, heron]) world.join(person);
  world.settle();
  for (let n = 0; n < 3_000; n += 1) {
    fox.text.insert(n % 7, "a");
    fox.show(`{"at":${n}}`);
  }
  world.settle();
  expect(world.closed).toEqual([]);
  expect(heron.text.length).toBe(3_000);
});
