/** The way of an edit through the room: decode → announce to the others → apply and commit → acknowledge. */

import { can } from "@samepage/access";
import { type DecodedEdit, guard, KnownClocks } from "@samepage/document";
import { closeCodes, defaultLimits, encodeAnnouncement, encodeFrame } from "@samepage/protocol";
import { type Batch, type Effect, refuse } from "./effect.ts";
import { documentOf, extendedSockets, type Loaded, otherSockets, type QueuedUpdate, type Room } from "./room-state.ts";
import type { Session, SocketId } from "./session.ts";

/** At most so long between two commits while edits keep coming; the first after a pause is committed at once. */
const commitIntervalMs = 250;

/** How long after a failed commit the next try comes. */
const retryMs = 1_000;

/** Log rows at which the snapshot takes the log in: reading a few hundred rows back still takes milliseconds. */
const compactAtRows = 500;

/** Log rows at which it does so when the last socket leaves. */
const compactAtLeavingRows = 20;

/** Takes a step-2 or update frame: relays it at once and puts it in the queue. */
export function receiveUpdate(
  room: Room,
  socket: SocketId,
  session: Session,
  frame: { readonly kind: "sync-step-2" | "update"; readonly update: Uint8Array },
  now: number,
): readonly Effect[] {
  const passed = guard(frame.update);
  if (!passed.ok) return refuse(socket, closeCodes.malformed, passed.reason);
  // A viewer's client answers step 1 too; with nothing in it, that is no writing.
  if (!passed.isEmpty && !can(session.role, "write-text")) {
    return refuse(socket, closeCodes.notAllowed, "this link cannot write");
  }
  const edit: QueuedUpdate = { socket, update: frame.update, isRelayed: false };
  if (!session.hasAnswered) return frame.kind === "update" ? hold(room, edit) : takeAnswer(room, session, edit, now);
  if (mayBeRelayed(room, passed)) {
    room.queue.push({ ...edit, isRelayed: true });
    room.queuedLength += passed.length;
    const relay = sendUpdate(otherSockets(room, socket), frame.update);
    return [...relay, ...wakeIn(room, Math.max(0, room.lastCommit + commitIntervalMs - now))];
  }
  room.queue.push(edit);
  return flush(room, now);
}

/**
 * Whether an edit can be announced before it is applied: it continues what is known, and the text stays short enough.
 * An edit with a gap that reached the others would stay in their documents, and come back with their next answer.
 */
function mayBeRelayed(room: Room, { edit, length }: { readonly edit: DecodedEdit; readonly length: number }): boolean {
  const { document } = documentOf(room);
  if (document.length + room.queuedLength + length > defaultLimits.textLength) return false;
  room.known ??= KnownClocks.of(document.stateVector());
  return room.known.take(edit);
}

/**
 * Keeps an update of a client that has not answered our step 1. A stock client sends what is typed at once, before it
 * has sent what it had: without its answer such an update would leave a gap, and nothing with a gap is stored.
 */
function hold(room: Room, edit: QueuedUpdate): readonly Effect[] {
  const held = [...(room.held.get(edit.socket) ?? []), edit];
  if (held.reduce((bytes, { update }) => bytes + update.length, 0) > defaultLimits.heldBytes) {
    return refuse(edit.socket, closeCodes.tooLarge, "too much sent before answering");
  }
  room.held.set(edit.socket, held);
  return [];
}

/**
 * Takes the answer to our step 1. It repeats every deletion that the client knows, so it is relayed only after it was
 * applied, and only what was new of it.
 */
function takeAnswer(room: Room, session: Session, edit: QueuedUpdate, now: number): readonly Effect[] {
  const { socket } = edit;
  const answered = { ...session, hasAnswered: true };
  room.sessions.set(socket, answered);
  room.queue.push(edit, ...(room.held.get(socket) ?? []));
  room.held.delete(socket);
  return [{ kind: "keep", socket, session: answered }, ...flush(room, now)];
}

function sendUpdate(sockets: readonly SocketId[], update: Uint8Array): readonly Effect[] {
  return sockets.length === 0 ? [] : [{ kind: "send", sockets, bytes: encodeFrame({ kind: "update", update }) }];
}

