/** Joins a document: wires the link, the device's copy, presence and the save state together. */

import { computed, signal } from "@preact/signals-core";
import {
  closeCodes,
  decodeAnnouncement,
  decodeFrame,
  encodeFrame,
  type Frame,
  rootName,
  type Settings,
  syncPath,
} from "@samepage/protocol";
import * as Y from "yjs";
import type { Connection, Ending } from "./connection.ts";
import { keepOnDevice } from "./device-store.ts";
import { Link } from "./link.ts";
import { Outbox } from "./outbox.ts";
import { Presence } from "./presence.ts";
import { type Facts, saveStateOf } from "./save-state.ts";

export interface JoinOptions {
  /** Where the server is, as `ws://host` or `wss://host`. */
  readonly origin: string;
  readonly documentId: string;
  /** Whether this device keeps a copy of the text, so that one can go on writing offline. Browser only. */
  readonly keepOnDevice?: boolean;
}

/**
 * Joins the document and stays with it until `leave`. Never throws on what the network or the server do: every outcome
 * is a value of the connection.
 */
export function join(options: JoinOptions): Connection {
  const doc = new Y.Doc();
  const text = doc.getText(rootName);
  const facts = signal<Facts>({
    link: "trying",
    device: options.keepOnDevice ? "opening" : "none",
    hasUnstoredEdits: false,
    isServerStorageFailing: false,
  });
  const isLoaded = signal(false);
  const settings = signal<Settings | null>(null);
  const latencyMs = signal<number | null>(null);
  const ending = signal<Ending | null>(null);

  let outbox: Outbox | null = null;
  let hasReceivedAll = false;
  const learn = (news: Partial<Facts>): void => {
    facts.value = { ...facts.value, ...news };
  };
  const sendUpdates = (updates: readonly Uint8Array[], kind: "sync-step-2" | "update"): void => {
    for (const update of updates) link.send(encodeFrame({ kind, update }));
    if (outbox !== null) learn({ hasUnstoredEdits: !outbox.isEmpty });
  };
  const openWhenBothKnow = (): void => {
    if (outbox !== null && hasReceivedAll) learn({ link: "open" });
  };

  const receive = (frame: Frame): void => {
    switch (frame.kind) {
      case "sync-step-1":
        outbox = new Outbox();
        sendUpdates(outbox.add(Y.encodeStateAsUpdate(doc, frame.stateVector)), "sync-step-2");
        openWhenBothKnow();
        break;
      case "sync-step-2":
        Y.applyUpdate(doc, frame.update, link);
        hasReceivedAll = true;
        isLoaded.value = true;
        openWhenBothKnow();
        break;
      case "update":
        Y.applyUpdate(doc, frame.update, link);
        break;
      case "awareness":
        presence.receive(frame.states);
        break;
      case "query-awareness":
        presence.sendOwn();
        break;
      case "acknowledge":
        if (outbox !== null) sendUpdates(outbox.acknowledge(frame.frames), "update");
        break;
      case "announce": {
        const announcement = decodeAnnouncement(frame.json);
        if (announcement?.kind === "settings") {
          settings.value = { title: announcement.title, language: announcement.language };
        }
        if (announcement?.kind === "storage") learn({ isServerStorageFailing: announcement.isFailing });
        break;
      }
    }
  };

  const link = new Link(options.origin + syncPath(options.documentId), {
    opened() {
      outbox = null;
      hasReceivedAll = false;
      link.send(encodeFrame({ kind: "sync-step-1", stateVector: Y.encodeStateVector(doc) }));
      presence.sendOwn();
    },
    received(bytes) {
      const decoded = decodeFrame(bytes);
      if (decoded.ok) receive(decoded.value);
      else console.warn(`The server sent a message that cannot be read (${decoded.reason}).`);
    },
    lost(failures) {
      outbox = null;
      presence.forgetOthers();
      latencyMs.value = null;
      // One failure is a hiccup; after the second, the network is away.
      learn({ link: failures > 1 ? "waiting" : "trying", isServerStorageFailing: false });
    },
    ended(reason) {
      outbox = null;
      presence.forgetOthers();
      ending.value = reason;
      learn({ link: "ended" });
      if (reason.code === closeCodes.noSuchDocument && text.length === 0) void device?.clear();
    },
    measured(roundTripMs) {
      latencyMs.value = roundTripMs;
    },
  });
  const presence = new Presence(doc, (frame) => link.send(frame));

  doc.on("update", (update: Uint8Array, origin: unknown) => {
    if (origin === link) return;
    if (outbox !== null) sendUpdates(outbox.add(update), "update");
    else learn({ hasUnstoredEdits: true });
  });

  const device = options.keepOnDevice
    ? keepOnDevice(options.documentId, doc, {
        opened(isKeeping) {
          learn({ device: isKeeping ? "keeping" : "failed" });
          if (text.length > 0) isLoaded.value = true;
          link.connect();
        },
        failed: () => learn({ device: "failed" }),
      })
    : null;
  if (device === null) link.connect();
  const stopWatching = watchDevice(link);

  return {
    documentId: options.documentId,
    doc,
    text,
    awareness: presence.awareness,
    saveState: computed(() => saveStateOf(facts.value)),
    isLoaded,
    settings,
    latencyMs,
    ending,
    leave() {
      stopWatching();
      link.close();
      device?.close();
      presence.destroy();
      doc.destroy();
    },
  };
}

/** Tries the line at once when the device says that something changed: online, offline, or looked at again. */
function watchDevice(link: Link): () => void {
  if (typeof window === "undefined") return () => undefined;
  const probe = (): void => link.probe();
  const probeWhenSeen = (): void => {
    if (document.visibilityState === "visible") link.probe();
  };
  window.addEventListener("online", probe);
  window.addEventListener("offline", probe);
  document.addEventListener("visibilitychange", probeWhenSeen);
  return () => {
    window.removeEventListener("online", probe);
    window.removeEventListener("offline", probe);
    document.removeEventListener("visibilitychange", probeWhenSeen);
  };
}
