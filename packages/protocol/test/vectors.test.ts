import { describe, expect, test } from "vitest";
import {
  decodeEdit,
  decodeFrame,
  type Edit,
  encodeAwareness,
  encodeEdit,
  encodeFrame,
  type Frame,
} from "../src/index.ts";
import { refusedUpdates } from "./refused-updates.ts";

/** What other implementations may test against. `vitest --update` writes it anew. */
const file = "../../../docs/protocol-vectors.json";

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");

const edits: readonly (readonly [what: string, edit: Edit])[] = [
  ["nothing", { insertions: [], deletions: [] }],
  [
    "a word in an empty text",
    {
      insertions: [{ client: 7, clock: 0, length: 2, origin: null, rightOrigin: null, text: "Hi" }],
      deletions: [],
    },
  ],
  [
    "two people beside each other, one of whom has deleted what he wrote",
    {
      insertions: [
        { client: 300, clock: 5, length: 3, origin: { client: 7, clock: 1 }, rightOrigin: null, text: "ö😀" },
        { client: 7, clock: 2, length: 4, origin: null, rightOrigin: { client: 7, clock: 0 }, text: null },
      ],
      deletions: [
        { client: 7, clock: 0, length: 1 },
        { client: 7, clock: 2, length: 4 },
      ],
    },
  ],
];

const word = encodeEdit(edits[1]?.[1] ?? { insertions: [], deletions: [] });
const state = '{"user":{"name":"Fox","hue":3},"cursor":null}';

const frames: readonly Frame[] = [
  { kind: "sync-step-1", stateVector: Uint8Array.of(1, 7, 2) },
  { kind: "sync-step-2", update: word },
  { kind: "update", update: word },
  {
    kind: "awareness",
    states: encodeAwareness([
      { client: 7, clock: 1, state },
      { client: 9, clock: 300, state: null },
    ]),
  },
  { kind: "query-awareness" },
  { kind: "acknowledge", frames: 2 },
  { kind: "announce", json: '{"kind":"epoch","epoch":"00112233445566778899aabbccddeeff"}' },
  { kind: "store" },
];

const refusedFrames: readonly (readonly [what: string, bytes: Uint8Array])[] = [
  ["nothing", Uint8Array.of()],
  ["a kind that nobody defined", Uint8Array.of(77, 1, 2)],
  ["a sync kind that nobody defined", Uint8Array.of(0, 9, 0)],
  ["an overlong kind", Uint8Array.of(0x80, 0x00, 2, 0)],
  ["fewer bytes than announced", Uint8Array.of(0, 2, 5, 1, 2)],
  ["a byte after the end", Uint8Array.of(3, 0)],
];

function reasonOf(result: { readonly ok: boolean; readonly reason?: string }): string {
  return result.reason ?? "none";
}

test("the vectors that others may test against say what is so", async () => {
  const vectors = {
    about:
      "Bytes are hexadecimal. Positions are UTF-16 code units. They are for decoding: whether an edit continues a document depends on what is known there, which they do not say. See protocol.md.",
    frames: frames.map((frame) => {
      const payload = Object.entries(frame).map(([name, value]) => [
        name,
        value instanceof Uint8Array ? hex(value) : value,
      ]);
      return { bytes: hex(encodeFrame(frame)), frame: Object.fromEntries(payload) };
    }),
    refusedFrames: refusedFrames.map(([what, bytes]) => ({
      what,
      bytes: hex(bytes),
      reason: reasonOf(decodeFrame(bytes)),
    })),
    edits: edits.map(([what, edit]) => ({ what, update: hex(encodeEdit(edit)), ...edit })),
    refusedUpdates: refusedUpdates
      .filter(([, , update]) => update.length < 100)
      .map(([what, reason, update]) => ({ what, update: hex(update), reason })),
  };
  await expect(`${JSON.stringify(vectors, null, 2)}\n`).toMatchFileSnapshot(file);
});

describe("every vector is read back as it is written:", () => {
  for (const frame of frames) {
    test(frame.kind, () => expect(decodeFrame(encodeFrame(frame))).toEqual({ ok: true, value: frame }));
  }
  for (const [what, edit] of edits) {
    test(what, () => expect(decodeEdit(encodeEdit(edit))).toEqual({ ok: true, value: edit }));
  }
});
