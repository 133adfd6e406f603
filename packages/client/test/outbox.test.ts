import { defaultLimits, type Limits } from "@samepage/protocol";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { FarServer } from "./far-server.ts";

type Action =
  | { readonly kind: "type"; readonly at: number; readonly text: string }
  | { readonly kind: "delete"; readonly at: number; readonly length: number }
  | { readonly kind: "paste"; readonly at: number; readonly length: number }
  | { readonly kind: "ask" }
  | { readonly kind: "wait"; readonly ms: number };

const action: fc.Arbitrary<Action> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({ kind: fc.constant("type"), at: fc.nat(), text: fc.string({ unit: "grapheme" }) }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("delete"), at: fc.nat(), length: fc.nat({ max: 9 }) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("paste"), at: fc.nat(), length: fc.nat({ max: 5_000 }) }) },
  { weight: 1, arbitrary: fc.constant<Action>({ kind: "ask" }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("wait"), ms: fc.nat({ max: 900 }) }) },
);

const limits: fc.Arbitrary<Limits> = fc
  .record({
    framesPerSecond: fc.constantFrom(0, 3, 60),
    // The least that a deployment can set, and the usual.
    framesBurst: fc.integer({ min: 20, max: 400 }),
    bytesPerSecond: fc.constantFrom(0, 3_000, 512 * 1024),
    bytesBurst: fc.constantFrom(10_000, 100_000, 24 * 1024 * 1024),
    frameBytes: fc.constantFrom(600, 5_000, 8 * 1024 * 1024),
  })
  .map((some) => ({ ...defaultLimits, ...some }));

const written = fc.record({ who: fc.nat({ max: 4 }), at: fc.nat(), text: fc.string({ maxLength: 60 }) });

/** What several people wrote into a document that this device kept and the server has lost. */
const kept: fc.Arbitrary<Uint8Array | null> = fc.option(
  fc.array(written, { maxLength: 60, size: "max" }).map((edits) => {
    const people = [...Array(5)].map(() => new Y.Doc());
    for (const { who, at, text } of edits) {
      const writer = people[who]?.getText("text") ?? new Y.Text();
      writer.insert(at % (writer.length + 1), text.replaceAll("\r", ""));
      for (const to of people) for (const from of people) Y.applyUpdate(to, Y.encodeStateAsUpdate(from));
    }
    return Y.encodeStateAsUpdate(people[0] ?? new Y.Doc());
  }),
);

function perform(world: FarServer, action: Action): void {
  const text = world.doc.getText("text");
  switch (action.kind) {
    case "type":
      text.insert(action.at % (text.length + 1), action.text.replaceAll("\r", "").toWellFormed());
      break;
    case "delete": {
      const at = action.at % (text.length + 1);
      text.delete(at, Math.min(action.length, text.length - at));
      break;
    }
    case "paste":
      text.insert(action.at % (text.length + 1), "x".repeat(action.length));
      break;
    case "ask":
      world.ask();
      break;
    case "wait":
      world.pass(action.ms);
  }
}

const anyDelays = fc.array(fc.oneof(fc.nat({ max: 60 }), fc.nat({ max: 4_000 })), {
  minLength: 1,
  maxLength: 30,
  size: "max",
});

