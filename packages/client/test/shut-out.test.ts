/** What becomes of the text on the screen, and of the copy on this device, when the server lets one in no more. */

import { type DenialReason, denials } from "@samepage/protocol";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import * as Y from "yjs";
import type { Notes } from "../src/device-store.ts";
import { FakeSocket } from "./fake-socket.ts";

/** The device: what it keeps, and whether it was told to forget. */
const device = vi.hoisted(() => ({
  copy: new Uint8Array(),
  notes: { epoch: null, standing: null, stored: null, isShutOut: false } as Notes,
  isCleared: false,
}));
vi.mock("../src/device-store.ts", async (importOriginal) => ({
  ...(await importOriginal<object>()),
  keepOnDevice(_: string, doc: Y.Doc, { opened }: { opened(isKeeping: boolean, notes: Notes): void }) {
    queueMicrotask(() => {
      if (device.copy.length > 0) Y.applyUpdate(doc, device.copy, "device");
      opened(true, device.notes);
    });
    doc.on("update", () => {
      device.copy = new Uint8Array(Y.encodeStateAsUpdate(doc));
    });
    return {
      note(news: Partial<Notes>) {
        device.notes = { ...device.notes, ...news };
      },
      async clear() {
        device.isCleared = true;
        return true;
      },
      close: () => undefined,
    };
  },
}));
const { join } = await import("../src/index.ts");

const editor = { kind: "role", role: "edit", mayWrite: true, isLocked: false, person: "fox" } as const;
const viewer = { ...editor, role: "view", mayWrite: false } as const;
let connection: ReturnType<typeof join>;

/** Opens the page on this device, once its copy is there. */
async function visit(): Promise<void> {
  connection = join({ origin: "ws://server", documentId: "A".repeat(22), keepOnDevice: true });
  await Promise.resolve();
}

function letIn(standing: typeof editor | typeof viewer, text = ""): FakeSocket {
  const socket = FakeSocket.latest();
  const server = new Y.Doc();
  server.clientID = 7;
  if (text !== "") server.getText("text").insert(0, text);
  socket.open();
  socket.announces({ kind: "epoch", epoch: "first" });
  socket.announces(standing);
  socket.says({ kind: "sync-step-1", stateVector: Y.encodeStateVector(server) });
  socket.says({ kind: "sync-step-2", update: Y.encodeStateAsUpdate(server) });
  socket.says({ kind: "acknowledge", frames: 1 });
  return socket;
}

function deny(name: DenialReason): void {
  const socket = FakeSocket.latest();
  if (socket.readyState === 0) socket.open();
  socket.closes(denials[name].code, name);
}