function acknowledgement(room: Room, socket: SocketId, frames: number): readonly Effect[] {
  if (room.sessions.get(socket)?.isExtended !== true) return [];
  return [{ kind: "send", sockets: [socket], bytes: encodeFrame({ kind: "acknowledge", frames }) }];
}

function wakeIn(room: Room, afterMs: number): readonly Effect[] {
  if (room.isWakeDue) return [];
  room.isWakeDue = true;
  return [{ kind: "wake", afterMs }];
}

/** Applies what is in the queue and commits it, with what an earlier commit failed to store. */
export function flush(room: Room, now: number): readonly Effect[] {
  if (room.queue.length === 0 && room.unstored === null) return [];
  let loaded = documentOf(room);
  const { updates: unstored = [], frames: unanswered } = room.unstored ?? {};
  const wasFailing = room.unstored !== null;
  const [updates, frames] = [[...unstored], new Map(unanswered)];
  const refused = new Map<SocketId, string>();
  const effects: Effect[] = [];

  for (const { socket, update, isRelayed } of room.queue.splice(0)) {
    if (refused.has(socket)) continue;
    const applied = loaded.document.apply(update, defaultLimits.textLength);
    if (!applied.ok) {
      refused.set(socket, applied.reason);
      loaded = restore(room, updates, loaded.version);
      continue;
    }
    if (applied.isChanged) loaded.version += 1;
    if (applied.news !== null) {
      updates.push(applied.news);
      if (!isRelayed) effects.push(...sendUpdate(otherSockets(room, socket), applied.news));
    }
    if (!isRelayed) room.known = null;
    frames.set(socket, (frames.get(socket) ?? 0) + 1);
  }
  room.queuedLength = 0;
  room.unstored = null;
  if (updates.length === 0) {
    for (const [socket, count] of frames) effects.push(...acknowledgement(room, socket, count));
  } else {
    room.lastCommit = now;
    effects.push({ kind: "commit", batch: { updates, version: loaded.version, frames, wasFailing } });
  }
  for (const [socket, reason] of refused) {
    const code = reason === "too-long" ? closeCodes.tooLarge : closeCodes.malformed;
    effects.push(...refuse(socket, code, `the edit cannot be applied: ${reason}`));
  }
  return effects;
}

/** Takes the document from storage again, with `updates` that are not there yet: half an edit may be in the old one. */
function restore(room: Room, updates: readonly Uint8Array[], version: number): Loaded {
  const loaded = room.source.load();
  for (const update of updates) loaded.document.apply(update, defaultLimits.textLength);
  loaded.version = version;
  room.loaded = loaded;
  room.known = null;
  return loaded;
}

/** Acknowledges a stored batch, and has the log compacted when it has grown. */
export function committed(room: Room, batch: Batch): readonly Effect[] {
  const effects: Effect[] = [];
  for (const [socket, frames] of batch.frames) effects.push(...acknowledgement(room, socket, frames));
  if (batch.wasFailing) effects.push(storageAnnouncement(extendedSockets(room), false));
  if (room.loaded !== null) room.loaded.logRows += 1;
  return [...effects, ...compactWhenDue(room)];
}

/** Has the log merged into the snapshot when it is long, or when it is time to tidy up because nobody is left. */
export function compactWhenDue(room: Room): readonly Effect[] {
  // What failed to be stored must reach the log first: a snapshot would store it unannounced.
  if (room.loaded === null || room.unstored !== null || room.queue.length > 0) return [];
  if (room.loaded.logRows < (room.sessions.size === 0 ? compactAtLeavingRows : compactAtRows)) return [];
  room.loaded.logRows = 0;
  return [{ kind: "compact", snapshot: room.loaded.document.snapshot() }];
}

/** Keeps a batch that could not be stored for the next commit, and says so to whoever understands it. */
export function commitFailed(room: Room, batch: Batch): readonly Effect[] {
  room.unstored = batch;
  const effects: Effect[] = batch.wasFailing ? [] : [storageAnnouncement(extendedSockets(room), true)];
  return [...effects, ...wakeIn(room, retryMs)];
}

/** Tells `sockets` whether storage fails. */
export function storageAnnouncement(sockets: readonly SocketId[], isFailing: boolean): Effect {
  const json = encodeAnnouncement({ kind: "storage", isFailing });
  return { kind: "send", sockets, bytes: encodeFrame({ kind: "announce", json }) };
}