describe("the outbox", () => {
  test("brings every edit to the server in an order that it can take in, and never above its limits", () => {
    fc.assert(
      fc.property(
        limits,
        anyDelays,
        kept,
        fc.array(action, { maxLength: 300, size: "max" }),
        fc.boolean(),
        (limits, delays, kept, actions, storesWhenAsked) => {
          const world = new FarServer(limits, delays, kept, storesWhenAsked);
          for (const each of actions) perform(world, each);
          world.pass(Number.POSITIVE_INFINITY);
          expect(world.outcome).toBe("in order");
          expect(world.isAllStored).toBe(true);
          expect(world.server.getText("text").toString()).toBe(world.doc.getText("text").toString());
        },
      ),
      { numRuns: 100 },
    );
  }, 60_000);

  test("does not send at once what fits the burst while as much is on its way still", () => {
    const limits = { ...defaultLimits, framesPerSecond: 3, framesBurst: 20, bytesPerSecond: 0, frameBytes: 600 };
    // One by one acknowledged, so that it asks with each; then nothing moves for six seconds, and then all does.
    for (const late of [5, 7, 9, 10, 11, 12, 13]) {
      const delays = [...Array(40).keys()].map((message) => (message === late ? 6_000 : (message * 7) % 4));
      const world = new FarServer(limits, delays, null);
      perform(world, { kind: "type", at: 0, text: "a" });
      world.pass(20_000);
      perform(world, { kind: "paste", at: 0, length: 12_000 });
      world.pass(Number.POSITIVE_INFINITY);
      expect(world.outcome).toBe("in order");
      expect(world.isAllStored).toBe(true);
    }
  });

  test("asks the server to store what has waited for the interval between commits, and that alone", () => {
    const [prompt, asked] = [new FarServer(defaultLimits, [5], null), new FarServer(defaultLimits, [5], null, true)];
    for (const world of [prompt, asked]) {
      for (let letters = 0; letters < 100; letters += 1) {
        perform(world, { kind: "type", at: letters, text: "a" });
        world.pass(200);
      }
      world.pass(Number.POSITIVE_INFINITY);
      expect(world.isAllStored).toBe(true);
    }
    // The first letter tells the server that it will be asked.
    expect(prompt.asks).toBe(1);
    // One letter waits, the next is sent before that is due: two letters an asking, each 400 ms.
    expect([50, 51, 52]).toContain(asked.asks);
  });

  test("asks at once when nothing more may follow what is under way", () => {
    const limits = { ...defaultLimits, commitIntervalMs: 5_000 };
    const world = new FarServer(limits, [5], null, true);
    perform(world, { kind: "type", at: 0, text: "a" });
    world.pass(50);
    expect(world.asks).toBe(1);
    for (let letters = 1; letters < 40; letters += 1) perform(world, { kind: "type", at: letters, text: "a" });
    world.pass(50);
    expect(world.asks).toBe(2);
    expect(world.server.getText("text").length).toBe(40);
  });

  test("sends each letter by itself while acknowledgements keep up, and merges when they lag", () => {
    const [prompt, late] = [new FarServer(defaultLimits, [5], null), new FarServer(defaultLimits, [60_000], null)];
    for (const world of [prompt, late]) {
      for (let letters = 0; letters < 200; letters += 1) {
        perform(world, { kind: "type", at: letters, text: "a" });
        world.pass(30);
      }
      world.pass(Number.POSITIVE_INFINITY);
    }
    expect(prompt.frames.length).toBe(201);
    expect(late.frames.length).toBe(33);
    expect(late.server.getText("text").length).toBe(200);
  });

  test("sends a paste of the largest text within seconds, in frames that leave room for a ping", () => {
    const world = new FarServer(defaultLimits, [40], null);
    perform(world, { kind: "paste", at: 0, length: defaultLimits.textLength });
    world.pass(Number.POSITIVE_INFINITY);
    expect(world.outcome).toBe("in order");
    expect(world.server.getText("text").length).toBe(defaultLimits.textLength);
    expect(Math.max(...world.frames.map(({ update }) => update.length))).toBeLessThanOrEqual(256 * 1024);
    expect(world.now).toBeLessThan(10_000);
  });

  test("answers a question at once even while no acknowledgement comes, and that is no edit", () => {
    const world = new FarServer(defaultLimits, [10], null);
    world.pass(Number.POSITIVE_INFINITY);
    expect(world.isAllStored).toBe(true);
    world.ask();
    world.pass(15);
    expect(world.frames.at(-1)?.kind).toBe("sync-step-2");
    expect(world.isAllStored).toBe(true);
    // The first letter takes very long, and what follows waits behind it.
    const silent = new FarServer(defaultLimits, [0, 0, 0, 0, 1e9, ...Array(95).fill(0)], null);
    silent.pass(10);
    expect(silent.isAllStored).toBe(true);
    for (let letters = 0; letters < 100; letters += 1) perform(silent, { kind: "type", at: letters, text: "a" });
    const before = silent.frames.length;
    silent.ask();
    silent.pass(2e9);
    expect(silent.frames.slice(before)[0]?.kind).toBe("sync-step-2");
    expect(silent.server.getText("text").length).toBe(100);
  });
});