/** What the page shows. */
function shown(): string | null {
  return connection.isLoaded.value ? connection.text.toString() : null;
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("WebSocket", FakeSocket);
  vi.stubGlobal("window", new EventTarget());
  vi.stubGlobal("document", Object.assign(new EventTarget(), { visibilityState: "visible" }));
  device.copy = new Uint8Array();
  device.notes = { epoch: null, standing: null, stored: null, isShutOut: false };
  device.isCleared = false;
});
afterEach(() => {
  connection.leave();
  expect(vi.getTimerCount(), "timers left behind").toBe(0);
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const cuts: readonly DenialReason[] = [
  "key revoked",
  "key expired",
  "removed",
  "no key",
  "no such document",
  "deleted",
];

describe.each(cuts)("who is cut off (%s)", (name) => {
  test("reads on, and is not shown the text on the next visit, nor keeps a copy", async () => {
    await visit();
    const socket = letIn(viewer, "theirs");
    const other = new Y.Doc();
    other.getText("text").insert(0, "news and ");
    socket.says({ kind: "update", update: Y.encodeStateAsUpdate(other) });
    const text = connection.text.toString();
    expect(text).toContain("news");
    deny(name);
    expect(shown()).toBe(text);
    expect(connection.saveState.value.kind).toBe("read-only");
    expect(device.isCleared).toBe(false);
    connection.leave();

    await visit();
    expect(shown()).toBeNull();
    deny(name);
    expect(shown()).toBeNull();
    expect(device.isCleared).toBe(true);
  });

  test("with text that the server has not is shown that, now and on the next visit, and it is kept", async () => {
    await visit();
    letIn(editor, "theirs");
    connection.text.insert(0, "mine and ");
    deny(name);
    expect(shown()).toBe("mine and theirs");
    expect(connection.saveState.value).toEqual({ kind: "not-saved", reason: "refused" });
    connection.leave();

    await visit();
    expect(shown()).toBe("mine and theirs");
    deny(name);
    expect(shown()).toBe("mine and theirs");
    expect(connection.saveState.value).toEqual({ kind: "not-saved", reason: "refused" });
    expect(device.isCleared).toBe(false);
  });

  test("but let in again sees the text as ever, also on the visit after that", async () => {
    await visit();
    letIn(viewer, "theirs");
    deny(name);
    connection.leave();
    await visit();
    letIn(viewer, "theirs");
    expect(shown()).toBe("theirs");
    connection.leave();
    await visit();
    expect(shown()).toBe("theirs");
  });
});

test("who finds the door shut sees nothing of a copy that the server has, too, and it goes", async () => {
  await visit();
  letIn(editor, "theirs");
  connection.text.insert(0, "mine and ");
  FakeSocket.latest().says({ kind: "acknowledge", frames: 1 });
  connection.leave();
  await visit();
  expect(shown()).toBe("mine and theirs");
  deny("key revoked");
  expect(shown()).toBeNull();
  expect(device.isCleared).toBe(true);
});

test("who deleted offline before the door was found shut is shown that, and it is kept", async () => {
  await visit();
  letIn(editor, "theirs");
  connection.leave();
  await visit();
  connection.text.delete(0, 1);
  deny("key revoked");
  expect(shown()).toBe("heirs");
  expect(device.isCleared).toBe(false);
});

test("who has to show a password sees nothing of the copy, which stays", async () => {
  await visit();
  letIn(viewer, "theirs");
  connection.leave();
  await visit();
  deny("password needed");
  expect(shown()).toBeNull();
  expect(device.isCleared).toBe(false);
});

test("who has to show a password is not shown what the server has not, too, but brings it after that", async () => {
  await visit();
  letIn(editor, "theirs");
  connection.text.insert(0, "mine and ");
  FakeSocket.latest().closes(1006);
  connection.leave();
  await visit();
  expect(shown()).toBe("mine and theirs");
  deny("password needed");
  expect(shown()).toBeNull();
  expect(connection.saveState.value).toEqual({ kind: "not-saved", reason: "refused" });
  connection.leave();
  await visit();
  const socket = letIn(editor, "theirs");
  expect(shown()).toBe("mine and theirs");
  expect(socket.frames.some((frame) => "update" in frame && frame.update.length > 2)).toBe(true);
});

test("a server that has no document may have lost it: the copy is shown and kept", async () => {
  await visit();
  letIn(viewer, "theirs");
  connection.leave();
  await visit();
  deny("no such document");
  expect(shown()).toBe("theirs");
  expect(device.isCleared).toBe(false);
});

test("a copy of which nothing was noted is taken for one with text that the server has not", async () => {
  const old = new Y.Doc();
  old.getText("text").insert(0, "of an earlier version");
  device.copy = new Uint8Array(Y.encodeStateAsUpdate(old));
  await visit();
  deny("key not valid");
  expect(shown()).toBe("of an earlier version");
  expect(device.isCleared).toBe(false);
});

test("what one may do is known from the last visit, before the server is reached", async () => {
  await visit();
  letIn(viewer, "theirs");
  connection.leave();
  await visit();
  expect(connection.role.value).toEqual({ role: "view", mayWrite: false, isLocked: false, person: "fox" });
  connection.text.insert(0, "offline ");
  const socket = letIn(viewer, "theirs");
  expect(socket.frames.filter((frame) => "update" in frame)).toEqual([
    { kind: "sync-step-2", update: Uint8Array.of(0, 0) },
  ]);
  expect(connection.saveState.value).toEqual({ kind: "not-saved", reason: "not-allowed" });
});

test("a refusal that is about an edit takes neither the text nor the copy", async () => {
  await visit();
  letIn(editor, "theirs");
  connection.leave();
  await visit();
  FakeSocket.latest().closes(4400, "truncated");
  expect(shown()).toBe("theirs");
  expect(connection.saveState.value.kind).toBe("read-only");
  expect(device.notes.isShutOut).toBe(false);
});
