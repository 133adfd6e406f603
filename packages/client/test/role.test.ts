import { closeCodes, denials, type Standing } from "@samepage/protocol";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import * as Y from "yjs";
import { HeadStart } from "../src/head-start.ts";
import { type Connection, join } from "../src/index.ts";
import { FakeSocket } from "./fake-socket.ts";

const place = { origin: "ws://server", documentId: "A".repeat(22) };
const credentials = { key: "K".repeat(22), device: "D".repeat(22) };
const editor: Standing = { role: "edit", mayWrite: true, isLocked: false, person: "fox" };
const viewer: Standing = { role: "view", mayWrite: false, isLocked: false, person: "fox" };
const locked: Standing = { ...editor, mayWrite: false, isLocked: true };

const device = Object.assign(new EventTarget(), { visibilityState: "visible" });
let connection: Connection;
let server: Y.Doc;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("WebSocket", FakeSocket);
  vi.stubGlobal("window", device);
  vi.stubGlobal("document", device);
  server = new Y.Doc();
  connection = join({ ...place, credentials });
});
afterEach(() => {
  connection.leave();
  expect(vi.getTimerCount(), "timers left behind").toBe(0);
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** The server's end of the newest connection: takes what came, and acknowledges it. */
class Room {
  readonly socket = FakeSocket.latest();
  readonly refused: Uint8Array[] = [];
  mayWrite: boolean;
  #read = 0;

  /** Lets the client in as the protocol says; `standing` null: as a server that knows no roles. */
  constructor(standing: Standing | null) {
    this.mayWrite = standing?.mayWrite ?? true;
    this.socket.open();
    this.socket.announces({ kind: "epoch", epoch: "first" });
    if (standing !== null) this.socket.announces({ kind: "role", ...standing });
    this.socket.says({ kind: "sync-step-1", stateVector: Y.encodeStateVector(server) });
    this.take();
  }

  announces(standing: Standing): void {
    this.mayWrite = standing.mayWrite;
    this.socket.announces({ kind: "role", ...standing });
  }

  /** Takes what came until now. An edit that may not be written any more ends the connection. */
  take(): void {
    for (const frame of this.socket.frames.slice(this.#read)) {
      this.#read += 1;
      if (this.socket.readyState !== FakeSocket.OPEN) return;
      if (frame.kind === "sync-step-1") {
        const update = Y.encodeStateAsUpdate(server, frame.stateVector);
        this.socket.says({ kind: "sync-step-2", update });
      }
      if (!("update" in frame)) continue;
      const before = Y.encodeStateAsUpdate(server);
      const after = Y.mergeUpdates([before, frame.update]);
      const isNews = Y.encodeStateVectorFromUpdate(after).length > 1 && !isSame(before, after);
      if (isNews && !this.mayWrite) {
        this.refused.push(frame.update);
        this.socket.closes(closeCodes.mayNotWriteAnyMore, "may not write any more");
        return;
      }
      Y.applyUpdate(server, frame.update);
      this.socket.says({ kind: "acknowledge", frames: 1 });
    }
  }

  get edits(): readonly Uint8Array[] {
    return this.socket.frames.flatMap((frame) => ("update" in frame ? [frame.update] : []));
  }
}

/** Whether two updates leave the same document. */
function isSame(one: Uint8Array, other: Uint8Array): boolean {
  const snapshots = [one, other].map((update) => {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, update);
    return Y.snapshot(doc);
  });
  const [first, second] = snapshots;
  return first !== undefined && second !== undefined && Y.equalSnapshots(first, second);
}

function comeBack(): void {
  const { length } = FakeSocket.all;
  while (FakeSocket.all.length === length) vi.advanceTimersToNextTimer();
}

describe("credentials", () => {
  const offer = ["samepage.1", `key.${credentials.key}`, `device.${credentials.device}`];

  test("go with every connection, and never stand in the address", () => {
    expect(FakeSocket.latest().subprotocols).toEqual(offer);
    FakeSocket.latest().closes(1006);
    comeBack();
    expect(FakeSocket.latest().subprotocols).toEqual(offer);
    expect(FakeSocket.latest().url).toBe(`ws://server/sync/${place.documentId}`);
  });

  test("go with a connection that was begun before", () => {
    new HeadStart(place.origin, place.documentId, true, credentials);
    expect(FakeSocket.latest().subprotocols).toEqual(offer);
  });
});

test("the name that the others see is known with the one that it was given for", () => {
  const { socket } = new Room(editor);
  expect(connection.givenName.value).toBeNull();
  socket.announces({ kind: "name", wanted: "Ada", name: "Ada 2" });
  expect(connection.givenName.value).toEqual({ wanted: "Ada", name: "Ada 2" });
});

test("with a server that says nothing of roles one may write, whatever another said before", () => {
  new Room(viewer).socket.closes(1006);
  comeBack();
  const room = new Room(null);
  expect(connection.role.value).toBeNull();
  connection.text.insert(0, "written");
  room.take();
  expect(server.getText("text").toString()).toBe("written");
  expect(connection.saveState.value.kind).toBe("saved");
});

describe("who may not write", () => {
  test("sends no edit and asks for no commit, and reads on", () => {
    server.getText("text").insert(0, "theirs");
    const room = new Room(viewer);
    expect(connection.saveState.value).toEqual({ kind: "read-only" });
    connection.text.insert(0, "mine ");
    room.take();
    vi.advanceTimersByTime(60_000);
    expect(connection.saveState.value).toEqual({ kind: "not-saved", reason: "not-allowed" });
    expect(room.edits).toEqual([Uint8Array.of(0, 0)]);
    expect(room.socket.frames.map(({ kind }) => kind)).not.toContain("store");
    server.on("update", (update: Uint8Array) => room.socket.says({ kind: "update", update }));
    server.getText("text").insert(6, " too");
    expect(connection.text.toString()).toBe("mine theirs too");
  });

  test("owes nothing with an empty answer, whether it is acknowledged or not", () => {
    const socket = FakeSocket.latest();
    socket.open();
    socket.announces({ kind: "role", ...viewer });
    socket.says({ kind: "sync-step-1", stateVector: Uint8Array.of(0) });
    socket.says({ kind: "sync-step-2", update: Uint8Array.of(0, 0) });
    expect(connection.saveState.value).toEqual({ kind: "read-only" });
  });

  test("still owes what was not stored, however early the next connection ends", () => {
    new Room(editor).socket.closes(1006);
    connection.text.insert(0, "offline");
    comeBack();
    const socket = FakeSocket.latest();
    socket.open();
    socket.announces({ kind: "role", ...viewer });
    socket.says({ kind: "sync-step-1", stateVector: Uint8Array.of(0) });
    socket.closes(denials.removed.code, "removed");
    expect(connection.saveState.value).toEqual({ kind: "not-saved", reason: "refused" });
  });

  test("brings what was kept even if the server says that it has it: it may have something else", () => {
    const room = new Room(viewer);
    connection.text.insert(0, "kept");
    room.socket.says({ kind: "sync-step-1", stateVector: Uint8Array.of(0) });
    room.take();
    room.socket.closes(1006);
    comeBack();
    const socket = FakeSocket.latest();
    socket.open();
    socket.announces({ kind: "role", ...editor });
    socket.says({ kind: "sync-step-1", stateVector: Y.encodeStateVector(connection.doc) });
    const brought = socket.frames.flatMap((frame) => ("update" in frame ? Y.decodeUpdate(frame.update).structs : []));
    expect(brought.map(({ id, length }) => [id.clock, length])).toEqual([[0, 4]]);
  });

  test("answers a question after a sign of life with nothing", () => {
    const room = new Room(viewer);
    connection.text.insert(0, "mine");
    room.socket.says({ kind: "sync-step-1", stateVector: Uint8Array.of(0) });
    expect(room.edits).toEqual([Uint8Array.of(0, 0), Uint8Array.of(0, 0)]);
    expect(connection.saveState.value.kind).toBe("not-saved");
  });

  test("sends what the server lacks once one may, on the same connection", () => {
    const room = new Room(viewer);
    connection.text.insert(0, "mine");
    room.announces(editor);
    expect(connection.saveState.value.kind).toBe("saving");
    room.take();
    expect(server.getText("text").toString()).toBe("mine");
    expect(connection.saveState.value.kind).toBe("saved");
    connection.text.insert(4, ", too");
    room.take();
    expect(server.getText("text").toString()).toBe("mine, too");
    expect(FakeSocket.latest()).toBe(room.socket);
  });

  test("is told by the state that a deletion made offline is not the server's, and once it is, that nothing is owed", () => {
    server.getText("text").insert(0, "one two three");
    new Room(editor).socket.closes(1006);
    connection.text.delete(3, 4);
    comeBack();
    new Room(viewer).socket.closes(1006);
    expect(connection.saveState.value).toEqual({ kind: "reconnecting" });
    comeBack();
    const room = new Room(viewer);
    expect(connection.saveState.value).toEqual({ kind: "not-saved", reason: "not-allowed" });
    room.socket.closes(1006);
    Y.applyUpdate(server, Y.encodeStateAsUpdate(connection.doc));
    server.getText("text").delete(0, 1);
    comeBack();
    new Room(viewer);
    expect(connection.saveState.value).toEqual({ kind: "read-only" });
  });

  test("owes nothing for what was written and deleted again offline", () => {
    new Room(editor).socket.closes(1006);
    connection.text.insert(0, "no");
    connection.text.delete(0, 2);
    comeBack();
    new Room(viewer);
    expect(connection.saveState.value).toEqual({ kind: "read-only" });
  });
});

describe("a document that is locked while one writes", () => {
  test("gets nothing of what was not sent yet, and what was sent before is acknowledged as ever", () => {
    const room = new Room(editor);
    for (let letters = 0; letters < 100; letters += 1) connection.text.insert(letters, "a");
    const sent = room.edits.length;
    room.socket.announces({ kind: "role", ...locked });
    expect(connection.saveState.value).toEqual({ kind: "not-saved", reason: "locked" });
    vi.advanceTimersByTime(60_000);
    expect(room.socket.frames.map(({ kind }) => kind)).not.toContain("store");
    room.take();
    vi.advanceTimersByTime(60_000);
    expect(room.edits.length).toBe(sent);
    expect(connection.saveState.value).toEqual({ kind: "not-saved", reason: "locked" });
    room.announces(editor);
    room.take();
    expect(server.getText("text").toString()).toBe("a".repeat(100));
    expect(connection.saveState.value.kind).toBe("saved");
  });

  test("is read only when all was acknowledged", () => {
    const room = new Room(editor);
    connection.text.insert(0, "a");
    room.socket.announces({ kind: "role", ...locked });
    room.take();
    expect(connection.saveState.value).toEqual({ kind: "read-only" });
  });

  test("ends the connection with an edit that was under way: the client is back at once, and keeps it", () => {
    const room = new Room(editor);
    connection.text.insert(0, "late");
    room.mayWrite = false;
    room.take();
    expect(room.refused.length).toBe(1);
    expect(connection.ending.value).toBeNull();
    vi.advanceTimersByTime(0);
    expect(FakeSocket.latest()).not.toBe(room.socket);
    const next = new Room(locked);
    expect(connection.saveState.value).toEqual({ kind: "not-saved", reason: "locked" });
    expect(next.edits).toEqual([Uint8Array.of(0, 0)]);
    next.announces(editor);
    next.take();
    expect(server.getText("text").toString()).toBe("late");
    expect(connection.saveState.value.kind).toBe("saved");
  });

  test("and a server that says so again and again is not asked without a pause", () => {
    const { length } = FakeSocket.all;
    const start = performance.now();
    for (let round = 0; round < 10; round += 1) {
      FakeSocket.latest().open();
      FakeSocket.latest().closes(closeCodes.mayNotWriteAnyMore);
      comeBack();
    }
    expect(FakeSocket.all.length).toBe(length + 10);
    expect(performance.now() - start).toBeGreaterThan(2_000);
  });
});

describe("who is turned away because of too many connections", () => {
  const reason = "too many connections";
  const { code } = denials[reason];

  test("comes back after ten seconds at the soonest, whatever the device says meanwhile, and hears so", () => {
    for (let round = 0; round < 5; round += 1) {
      const { length } = FakeSocket.all;
      FakeSocket.latest().open();
      FakeSocket.latest().closes(code, reason);
      expect(connection.turnedAway.value).toEqual({ code, reason });
      expect(connection.ending.value).toBeNull();
      vi.advanceTimersByTime(9_900);
      for (const event of ["online", "visibilitychange"]) device.dispatchEvent(new Event(event));
      expect(FakeSocket.all.length).toBe(length);
      comeBack();
    }
    new Room(editor);
    expect(connection.turnedAway.value).toBeNull();
    expect(connection.saveState.value.kind).toBe("saved");
  });

  test("also when one was let in before, and the connection was lost", () => {
    new Room(editor).socket.closes(1006);
    comeBack();
    FakeSocket.latest().open();
    FakeSocket.latest().closes(code, reason);
    expect(connection.ending.value).toBeNull();
    expect(connection.turnedAway.value).toEqual({ code, reason });
  });

  test("but whoever sent too much while connected stays away", () => {
    new Room(editor).socket.closes(code, "too many frames a second");
    expect(connection.ending.value?.code).toBe(code);
    expect(connection.turnedAway.value).toBeNull();
  });
});

test("whenever rights come and go, nothing reaches a locked document, nothing is lost, and the state tells the truth", () => {
  const step = fc.record({
    what: fc.constantFrom("type", "type", "delete", "others", "take", "take", "lock", "unlock", "announce", "drop"),
    at: fc.nat(),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      connection.leave();
      server = new Y.Doc();
      connection = join(place);
      let standing = editor;
      let room = new Room(standing);
      const enter = (): void => {
        while (room.socket.readyState !== FakeSocket.OPEN) {
          if (room.socket === FakeSocket.latest()) comeBack();
          room = new Room(standing);
        }
      };
      server.on("update", (update: Uint8Array, origin: unknown) => {
        if (origin === "others") room.socket.says({ kind: "update", update });
      });
      for (const { what, at } of steps) {
        const { text } = connection;
        if (what === "type") text.insert(at % (text.length + 1), "abc");
        if (what === "delete" && text.length > 0) text.delete(at % text.length, 1);
        if (what === "others") server.transact(() => server.getText("text").insert(0, "x"), "others");
        if (what === "take") room.take();
        if (what === "lock" || what === "unlock") {
          standing = what === "lock" ? locked : editor;
          room.mayWrite = standing.mayWrite;
        }
        if (what === "announce") room.announces(standing);
        if (what === "drop") room.socket.closes(1006);
        const before = server.getText("text").toString();
        enter();
        if (!standing.mayWrite) expect(server.getText("text").toString()).toBe(before);
        const isSaved = ["saved", "read-only"].includes(connection.saveState.value.kind);
        if (isSaved) expect(server.getText("text").toString()).toBe(connection.text.toString());
      }
      standing = editor;
      room.announces(standing);
      for (let round = 0; round < 20 && connection.saveState.value.kind !== "saved"; round += 1) {
        vi.advanceTimersByTime(100);
        room.take();
        enter();
      }
      expect(connection.saveState.value.kind).toBe("saved");
      expect(server.getText("text").toString()).toBe(connection.text.toString());
    }),
    { numRuns: 150 },
  );
});
