import { encodeFrame } from "@samepage/protocol";
import { describe } from "vitest";
import * as Y from "yjs";
import { attack, honestText, testAttacks } from "./attack.ts";
import { awarenessFrame, insertion, updateFrame } from "./raw.ts";

function update(write: (doc: Y.Doc) => void): Uint8Array {
  const doc = new Y.Doc();
  write(doc);
  return encodeFrame({ kind: "update", update: Y.encodeStateAsUpdate(doc) });
}

function rawUpdate(...bytes: readonly number[]): Uint8Array {
  return encodeFrame({ kind: "update", update: Uint8Array.from(bytes) });
}

/** What is refused by its bytes alone is listed in the tests of `decodeEdit`; here are some of each kind. */
const ofBytes = {
  "a huge struct count in seven bytes": attack(4400, "truncated", ({ send }) =>
    send(rawUpdate(1, 0xff, 0xff, 0xff, 0x7f, 1, 0)),
  ),
  "a thousand unknown roots": attack(4400, "foreign-root", ({ send }) =>
    send(
      update((doc) => {
        for (let n = 0; n < 1_000; n += 1) doc.getText(`root ${n}`).insert(0, "a");
      }),
    ),
  ),
  "a map's key": attack(4400, "foreign-content", ({ send }) =>
    send(update((doc) => doc.getMap("text").set("__proto__", 1))),
  ),
  "an embed": attack(4400, "foreign-content", ({ send }) =>
    send(update((doc) => doc.getText("text").insertEmbed(0, { image: "x" }))),
  ),
  "a nested type": attack(4400, "foreign-content", ({ send }) =>
    send(update((doc) => doc.getArray("text").insert(0, [new Y.Map()]))),
  ),
  "a GC struct": attack(4400, "gc-struct", ({ send }) => send(rawUpdate(1, 1, 7, 0, 0, 3, 0))),
  "a zero-length deletion": attack(4400, "empty-deletion", ({ send }) => send(rawUpdate(0, 1, 7, 1, 0, 0))),
  "the same client twice": attack(4400, "client-twice", ({ send }) => send(rawUpdate(0, 2, 7, 1, 0, 1, 7, 1, 1, 1))),
  "a lone surrogate": attack(4400, "not-utf-8", ({ send }) =>
    send(rawUpdate(1, 1, 7, 0, 4, 1, 4, 116, 101, 120, 116, 3, 0xed, 0xa0, 0x80, 0)),
  ),
  "a carriage return": attack(4400, "carriage-return", ({ send }) =>
    send(update((doc) => doc.getText("text").insert(0, "a\r\nb"))),
  ),
  "bytes behind the end": attack(4400, "trailing-bytes", ({ send }) => send(Uint8Array.of(3, 0))),
  "a kind in an overlong number": attack(4400, "overlong-number", ({ send }) => send(Uint8Array.of(0x80, 0, 2, 0))),
  "a kind that nobody knows": attack(4400, "unknown-kind", ({ send }) => send(Uint8Array.of(77))),
  "a frame that only the server sends": attack(4400, "a frame that only the server sends", ({ send }) =>
    send(encodeFrame({ kind: "acknowledge", frames: 1 })),
  ),
  "no bytes": attack(4400, "truncated", ({ send }) => send(Uint8Array.of())),
  "a frame above the limit": attack(4413, "frame too large", ({ send }) => send(new Uint8Array(8 * 1024 * 1024 + 1))),
};

