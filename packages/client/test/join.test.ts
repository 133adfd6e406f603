import { closeCodes, defaultLimits, encodeAwareness } from "@samepage/protocol";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import * as Y from "yjs";
import { type Connection, join } from "../src/index.ts";
import { FakeSocket } from "./fake-socket.ts";

const nothing = Uint8Array.of(0);

function updateOf(text: string): Uint8Array {
  const doc = new Y.Doc();
  doc.getText("text").insert(0, text);
  return Y.encodeStateAsUpdate(doc);
}

/** What the server says on joining; `update` is all that it holds. */
function greet(socket: FakeSocket, epoch: string | null, update: Uint8Array = Uint8Array.of(0, 0)): void {
  if (socket.readyState !== FakeSocket.OPEN) socket.open();
  if (epoch !== null) socket.announces({ kind: "epoch", epoch });
  socket.says({ kind: "sync-step-1", stateVector: Y.encodeStateVectorFromUpdate(update) });
  socket.says({ kind: "sync-step-2", update });
  socket.says({ kind: "acknowledge", frames: 1 });
}

function edits(socket: FakeSocket): readonly Uint8Array[] {
  return socket.frames.flatMap((frame) => ("update" in frame ? [frame.update] : []));
}

const device = Object.assign(new EventTarget(), { visibilityState: "visible" });
let connection: Connection;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("WebSocket", FakeSocket);
  vi.stubGlobal("window", device);
  vi.stubGlobal("document", device);
  connection = join({ origin: "ws://server", documentId: "A".repeat(22) });
});
afterEach(() => {
  connection.leave();
  expect(vi.getTimerCount(), "timers left behind").toBe(0);
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test("what the server says of this client itself is passed over: it is older than what is known here", () => {
  const { awareness } = connection;
  awareness.setLocalState({ at: 2 });
  greet(FakeSocket.latest(), null);
  const entry = (client: number, at: number) => ({ client, clock: 1_000_000, state: JSON.stringify({ at }) });
  const states = encodeAwareness([entry(awareness.clientID, 1), entry(awareness.clientID + 1, 7)]);
  FakeSocket.latest().says({ kind: "awareness", states });
  expect(awareness.getLocalState()).toEqual({ at: 2 });
  expect(awareness.getStates().get(awareness.clientID + 1)).toEqual({ at: 7 });
});

test("what was written offline is brought even if the server says that it has it: it may have something else", () => {
  greet(FakeSocket.latest(), null);
  connection.text.insert(0, "stored. ");
  FakeSocket.latest().says({ kind: "acknowledge", frames: 1 });
  expect(connection.saveState.value.kind).toBe("saved");
  FakeSocket.latest().closes(1006);
  connection.text.insert(8, "offline");
  vi.advanceTimersByTime(1_000);
  const socket = FakeSocket.latest();
  socket.open();
  socket.says({ kind: "sync-step-1", stateVector: Y.encodeStateVector(connection.doc) });
  const brought = Y.decodeUpdate(edits(socket).at(-1) ?? nothing).structs;
  expect(brought.map(({ id, length }) => [id.clock, length])).toEqual([[8, 7]]);
});

describe("a document that was made anew", () => {
  test("gets nothing of the text that this device had, which stays to be read", () => {
    greet(FakeSocket.latest(), "first", updateOf("the old text"));
    FakeSocket.latest().closes(1006);
    connection.text.insert(0, "offline in ");
    vi.advanceTimersByTime(1_000);
    const socket = FakeSocket.latest();
    greet(socket, "second", updateOf("the new text"));
    expect(connection.ending.value?.code).toBe(closeCodes.reset);
    expect(socket.closedWith).toBe(closeCodes.reset);
    expect(edits(socket)).toEqual([]);
    expect(connection.text.toString()).toBe("offline in the old text");
    expect(connection.saveState.value.kind).toBe("not-saved");
    const { length } = FakeSocket.all;
    device.dispatchEvent(new Event("online"));
    vi.advanceTimersByTime(100_000);
    expect(FakeSocket.all.length).toBe(length);
  });

  test("is opened as it is by whoever holds nothing, and by whoever holds its own text", () => {
    greet(FakeSocket.latest(), "first");
    for (const [epoch, text] of [
      ["second", "new"],
      ["second", "new"],
    ] as const) {
      FakeSocket.latest().closes(1006);
      vi.advanceTimersByTime(5_000);
      const update = connection.text.length === 0 ? updateOf(text) : Y.encodeStateAsUpdate(connection.doc);
      greet(FakeSocket.latest(), epoch, update);
      expect(connection.ending.value).toBeNull();
      expect(connection.text.toString()).toBe("new");
    }
  });
});

test("a server that says nothing of an epoch or of limits is taken as it is", () => {
  greet(FakeSocket.latest(), null, updateOf("text"));
  expect(connection.limits.value).toEqual(defaultLimits);
  expect(connection.saveState.value.kind).toBe("saved");
});

test("the limits that the server announces hold", () => {
  const socket = FakeSocket.latest();
  socket.open();
  socket.announces({ kind: "limits", limits: { ...defaultLimits, framesPerSecond: 1, framesBurst: 16 } });
  greet(socket, null);
  for (let letters = 0; letters < 100; letters += 1) {
    connection.text.insert(letters, "a");
    socket.says({ kind: "acknowledge", frames: 1 });
  }
  expect(edits(socket).length).toBe(12);
  vi.advanceTimersByTime(10_000);
  expect(edits(socket).length).toBe(13);
});

test("a later step 1 is answered with one more frame to be acknowledged, and no edit is forgotten", () => {
  const socket = FakeSocket.latest();
  greet(socket, null);
  connection.text.insert(0, "kept");
  socket.says({ kind: "sync-step-1", stateVector: nothing });
  expect(socket.frames.map(({ kind }) => kind).slice(-2)).toEqual(["update", "sync-step-2"]);
  socket.says({ kind: "acknowledge", frames: 1 });
  expect(connection.saveState.value.kind).toBe("saving");
  socket.says({ kind: "acknowledge", frames: 1 });
  expect(connection.saveState.value.kind).toBe("saved");
  socket.says({ kind: "sync-step-1", stateVector: Y.encodeStateVector(connection.doc) });
  expect(socket.frames.at(-1)?.kind).toBe("sync-step-2");
  expect(connection.saveState.value.kind).toBe("saved");
});

test("a copy that lacks a part sends nothing that hangs in the air, and all of it once the part is there", () => {
  const whole = new Y.Doc();
  const parts: Uint8Array[] = [];
  whole.on("update", (update: Uint8Array) => parts.push(update));
  for (const word of ["one ", "two ", "three"]) whole.getText("text").insert(whole.getText("text").length, word);
  const [one, two, three] = parts;
  if (one === undefined || two === undefined || three === undefined) throw new Error("there are three");
  Y.applyUpdate(connection.doc, one);
  Y.applyUpdate(connection.doc, three);
  greet(FakeSocket.latest(), null);
  const server = new Y.Doc();
  for (const update of edits(FakeSocket.latest())) Y.applyUpdate(server, update);
  expect(server.store.pendingStructs).toBeNull();
  expect(server.getText("text").toString()).toBe("one ");

  FakeSocket.latest().closes(1006);
  vi.advanceTimersByTime(5_000);
  const first = Y.mergeUpdates([one, two]);
  greet(FakeSocket.latest(), null, first);
  Y.applyUpdate(server, first);
  for (const update of edits(FakeSocket.latest())) Y.applyUpdate(server, update);
  expect(server.getText("text").toString()).toBe("one two three");
});

describe("a connection that is closed", () => {
  test("with 44xx is over; with 4408 or 45xx it comes back", () => {
    for (const code of [closeCodes.tooSlow, closeCodes.serverFault, closeCodes.busy]) {
      const { length } = FakeSocket.all;
      FakeSocket.latest().closes(code);
      expect(connection.ending.value).toBeNull();
      vi.advanceTimersByTime(30_000);
      expect(FakeSocket.all.length).toBeGreaterThan(length);
    }
    for (const code of [closeCodes.malformed, closeCodes.tooLarge, closeCodes.noSuchDocument]) {
      const other = join({ origin: "ws://server", documentId: "A".repeat(22) });
      FakeSocket.latest().closes(code);
      expect(other.ending.value?.code).toBe(code);
      other.leave();
    }
  });

  test("again and again after a greeting is tried ever less often", () => {
    const waits: number[] = [];
    for (let round = 0; round < 8; round += 1) {
      greet(FakeSocket.latest(), "first");
      FakeSocket.latest().closes(closeCodes.busy);
      const [{ length }, start] = [FakeSocket.all, performance.now()];
      while (FakeSocket.all.length === length) vi.advanceTimersToNextTimer();
      waits.push(performance.now() - start);
    }
    expect(Math.max(...waits.slice(5))).toBeGreaterThan(500);
    expect(Math.max(...waits)).toBeLessThanOrEqual(30_000);
  });

  test("is tried again at once when the device is online or looked at", () => {
    for (const event of ["online", "visibilitychange"]) {
      FakeSocket.latest().closes(1006);
      const { length } = FakeSocket.all;
      device.dispatchEvent(new Event(event));
      expect(FakeSocket.all.length).toBe(length + 1);
    }
  });
});

test("a clock that jumps changes nothing", () => {
  const socket = FakeSocket.latest();
  greet(socket, null);
  for (const day of ["1980-01-01", "2080-01-01", "2026-01-01"]) {
    vi.setSystemTime(new Date(day));
    for (let letters = 0; letters < 600; letters += 1) {
      connection.text.insert(0, "a");
      socket.says({ kind: "acknowledge", frames: 1 });
      vi.advanceTimersByTime(5);
    }
  }
  vi.advanceTimersByTime(1_000);
  socket.says({ kind: "acknowledge", frames: 32 });
  expect(connection.saveState.value.kind).toBe("saved");
  FakeSocket.latest().closes(1006);
  const { length } = FakeSocket.all;
  vi.setSystemTime(new Date("1990-01-01"));
  vi.advanceTimersByTime(1_000);
  expect(FakeSocket.all.length).toBe(length + 1);
});
