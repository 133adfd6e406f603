import { closeCodes } from "@samepage/protocol";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import * as Y from "yjs";
import { HeadStart } from "../src/head-start.ts";
import { type Connection, join } from "../src/index.ts";
import { FakeSocket } from "./fake-socket.ts";

const origin = "ws://server";
const documentId = "A".repeat(22);
let connection: Connection | null = null;

function goOn(headStart: HeadStart): Connection {
  connection = join({ origin, documentId, headStart });
  return connection;
}

function update(): Uint8Array {
  const doc = new Y.Doc();
  doc.getText("text").insert(0, "text");
  return Y.encodeStateAsUpdate(doc);
}

function greet(socket: FakeSocket): void {
  socket.announces({ kind: "epoch", epoch: "first" });
  socket.says({ kind: "sync-step-1", stateVector: Uint8Array.of(0) });
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("WebSocket", FakeSocket);
});
afterEach(() => {
  connection?.leave();
  connection = null;
  expect(vi.getTimerCount(), "timers left behind").toBe(0);
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test("who has nothing asks once, and what comes before the client is there is not lost", () => {
  const headStart = new HeadStart(origin, documentId, true);
  const socket = FakeSocket.latest();
  socket.open();
  expect(socket.frames).toEqual([{ kind: "sync-step-1", stateVector: Uint8Array.of(0) }]);
  greet(socket);
  const { text, saveState } = goOn(headStart);
  expect(FakeSocket.latest()).toBe(socket);
  socket.says({ kind: "sync-step-2", update: update() });
  expect(text.toString()).toBe("text");
  socket.says({ kind: "acknowledge", frames: 1 });
  expect(saveState.value.kind).toBe("saved");
  expect(socket.frames.filter(({ kind }) => kind === "sync-step-1").length).toBe(1);
});

test("all may have come before the client is there, or nothing", () => {
  for (const hasCome of [true, false]) {
    const headStart = new HeadStart(origin, documentId, true);
    const socket = FakeSocket.latest();
    const answer = (): void => {
      socket.open();
      greet(socket);
      socket.says({ kind: "sync-step-2", update: update() });
    };
    if (hasCome) answer();
    const { text } = goOn(headStart);
    if (!hasCome) answer();
    expect(text.toString()).toBe("text");
    connection?.leave();
  }
});

test("who has a copy leaves the question to the client, which says what it has", () => {
  const headStart = new HeadStart(origin, documentId, false);
  const socket = FakeSocket.latest();
  socket.open();
  expect(socket.frames).toEqual([]);
  goOn(headStart);
  expect(socket.frames.map(({ kind }) => kind)).toContain("sync-step-1");
});

test("a connection that ended meanwhile ended, and one that was lost is made again, with a question of its own", () => {
  const refused = new HeadStart(origin, documentId, true);
  FakeSocket.latest().closes(closeCodes.noSuchDocument);
  expect(goOn(refused).ending.value?.code).toBe(closeCodes.noSuchDocument);
  connection?.leave();

  const lost = new HeadStart(origin, documentId, true);
  FakeSocket.latest().open();
  FakeSocket.latest().closes(1006);
  goOn(lost);
  const { length } = FakeSocket.all;
  vi.advanceTimersByTime(1_000);
  expect(FakeSocket.all.length).toBe(length + 1);
  FakeSocket.latest().open();
  expect(FakeSocket.latest().frames.map(({ kind }) => kind)).toContain("sync-step-1");
});
