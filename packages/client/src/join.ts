/** Joins a document: wires the link, the sender, the device's copy, presence and the save state together. */

import { computed, signal } from "@preact/signals-core";
import {
  type Announcement,
  closeCodes,
  decodeAnnouncement,
  decodeFrame,
  defaultLimits,
  encodeFrame,
  type Frame,
  type Limits,
  rootName,
  type Settings,
} from "@samepage/protocol";
import * as Y from "yjs";
import type { Connection, Ending } from "./connection.ts";
import { keepOnDevice } from "./device-store.ts";
import type { HeadStart } from "./head-start.ts";
import { applyTogether, Intake, type Turn } from "./intake.ts";
import { Link } from "./link.ts";
import { Presence } from "./presence.ts";
import { type Facts, saveStateOf } from "./save-state.ts";
import { Sender } from "./sender.ts";

export interface JoinOptions {
  /** Where the server is, as `ws://host` or `wss://host`. */
  readonly origin: string;
  readonly documentId: string;
  /** Whether this device keeps a copy of the text, so that one can go on writing offline. Browser only. */
  readonly keepOnDevice?: boolean;
  /** When what others did, and that all is stored, is taken in; without it, at once. */
  readonly turn?: Turn;
  /** A connection to this document that was begun before. */
  readonly headStart?: HeadStart;
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
  const limits = signal<Limits>(defaultLimits);
  const latencyMs = signal<number | null>(null);
  const ending = signal<Ending | null>(null);

  /** Which life of the document the local text is of; null while nobody said. */
  let epoch: string | null = null;
  let hasReceivedAll = false;
  /** As the sender says, which `facts` may follow a little later. */
  let hasUnstoredEdits = false;
  /** How much of what was written under this client's id is known to be stored. */
  let confirmedClock = 0;
  /** What the server had when it was last answered. */
  let lastQuestion: Uint8Array | null = null;
  /** The server's first step 1 while its answer waits for a part that the device's copy lacks. */
  let openQuestion: Uint8Array | null = null;
  const learn = (news: Partial<Facts>): void => {
    facts.value = { ...facts.value, ...news };
  };
  const openWhenBothKnow = (): void => {
    if (sender.hasBegun && hasReceivedAll) learn({ link: "open" });
  };
  const answer = (stateVector: Uint8Array): void => {
    lastQuestion = stateVector;
    sender.answer(updateSince(doc, withoutUnconfirmed(stateVector)), limits.value);
    openWhenBothKnow();
  };

  /**
   * `stateVector` as if the server had nothing of this client's own that it has not acknowledged: somebody may have
   * written under this client's id meanwhile, and only the server can see that what it has is something else.
   */
  const withoutUnconfirmed = (stateVector: Uint8Array): Uint8Array => {
    const clocks = Y.decodeStateVector(stateVector);
    const clock = clocks.get(doc.clientID) ?? 0;
    if (clock <= confirmedClock) return stateVector;
    return Y.encodeStateVector(clocks.set(doc.clientID, confirmedClock));
  };

  const turn = options.turn ?? atOnce;
  const intake = new Intake(turn, ({ updates, states }) => {
    try {
      // First where others are: whoever draws the text draws them with it.
      if (states.length > 0) presence.receive(states);
    } finally {
      takeUpdates(updates);
    }
  });
  const takeUpdates = (updates: readonly Uint8Array[]): void => {
    if (updates.length === 0) return;
    const wasPartial = isPartial(doc);
    applyTogether(doc, updates, link);
    // What waited for a missing part came in with it: the server lacks that.
    if (wasPartial && !isPartial(doc) && lastQuestion !== null) answer(lastQuestion);
  };

