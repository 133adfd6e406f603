/** What was accepted on its way to storage: applied, committed, acknowledged, and merged into the snapshot at times. */

import { frameActions } from "@samepage/access";
import {
  closeCodes,
  encodeEdit,
  encodeFrame,
  leastCommitIntervalMs,
  mergeEdits,
  mostCommitIntervalMs,
} from "@samepage/protocol";
import { announce } from "./announcing.ts";
import { type Batch, type Effect, refuse } from "./effect.ts";
import { type AcceptedEdit, documentOf, type Room, trafficOf } from "./room-state.ts";
import { send } from "./sending.ts";
import type { SocketId } from "./session.ts";
import { may, nextExpiry } from "./standing.ts";

/**
 * How long what its authors are to ask for may stay unstored while nobody does: somebody's line may have died without
 * a word. Less than the ten seconds after which a runtime may hibernate an object and forget it.
 */
const alarmMs = mostCommitIntervalMs;

/** An alarm that is so late was never set: it is set again. */
const lateAlarmMs = 5_000;

/** How long after a failed commit the next try comes. */
const retryMs = 1_000;

/** More edits than this in one commit are merged: nobody types so fast, and one is applied faster than many. */
const mergeAbove = 100;

/** Log rows at which the snapshot takes the log in: reading a few hundred rows back still takes milliseconds. */
const compactAtRows = 500;

/** Log bytes at which it does so, unless the snapshot is larger; a commit of more than both is stored as a snapshot. */
const compactAtBytes = 128 * 1024;

/** When the last socket leaves it does so sooner: at fewer rows, at fewer bytes, or at a part of the snapshot's. */
const compactAtLeavingRows = 20;
const compactAtLeavingBytes = 64 * 1024;
const compactAtLeavingPart = 1 / 4;

/** When something is to be stored next; never is infinity. */
export function storingDue(room: Room): number {
  if (room.committing !== null) return Number.POSITIVE_INFINITY;
  if (room.unstored !== null) return room.lastCommit + retryMs;
  return room.accepted.length === 0 ? Number.POSITIVE_INFINITY : room.storeBy;
}

/**
 * Sees to it that what `socket` wrote is stored: at once after a pause, else after the interval; by a timer, unless its
 * client will ask. A pending timer keeps an object from hibernating, and so costs as if it were at work all the time.
 */
export function planStoring(room: Room, socket: SocketId, now: number): void {
  const due = room.lastCommit + room.limits.commitIntervalMs;
  const willAsk = room.sessions.get(socket)?.asksToStore === true;
  if (room.traffic.get(socket)?.wantsStored === true) storeSoon(room);
  else if (!willAsk || due <= now) room.storeBy = Math.min(room.storeBy, due);
}

/**
 * A client wants stored what it has sent, and from now on will ask for that again. Who has nothing to be stored, or may
 * not write, asks for nothing: a commit costs.
 */
export function askedToStore(room: Room, socket: SocketId): readonly Effect[] {
  const session = room.sessions.get(socket);
  if (session?.isExtended !== true || !may(room, session, frameActions.store)) return [];
  const traffic = trafficOf(room, socket);
  const hasFrames = room.frames.has(socket);
  if (hasFrames) storeSoon(room);
  // What of it is not accepted yet is stored as soon as it is.
  traffic.wantsStored = hasFrames || traffic.held !== null;
  if (session.asksToStore) return [];
  const asking = { ...session, asksToStore: true };
  room.sessions.set(socket, asking);
  return [{ kind: "keep", socket, session: asking }];
}

function storeSoon(room: Room): void {
  room.storeBy = Math.min(room.storeBy, room.lastCommit + leastCommitIntervalMs);
}

/**
 * Has the room alarmed when something waits for being asked for, and when a right ends. Nothing waiting, no alarm; one
 * that is set comes, even if it is not needed any more.
 */
export function setAlarm(room: Room, now: number): readonly Effect[] {
  const waits = room.accepted.length > 0 && storingDue(room) === Number.POSITIVE_INFINITY && room.committing === null;
  const at = Math.min(waits ? now + alarmMs : Number.POSITIVE_INFINITY, nextExpiry(room));
  const isSet = room.alarmAt !== null && now < room.alarmAt + lateAlarmMs && room.alarmAt <= at;
  if (at === Number.POSITIVE_INFINITY || isSet) return [];
  room.alarmAt = at;
  return [{ kind: "alarm", at }];
}

/** Has what nobody asked for stored. */
export function alarmed(room: Room): readonly Effect[] {
  room.alarmAt = null;
  storeWaiting(room);
  return [];
}

/** Has what was accepted stored without being asked to: who was to ask may not be there, or may not write any more. */
export function storeWaiting(room: Room): void {
  if (room.accepted.length > 0) storeSoon(room);
}

/** Applies what was accepted: the document then holds all that was relayed. @throws what the source throws */
export function applyAccepted(room: Room): readonly Effect[] {
  const edits = room.accepted.filter(({ isApplied }) => !isApplied);
  if (edits.length === 0) return [];
  const { document } = documentOf(room);
  const merged = edits.length > mergeAbove ? mergedOf(edits) : null;
  const applied = document.apply(merged === null ? edits.map(({ update }) => update) : [merged.update]);
  room.acceptedLength = 0;
  room.acceptedParts = 0;
  if (!applied.ok) return applyOneByOne(room, edits);
  for (const edit of edits) markApplied(room, edit);
  // What is not applied yet was accepted last.
  if (merged !== null) room.accepted.splice(-edits.length, edits.length, merged);
  return [];
}

