import { encodeAwareness } from "@samepage/protocol";
import fc from "fast-check";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import * as Y from "yjs";
import { type Connection, join } from "../src/index.ts";
import { FakeSocket } from "./fake-socket.ts";

let waiting: (() => void)[] = [];
let connection: Connection;

/** What was to wait for a turn gets it. */
function turn(): void {
  for (const takeIn of waiting.splice(0)) takeIn();
}

function open(): FakeSocket {
  const socket = FakeSocket.latest();
  socket.open();
  socket.says({ kind: "sync-step-1", stateVector: Uint8Array.of(0) });
  socket.says({ kind: "sync-step-2", update: Uint8Array.of(0, 0) });
  socket.says({ kind: "acknowledge", frames: 1 });
  turn();
  return socket;
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("WebSocket", FakeSocket);
  waiting = [];
  connection = join({ origin: "ws://server", documentId: "A".repeat(22), turn: (takeIn) => waiting.push(takeIn) });
});
afterEach(() => {
  connection.leave();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** Somebody else, whose every edit goes to `socket`. */
function writerTo(socket: FakeSocket): Y.Text {
  const doc = new Y.Doc();
  doc.on("update", (update: Uint8Array) => socket.says({ kind: "update", update }));
  return doc.getText("text");
}

test("what others write waits for its turn, and comes as one change", () => {
  const text = writerTo(open());
  let changes = 0;
  connection.text.observe(() => {
    changes += 1;
  });
  for (const letter of "hello") text.insert(text.length, letter);
  expect(connection.text.toString()).toBe("");
  expect(waiting.length).toBe(1);
  turn();
  expect(connection.text.toString()).toBe("hello");
  expect(changes).toBe(1);
});

test("where others are is known by the time their letters show", () => {
  const socket = open();
  const text = writerTo(socket);
  const seen: unknown[] = [];
  connection.text.observe(() => seen.push(connection.awareness.getStates().get(7)));
  text.insert(0, "a");
  socket.says({ kind: "awareness", states: encodeAwareness([{ client: 7, clock: 1, state: '{"at":1}' }]) });
  turn();
  expect(seen).toEqual([{ at: 1 }]);
});

test("what a listener of presence cannot do takes no letter along, and an edit that cannot be read no other", () => {
  const socket = open();
  const text = writerTo(socket);
  const fault = new Error("a listener threw");
  connection.awareness.once("change", () => {
    throw fault;
  });
  const warn = vi.spyOn(console, "warn").mockImplementation(() => undefined);
  socket.says({ kind: "awareness", states: encodeAwareness([{ client: 7, clock: 1, state: '{"at":1}' }]) });
  text.insert(0, "a");
  socket.says({ kind: "update", update: Uint8Array.of(3, 1, 2, 3) });
  text.insert(1, "b");
  expect(turn).toThrow(fault);
  expect(connection.text.toString()).toBe("ab");
  expect(warn).toHaveBeenCalledTimes(1);
  warn.mockRestore();
  text.insert(2, "c");
  turn();
  expect(connection.text.toString()).toBe("abc");
});

test("that all is stored is said in turn, and not of what was written since", () => {
  const socket = open();
  connection.text.insert(0, "a");
  expect(connection.saveState.value.kind).toBe("saving");
  socket.says({ kind: "acknowledge", frames: 1 });
  connection.text.insert(1, "b");
  turn();
  expect(connection.saveState.value.kind).toBe("saving");
  socket.says({ kind: "acknowledge", frames: 1 });
  turn();
  expect(connection.saveState.value.kind).toBe("saved");
});

test("a connection that ends says at once what is stored, and keeps what had come", () => {
  const socket = open();
  writerTo(socket).insert(0, "theirs");
  connection.text.insert(0, "a");
  socket.says({ kind: "acknowledge", frames: 1 });
  socket.closes(4403);
  expect(connection.text.toString()).toContain("theirs");
  expect(connection.saveState.value.kind).toBe("read-only");
});

test("everybody ends up with the same text, whenever the turns come", () => {
  const step = fc.record({
    who: fc.constantFrom("one", "other", "self", "turn", "ask"),
    at: fc.nat(),
    isDeleting: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      connection.leave();
      waiting = [];
      connection = join({ origin: "ws://server", documentId: "A".repeat(22), turn: (takeIn) => waiting.push(takeIn) });
      const socket = open();
      const server = new Y.Doc();
      const others = { one: new Y.Doc(), other: new Y.Doc() };
      for (const doc of Object.values(others)) {
        doc.on("update", (update: Uint8Array, origin: unknown) => {
          if (origin === server) return;
          Y.applyUpdate(server, update);
          socket.says({ kind: "update", update });
        });
      }
      let read = 0;
      const receive = (): void => {
        for (const frame of socket.frames.slice(read)) if ("update" in frame) Y.applyUpdate(server, frame.update);
        read = socket.frames.length;
        for (const doc of Object.values(others)) {
          Y.applyUpdate(doc, Y.encodeStateAsUpdate(server, Y.encodeStateVector(doc)), server);
        }
      };
      for (const { who, at, isDeleting } of steps) {
        if (who === "turn") turn();
        else if (who === "ask") {
          receive();
          socket.says({ kind: "sync-step-1", stateVector: Y.encodeStateVector(server) });
        } else {
          const text = who === "self" ? connection.text : others[who].getText("text");
          const index = at % (text.length + 1);
          if (isDeleting && index < text.length) text.delete(index, 1);
          else text.insert(index, who);
        }
      }
      turn();
      socket.says({ kind: "acknowledge", frames: 100 });
      turn();
      receive();
      expect(connection.doc.store.pendingStructs).toBeNull();
      expect(server.store.pendingStructs).toBeNull();
      expect(connection.text.toString()).toBe(server.getText("text").toString());
      expect(connection.saveState.value.kind).toBe("saved");
    }),
  );
});
