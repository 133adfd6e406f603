/** Joins a document: wires the link, the sender, the device's copy, presence and the save state together. */

import { computed, signal } from "@preact/signals-core";
import {
  closeCodes,
  decodeAnnouncement,
  decodeFrame,
  denialOf,
  encodeFrame,
  type Frame,
  rootName,
  type Standing,
} from "@samepage/protocol";
import * as Y from "yjs";
import { afterRefusal } from "./after-refusal.ts";
import { Announced } from "./announced.ts";
import type { Connection, Ending, JoinOptions } from "./connection.ts";
import { keepOnDevice, type Notes, noNotes } from "./device-store.ts";
import { connect } from "./head-start.ts";
import { applyTogether, atOnce, Intake, mayOvertake } from "./intake.ts";
import { Link } from "./link.ts";
import { OtherTabs } from "./other-tabs.ts";
import { Presence } from "./presence.ts";
import { type Facts, saveStateOf } from "./save-state.ts";
import { StoredNote } from "./stored-note.ts";
import { isWithin } from "./unsent.ts";
import { isPartial } from "./update-since.ts";
import { watchDevice } from "./watch-device.ts";
import { Writing } from "./writing.ts";

/**
 * Joins the document and stays with it until `leave`. Never throws on what the network or the server do: every outcome
 * is a value of the connection.
 */