  const receive = (frame: Frame): void => {
    if (!mayOvertake.has(frame.kind)) intake.takeIn();
    switch (frame.kind) {
      case "sync-step-1":
        if (!hasReceivedAll && isPartial(doc)) openQuestion = frame.stateVector;
        else answer(frame.stateVector);
        break;
      case "sync-step-2":
        Y.applyUpdate(doc, frame.update, link);
        hasReceivedAll = true;
        isLoaded.value = true;
        if (openQuestion !== null) answer(openQuestion);
        openQuestion = null;
        openWhenBothKnow();
        break;
      case "update":
        intake.addUpdate(frame.update);
        break;
      case "awareness":
        intake.addStates(frame.states);
        break;
      case "query-awareness":
        presence.sendOwn();
        break;
      case "store":
        break; // This is the server's to do.
      case "acknowledge":
        sender.acknowledge(frame.frames);
        break;
      case "announce":
        receiveAnnouncement(decodeAnnouncement(frame.json));
        break;
    }
  };
  const receiveAnnouncement = (announcement: Announcement | null): void => {
    switch (announcement?.kind) {
      case "epoch":
        meetEpoch(announcement.epoch);
        break;
      case "limits":
        limits.value = announcement.limits;
        break;
      case "settings":
        settings.value = { title: announcement.title, language: announcement.language };
        break;
      case "storage":
        learn({ isServerStorageFailing: announcement.isFailing });
        break;
    }
  };
  /** Goes on only if the local text is of the same life: of another one, it must not be brought into this one. */
  const meetEpoch = (announced: string): void => {
    if (epoch === announced) return;
    if (epoch !== null && doc.store.clients.size > 0) {
      link.end({ code: closeCodes.reset, reason: "the document was made anew" });
      return;
    }
    epoch = announced;
    device?.keepEpoch(announced);
  };

  const link = new Link(options.origin, options.documentId, options.headStart ?? null, {
    opened(hasAsked) {
      hasReceivedAll = false;
      if (!hasAsked) link.send(encodeFrame({ kind: "sync-step-1", stateVector: Y.encodeStateVector(doc) }));
      presence.sendOwn();
    },
    received(bytes) {
      const decoded = decodeFrame(bytes);
      if (decoded.ok) receive(decoded.value);
      else console.warn(`The server sent a message that cannot be read (${decoded.reason}).`);
    },
    lost(failures) {
      disconnected();
      // One failure is a hiccup; after the second, the network is away.
      learn({ link: failures > 1 ? "waiting" : "trying", isServerStorageFailing: false });
    },
    ended(reason) {
      disconnected();
      ending.value = reason;
      learn({ link: "ended" });
      if (reason.code === closeCodes.noSuchDocument && text.length === 0) void device?.clear();
    },
    measured(roundTripMs) {
      latencyMs.value = roundTripMs;
    },
  });
  const disconnected = (): void => {
    intake.takeIn();
    learn({ hasUnstoredEdits });
    sender.stop();
    openQuestion = null;
    lastQuestion = null;
    presence.forgetOthers();
    latencyMs.value = null;
  };
  const sender = new Sender(
    (frame) => link.send(frame),
    (isAnyUnstored) => {
      if (!isAnyUnstored) confirmedClock = Y.getState(doc.store, doc.clientID);
      if (isAnyUnstored === hasUnstoredEdits) return;
      hasUnstoredEdits = isAnyUnstored;
      // That all is stored can wait for its turn, and is not said if it is no longer so then.
      if (isAnyUnstored) learn({ hasUnstoredEdits });
      else turn(() => learn({ hasUnstoredEdits }));
    },
  );
  const presence = new Presence(doc, (frame) => sender.sendAside(frame));

  doc.on("update", (update: Uint8Array, origin: unknown) => {
    if (origin !== link) sender.add(update);
  });

  const device = options.keepOnDevice
    ? keepOnDevice(options.documentId, doc, {
        opened(isKeeping, keptEpoch) {
          learn({ device: isKeeping ? "keeping" : "failed" });
          epoch = keptEpoch;
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
    limits,
    latencyMs,
    ending,
    clearCopy: async () => (device === null ? true : device.clear()),
    leave() {
      stopWatching();
      intake.takeIn();
      link.close();
      sender.stop();
      device?.close();
      presence.destroy();
      doc.destroy();
    },
  };
}

const atOnce: Turn = (takeIn) => takeIn();

/** What says nothing of the text and of who is here, and so need not wait for what came before it. */
const mayOvertake: ReadonlySet<Frame["kind"]> = new Set<Frame["kind"]>(["update", "awareness", "acknowledge"]);

/** Whether the device's copy lacks a part, as when a write failed before others went well. */
function isPartial(doc: Y.Doc): boolean {
  return doc.store.pendingStructs !== null || doc.store.pendingDs !== null;
}

/** All that a peer with `stateVector` lacks, but for what waits for a part that is missing: no peer can take that in. */
function updateSince(doc: Y.Doc, stateVector: Uint8Array): Uint8Array {
  const { pendingStructs, pendingDs } = doc.store;
  doc.store.pendingStructs = null;
  doc.store.pendingDs = null;
  const update = Y.encodeStateAsUpdate(doc, stateVector);
  doc.store.pendingStructs = pendingStructs;
  doc.store.pendingDs = pendingDs;
  return update;
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