/** Applies what was accepted and commits it, with what an earlier commit failed to store. */
export function flush(room: Room, now: number): readonly Effect[] {
  const effects = [...applyAccepted(room)];
  if (room.committing !== null) return effects;
  const accepted = room.accepted.splice(0);
  room.storeBy = Number.POSITIVE_INFINITY;
  const news = accepted.length > mergeAbove ? [mergedOf(accepted)] : accepted;
  const updates = [...(room.unstored?.updates ?? []), ...news.map(({ update }) => update)];
  const frames = new Map(room.unstored?.frames);
  for (const [socket, count] of room.frames) frames.set(socket, (frames.get(socket) ?? 0) + count);
  const wasFailing = room.unstored !== null;
  room.frames.clear();
  room.unstored = null;
  if (updates.length === 0) {
    for (const [socket, count] of frames) effects.push(...acknowledge(room, socket, count, now));
    return effects;
  }
  room.lastCommit = now;
  const { document, version } = documentOf(room);
  const bytes = updates.reduce((sum, update) => sum + update.length, 0);
  const isLarge = bytes > compactAtBytes && bytes > room.source.size().snapshotBytes;
  room.committing = { updates, snapshot: isLarge ? document.snapshot() : null, version, frames, wasFailing };
  effects.push({ kind: "commit", batch: room.committing });
  return effects;
}

/**
 * Takes the document from storage again, with what was applied and is not there yet: half an edit may be in the one in
 * memory.
 */
export function restore(room: Room): void {
  const version = room.loaded?.version ?? 0;
  const loaded = room.source.load();
  const updates = room.accepted.filter(({ isApplied }) => isApplied).map(({ update }) => update);
  // Of what is being committed it is not known yet whether it is there; applied twice it does no harm.
  loaded.document.apply([...(room.committing?.updates ?? []), ...(room.unstored?.updates ?? []), ...updates]);
  room.loaded = { ...loaded, version };
  room.known = null;
}

/** Marks an edit as applied, and numbers the change that it made. */
export function markApplied(room: Room, edit: AcceptedEdit): void {
  edit.isApplied = true;
  if (edit.isTextChanged) documentOf(room).version += 1;
}

/** Acknowledges a stored batch, and has the log compacted when it has grown. */
export function committed(room: Room, batch: Batch, now: number): readonly Effect[] {
  room.committing = null;
  if (batch.snapshot !== null) compacted(room);
  const effects: Effect[] = [];
  for (const [socket, frames] of batch.frames) effects.push(...acknowledge(room, socket, frames, now));
  if (batch.wasFailing)
    effects.push(...announce(room, room.sessions.keys(), { kind: "storage", isFailing: false }, now));
  // What came meanwhile is not left waiting when nobody is left, or when all that it waits for is this commit.
  if (room.sessions.size === 0 || room.accepted.length === 0) effects.push(...flush(room, now));
  return [...effects, ...compactWhenDue(room)];
}

/** Keeps a batch that could not be stored for the next commit, and says so to whoever understands it. */
export function commitFailed(room: Room, batch: Batch, now: number): readonly Effect[] {
  room.committing = null;
  room.unstored = batch;
  return batch.wasFailing ? [] : announce(room, room.sessions.keys(), { kind: "storage", isFailing: true }, now);
}

/** Has the log merged into the snapshot when it is long, or when it is time to tidy up because nobody is left. */
export function compactWhenDue(room: Room): readonly Effect[] {
  // What is not stored must reach the log first: a snapshot would store it unannounced.
  if (room.committing !== null || room.unstored !== null || room.accepted.length > 0) return [];
  const { logRows, logBytes, snapshotBytes } = room.source.size();
  // One that failed is tried again when the log has grown as much once more.
  const [rows, bytes] = [logRows - room.compactionAsked.logRows, logBytes - room.compactionAsked.logBytes];
  const isDue =
    room.sessions.size === 0
      ? rows >= compactAtLeavingRows || bytes > Math.max(compactAtLeavingBytes, snapshotBytes * compactAtLeavingPart)
      : rows >= compactAtRows || bytes > Math.max(compactAtBytes, snapshotBytes);
  if (!isDue) return [];
  room.compactionAsked = { logRows, logBytes };
  return [{ kind: "compact", snapshot: documentOf(room).document.snapshot() }];
}

/** A snapshot took the place of the log. */
export function compacted(room: Room): void {
  room.compactionAsked = { logRows: 0, logBytes: 0 };
}

/** Tells `socket` that so many more of its frames are stored. */
export function acknowledge(room: Room, socket: SocketId, frames: number, now: number): readonly Effect[] {
  if (room.sessions.get(socket)?.isExtended !== true) return [];
  trafficOf(room, socket).wantsStored = false;
  return send(room, [socket], encodeFrame({ kind: "acknowledge", frames }), now);
}

function mergedOf(edits: readonly AcceptedEdit[]): AcceptedEdit {
  const edit = mergeEdits(edits.map((one) => one.edit));
  return { socket: edits[0]?.socket ?? 0, edit, update: encodeEdit(edit), isApplied: true, isTextChanged: true };
}

/** The guard let something pass that Yjs cannot take: it is taken out, and whoever sent it is closed. */
function applyOneByOne(room: Room, edits: readonly AcceptedEdit[]): readonly Effect[] {
  restore(room);
  const effects: Effect[] = [];
  for (const edit of edits) {
    const applied = documentOf(room).document.apply([edit.update]);
    if (applied.ok) {
      markApplied(room, edit);
      continue;
    }
    room.accepted.splice(room.accepted.indexOf(edit), 1);
    restore(room);
    effects.push(...refuse(edit.socket, closeCodes.malformed, `the edit cannot be applied: ${applied.reason}`));
  }
  return effects;
}