export function join(options: JoinOptions): Connection {
  const doc = new Y.Doc();
  const text = doc.getText(rootName);
  const facts = signal<Facts>({
    link: options.whenThere === undefined ? "trying" : "waiting",
    device: options.keepOnDevice ? "opening" : "none",
    hasUnstoredEdits: false,
    isWithholding: false,
    isServerStorageFailing: false,
    obstacle: null,
  });
  const isLoaded = signal(false);
  const wasLetIn = signal(false);
  const turnedAway = signal<Ending | null>(null);
  const latencyMs = signal<number | null>(null);
  const ending = signal<Ending | null>(null);

  /** What this device kept of earlier visits. */
  let notes: Notes = noNotes;
  let hasReceivedAll = false;
  /** Whether this device had a copy when it was looked for. */
  let isFound = false;
  /** Whether this connection's server has said what one may do. */
  let hasHeardRole = false;
  /** The server's first step 1 while its answer waits for a part that the device's copy lacks. */
  let openQuestion: Uint8Array | null = null;
  const learn = (news: Partial<Facts>): void => {
    facts.value = { ...facts.value, ...news };
  };
  const openWhenBothKnow = (): void => {
    if (!writing.hasBegun || !hasReceivedAll || facts.value.link === "open") return;
    learn({ link: "open" });
    storedNote.makeSoon();
  };
  const answer = (stateVector: Uint8Array): void => {
    writing.answer(stateVector);
    openWhenBothKnow();
  };
  /** Takes the server's whole text. */
  const takeAll = (update: Uint8Array): void => {
    const hadText = doc.store.clients.size > 0;
    Y.applyUpdate(doc, update, link);
    if (openQuestion !== null) answer(openQuestion);
    openQuestion = null;
    if (hadText) writing.compare(update);
    if (!wasLetIn.value && notes.isShutOut) device?.note({ isShutOut: false });
    hasReceivedAll = true;
    isLoaded.value = true;
    wasLetIn.value = true;
    openWhenBothKnow();
  };
  const storedNote = new StoredNote({
    doc,
    device: () => device,
    isAllStored: () => device !== null && facts.value.link === "open" && !writing.isOwing,
  });

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
    if (wasPartial && !isPartial(doc)) writing.answerAgain();
    storedNote.makeSoon();
  };

  const receive = (frame: Frame): void => {
    if (!mayOvertake.has(frame.kind)) intake.takeIn();
    switch (frame.kind) {
      case "sync-step-1":
        if (!hasHeardRole) meetRole(null);
        if (!hasReceivedAll && isPartial(doc)) openQuestion = frame.stateVector;
        else answer(frame.stateVector);
        break;
      case "sync-step-2":
        takeAll(frame.update);
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
        writing.acknowledge(frame.frames);
        break;
      case "announce":
        announced.receive(decodeAnnouncement(frame.json));
        break;
    }
  };
  const announced = new Announced({
    hasText: () => doc.store.clients.size > 0,
    meetOtherLife: () => link.end({ code: closeCodes.reset, reason: "the document was made anew" }),
    keepEpoch: (epoch) => device?.note({ epoch }),
    meetRole: (told) => meetRole(told),
    meetStorage: (isFailing) => learn({ isServerStorageFailing: isFailing }),
  });
  const meetRole = (told: Standing | null): void => {
    hasHeardRole = true;
    writing.expectRole(told);
    device?.note({ standing: told });
  };

  const tabs = options.keepOnDevice
    ? new OtherTabs(options.documentId, {
        doc,
        isAlone: () => isLoaded.value && facts.value.link !== "ended" && !writing.hasBegun,
        epoch: () => announced.epoch,
        learnEpoch: (epoch) => announced.meetEpoch(epoch),
      })
    : null;
  const connectNow = (): WebSocket => connect(options.origin, options.documentId, options.credentials ?? {});
  const link = new Link(connectNow, options.headStart ?? null, {
    opened(hasAsked) {
      hasReceivedAll = false;
      hasHeardRole = false;
      if (!hasAsked) link.send(encodeFrame({ kind: "sync-step-1", stateVector: Y.encodeStateVector(doc) }));
      presence.sendOwn();
    },
    received(bytes) {
      turnedAway.value = null;
      const decoded = decodeFrame(bytes);
      if (decoded.ok) receive(decoded.value);
      else console.warn(`The server sent a message that cannot be read (${decoded.reason}).`);
    },
    lost(failures, refusal) {
      disconnected();
      turnedAway.value = refusal;
      // One failure is a hiccup; after the second, the network is away.
      learn({ link: failures > 1 ? "waiting" : "trying", isServerStorageFailing: false });
      tabs?.ask();
    },
    ended(reason) {
      disconnected();
      turnedAway.value = null;
      const isEmpty = text.length === 0;
      const hasCopy = facts.value.device === "keeping";
      const hasAll = !writing.isOwing && (wasLetIn.value || isEmpty || isWithin(doc, notes.stored));
      const circumstances = {
        wasLetIn: wasLetIn.value,
        isAllStored: hasAll,
        wasShutOut: notes.isShutOut,
        isEmpty,
        hasCopy,
      };
      const { isShown, isCopyKept, isShutOut } = afterRefusal(reason, circumstances);
      if (!hasAll && denialOf(reason.code, reason.reason) !== null) writing.withhold(true);
      isLoaded.value &&= isShown;
      if (!isCopyKept) void device?.clear();
      else if (isShutOut) device?.note({ isShutOut });
      ending.value = reason;
      learn({ link: "ended" });
    },
    measured(roundTripMs) {
      latencyMs.value = roundTripMs;
    },
  });
  const connectWhenThere = (): void => {
    if (options.whenThere === undefined) {
      link.connect();
      return;
    }
    // Nobody else can have anything of it.
    isLoaded.value = true;
    options.whenThere.then(() => link.connect(), reportError);
  };
  const disconnected = (): void => {
    intake.takeIn();
    storedNote.make();
    writing.stop();
    openQuestion = null;
    presence.forgetOthers();
    latencyMs.value = null;
  };
  const writing = new Writing(doc, {
    limits: announced.limits,
    turn,
    send: (frame) => link.send(frame),
    learn(news) {
      learn(news);
      if (news.hasUnstoredEdits === false) storedNote.makeSoon();
    },
  });
  const presence = new Presence(doc, (frame) => writing.sendAside(frame));

  doc.on("update", (update: Uint8Array, origin: unknown) => {
    // What the copy holds is no edit: the answer to the server's first question brings what it lacks of it.
    if (origin === link || facts.value.device === "opening") return;
    writing.add(update);
    if (origin !== tabs) tabs?.tell(update);
  });

  const device = options.keepOnDevice
    ? keepOnDevice(options.documentId, doc, {
        opened(isKeeping, kept) {
          learn({ device: isKeeping ? "keeping" : "failed" });
          notes = kept;
          announced.findEpoch(kept.epoch);
          writing.expectRole(kept.standing);
          // Whoever was shut out sees no more than what would be lost otherwise.
          if (text.length > 0 && !(kept.isShutOut && isWithin(doc, kept.stored))) isLoaded.value = true;
          isFound = kept.epoch !== null || doc.store.clients.size > 0;
          connectWhenThere();
          tabs?.ask();
        },
        failed: () => learn({ device: "failed" }),
        recovered: () => learn({ device: "keeping" }),
      })
    : null;
  if (device === null) connectWhenThere();
  const stopWatching = watchDevice(
    () => link.probe(),
    () => storedNote.make(),
  );

  return {
    documentId: options.documentId,
    doc,
    text,
    awareness: presence.awareness,
    saveState: computed(() => saveStateOf(facts.value)),
    isLoaded,
    wasLetIn,
    settings: announced.settings,
    limits: announced.limits,
    role: writing.role,
    givenName: announced.givenName,
    turnedAway,
    latencyMs,
    ending,
    copy: computed(() => (facts.value.device === "keeping" && !isFound ? "new" : facts.value.device)),
    hasUnsent: computed(() => facts.value.hasUnstoredEdits || facts.value.isWithholding),
    clearCopy: async () => (device === null ? true : device.clear()),
    leave() {
      stopWatching();
      intake.takeIn();
      storedNote.make();
      link.close();
      writing.stop();
      storedNote.stop();
      device?.close();
      tabs?.close();
      presence.destroy();
      doc.destroy();
    },
  };
}
