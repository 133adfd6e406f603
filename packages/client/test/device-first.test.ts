/** A socket that was opened early, and a copy on this device that opens late. */

import { closeCodes } from "@samepage/protocol";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import * as Y from "yjs";
import type { Notes } from "../src/device-store.ts";
import { FakeSocket } from "./fake-socket.ts";

interface Opening {
  readonly doc: Y.Doc;
  opened(isKeeping: boolean, notes: Notes): void;
}

const noNotes: Notes = vi.hoisted(() => ({ epoch: null, standing: null, stored: null, isShutOut: false }));
let opening: Opening | null = null;
vi.mock("../src/device-store.ts", () => ({
  keepOnDevice(_: string, doc: Y.Doc, { opened }: Pick<Opening, "opened">) {
    opening = { doc, opened };
    return { note: () => undefined, clear: async () => true, close: () => undefined };
  },
  noNotes,
}));
const { HeadStart } = await import("../src/head-start.ts");
const { join } = await import("../src/index.ts");

const place = { origin: "ws://server", documentId: "A".repeat(22) };

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("WebSocket", FakeSocket);
  vi.stubGlobal("window", new EventTarget());
  vi.stubGlobal("document", Object.assign(new EventTarget(), { visibilityState: "visible" }));
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test.each(["", "visibilitychange", "online"])(
  "the copy's text is not brought into another life of the document, whatever the device says meanwhile: %j",
  (event) => {
    const headStart = new HeadStart(place.origin, place.documentId, false);
    const socket = FakeSocket.latest();
    socket.open();
    socket.announces({ kind: "epoch", epoch: "second" });
    socket.says({ kind: "sync-step-1", stateVector: Uint8Array.of(0) });
    const connection = join({ ...place, keepOnDevice: true, headStart });
    if (event !== "") for (const target of [window, document]) target.dispatchEvent(new Event(event));
    const old = new Y.Doc();
    old.getText("text").insert(0, "of the first life");
    if (opening === null) throw new Error("no copy was asked for");
    Y.applyUpdate(opening.doc, Y.encodeStateAsUpdate(old), "device");
    opening.opened(true, { ...noNotes, epoch: "first" });

    expect(socket.frames.filter((frame) => "update" in frame)).toEqual([]);
    expect(connection.ending.value?.code).toBe(closeCodes.reset);
    connection.leave();
  },
);