const ofState = {
  "a gap": attack(4400, "gap", ({ send, own }) => send(updateFrame([insertion(own, 1, "late")]))),
  "an unknown origin": attack(4400, "unknown-origin", ({ send, own }) =>
    send(updateFrame([insertion(own, 0, "a", { client: 12_345, clock: 0 })])),
  ),
  "an origin beyond what somebody wrote": attack(4400, "unknown-origin", ({ send, own, victim }) =>
    send(updateFrame([insertion(own, 0, "a", null, { client: victim, clock: 1_000 })])),
  ),
  "an origin that is itself": attack(4400, "unknown-origin", ({ send, own }) =>
    send(updateFrame([insertion(own, 0, "a", { client: own, clock: 0 })])),
  ),
  "a deletion of what does not exist": attack(4400, "unknown-deletion", ({ send, victim }) =>
    send(updateFrame([], [{ client: victim, clock: 10, length: 1_000 }])),
  ),
  "a deletion of what nobody wrote": attack(4400, "unknown-deletion", ({ send }) =>
    send(updateFrame([], [{ client: 12_345, clock: 0, length: 1 }])),
  ),
  "a right neighbour at the left of the left one": attack(4400, "crossed-origins", ({ send, own, victim }) =>
    send(updateFrame([insertion(own, 0, "a", { client: victim, clock: 5 }, { client: victim, clock: 2 })])),
  ),
  "other text at clocks that the document has": attack(
    4403,
    "somebody else has written under the same id",
    ({ send, victim }) => send(updateFrame([insertion(victim, 0, "forged")])),
  ),
  "a state vector of more clients than there can be": attack(
    4413,
    "not a state vector: too-many-clients",
    ({ send }) => {
      const entries = Array.from({ length: 100 }, (_, n) => [n, 1]).flat();
      send(encodeFrame({ kind: "sync-step-1", stateVector: Uint8Array.of(0xc8, 0xd0, 0x07, ...entries) }));
    },
  ),
  "a hundred thousand new client ids": attack(4429, "too many client ids", ({ send }) =>
    send(updateFrame(Array.from({ length: 100_000 }, (_, n) => insertion(n, 0, "a")))),
  ),
  "more new client ids than one frame may bring": attack(
    4429,
    "too many client ids",
    ({ send }) => send(updateFrame(Array.from({ length: 51 }, (_, n) => insertion(n, 0, "a")))),
    { limits: { newClientsPerFrame: 50 } },
  ),
  "new client ids, few in each frame": attack(
    4413,
    "too many client ids",
    ({ send }) => {
      for (let n = 0; n < 100; n += 1) send(updateFrame([insertion(n, 0, "a", null, null)]));
    },
    { isHeard: true, limits: { clientsPerDocument: 50 } },
  ),
  "writing as somebody who is here": attack(4403, "written under the id of somebody who is here", ({ send, victim }) =>
    send(updateFrame([insertion(victim, honestText.length, "forged")])),
  ),
  "a text that is too long": attack(
    4413,
    "the text would be too long",
    ({ send, own }) => send(updateFrame([insertion(own, 0, "x".repeat(1_000))])),
    { limits: { textLength: 1_000 } },
  ),
  "a text that grows too long in small pieces": attack(
    4413,
    "the text would be too long",
    ({ send, own }) => {
      for (let n = 0; n < 11; n += 1) send(updateFrame([insertion(own, 100 * n, "x".repeat(100))]));
    },
    { isHeard: true, limits: { textLength: 1_000 } },
  ),
  "a state vector that is none": attack(4400, "not a state vector: truncated", ({ send, world }) => {
    world.passTime(2_000);
    send(encodeFrame({ kind: "sync-step-1", stateVector: Uint8Array.of(0xff) }));
  }),
  "presence with a clock of 2^53 − 1": attack(4400, "clock-too-large", ({ send, own }) =>
    send(awarenessFrame({ client: own, clock: Number.MAX_SAFE_INTEGER, state: "{}" })),
  ),
  "presence of somebody else, with a clock that would silence it": attack(
    4403,
    "a presence that is not one's own",
    ({ send, victim, world }) => send(awarenessFrame({ client: victim, clock: 2 * world.now, state: "{}" })),
  ),
  "presence that is no object": attack(4400, "not-an-object", ({ send, own }) =>
    send(awarenessFrame({ client: own, clock: 1, state: "[1]" })),
  ),
  "presence above the limit": attack(4413, "state-too-large", ({ send, own }) =>
    send(awarenessFrame({ client: own, clock: 1, state: JSON.stringify({ name: "x".repeat(3_000) }) })),
  ),
  "presence that is above the limit once it is written anew": attack(4413, "state-too-large", ({ send, own }) =>
    send(awarenessFrame({ client: own, clock: 1, state: `{"a":[${Array(400).fill("1e20").join()}],"b":"€"}` })),
  ),
  "presence of a hundred thousand": attack(4400, "too-many-entries", ({ send }) =>
    send(awarenessFrame(...Array.from({ length: 100_000 }, (_, n) => ({ client: n, clock: 1, state: "{}" })))),
  ),
};

describe("refused for its bytes, its sender closed, nobody else hurt:", () => testAttacks(ofBytes));

describe("refused for what the document holds, its sender closed, nobody else hurt:", () => testAttacks(ofState));
