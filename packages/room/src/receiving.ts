/** What a socket sends: within its rates, decoded, and handed to whoever it concerns. */

import { frameActions } from "@samepage/access";
import { closeCodes, decodeFrame, decodeStateVector, encodeEdit, encodeFrame, type Frame } from "@samepage/protocol";
import { acceptAll, acceptHeld, settleDisputes } from "./disputes.ts";
import { type Effect, refuse } from "./effect.ts";
import { askOwner, bringsOwn, hold, takeHeld } from "./ownership.ts";
import { receiveAwareness, showPresence, showWithheld } from "./presence.ts";
import { readNow } from "./reading.ts";
import { documentOf, knownOf, lookAfter, type Room, trafficOf } from "./room-state.ts";
import { ask, closeSlow, isOver, noteAnswer } from "./sending.ts";
import type { SocketId } from "./session.ts";
import { may, refuseAction } from "./standing.ts";
import { applyAccepted, askedToStore } from "./storing.ts";
import type { HeldEdit, SentEdit } from "./traffic.ts";

/** How long a client that sends edits may take to say what it had before: it may have much to upload. */
const firstAnswerWithinMs = 30_000;

/** How long a socket may keep others waiting for its answer. */
const answerWithinMs = 3_000;

/** Frames that anybody sends who is here, and that are writing only by what they bring. */
const editKinds: ReadonlySet<Frame["kind"]> = new Set<Frame["kind"]>(["sync-step-2", "update", "store"]);

const emptyUpdate = encodeEdit({ insertions: [], deletions: [] });

/** How long an edit that is too much work may wait. */
const mostPostponedMs = 60_000;

/**
 * How often a client may be answered with as much as it ever was on one connection, and how much more as time goes by. It
 * needs the whole document once; one that asks for it again and again reads none of it, and makes the server keep it.
 */
const mostWholeAnswers = 3;
const answerBytesPerSecond = 64 * 1024;

/** Clients that a peer may know and the document does not, as after it lost its last commits. */
const mostStrangers = 20_000;

/** Takes one binary message. */
export function receiveMessage(room: Room, socket: SocketId, bytes: Uint8Array, now: number): readonly Effect[] {
  const session = room.sessions.get(socket);
  if (session === undefined) return [];
  const { limits } = room;
  const traffic = trafficOf(room, socket);
  if (bytes.length > limits.frameBytes) return refuse(socket, closeCodes.tooLarge, "frame too large");
  if (!traffic.bytes.take(bytes.length, now)) return refuse(socket, closeCodes.tooFast, "too many bytes a second");
  const decoded = decodeFrame(bytes);
  if (!decoded.ok) return refuse(socket, closeCodes.malformed, decoded.reason);
  const frame = decoded.value;
  const rate = frame.kind === "awareness" ? traffic.awarenessFrames : traffic.frames;
  if (!rate.take(1, now)) return refuse(socket, closeCodes.tooFast, "too many frames a second");
  const action = frameActions[frame.kind];
  if (action === null) return refuse(socket, closeCodes.malformed, "a frame that only the server sends");
  // What an edit brings that is new is asked about when it is known; who may not have it stored is not heard.
  if (!editKinds.has(frame.kind) && !may(room, session, action)) return refuseAction(socket, session);
  switch (frame.kind) {
    case "sync-step-1":
      return answer(room, socket, frame.stateVector, now);
    case "sync-step-2":
    case "update":
      return receiveEdit(room, socket, frame, bytes, now);
    case "awareness":
      return receiveAwareness(room, socket, frame.states, now);
    case "query-awareness":
      return showPresence(room, socket, now);
    case "store":
      return askedToStore(room, socket);
    case "acknowledge":
    case "announce":
      return [];
  }
}

/** Does for single sockets what had to wait for its time. */
export function lookAfterSockets(room: Room, now: number): readonly Effect[] {
  room.socketsDue = Number.POSITIVE_INFINITY;
  const effects: Effect[] = [];
  for (const [socket, traffic] of [...room.traffic]) {
    effects.push(...showWithheld(room, socket, now));
    if (traffic.wanted !== null) effects.push(...answer(room, socket, traffic.wanted, now));
    effects.push(...resume(room, socket, now));
    const until = traffic.held?.until ?? null;
    const { askedAt } = traffic;
    if (until === socket && askedAt !== null && isOver(room, askedAt, firstAnswerWithinMs, now)) {
      effects.push(...closeSlow(room, socket));
    }
    for (const owner of [until, traffic.claim?.owner ?? null]) {
      if (owner !== null && owner !== socket) effects.push(...awaitOwner(room, owner, now));
    }
  }
  return effects;
}

/** Goes on with what a socket sent and what was too much work at once; what waited too long is refused. */
function resume(room: Room, socket: SocketId, now: number): readonly Effect[] {
  const traffic = trafficOf(room, socket);
  const { held, wantedWork } = traffic;
  if (wantedWork === null || held?.until !== null) return [];
  const wanted = Math.min(wantedWork.work, room.limits.documentWorkBurst);
  const at = Math.max(traffic.work.timeOf(wantedWork.work, now), room.work.timeOf(wanted, now));
  if (at > now) {
    // All that it alone may cost comes within seconds: it is the document that has too much to do.
    if (isOver(room, wantedWork.since, mostPostponedMs, now)) return refuse(socket, closeCodes.busy, "too much work");
    lookAfter(room, at);
    return [];
  }
  // The next time others come first.
  room.traffic.delete(socket);
  room.traffic.set(socket, traffic);
  const effects = acceptAll(room, takeHeld(room, socket), now);
  const [left, next] = [traffic.held, traffic.wantedWork];
  if (left?.until !== null) traffic.wantedWork = null;
  else if (left.edits.length < held.edits.length && next !== null) traffic.wantedWork = { ...next, since: now };
  return effects;
}

/** Closes an owner for whose answer others have waited too long; one that could not be asked yet is asked. */
function awaitOwner(room: Room, owner: SocketId, now: number): readonly Effect[] {
  const { awaitedSince } = trafficOf(room, owner);
  if (awaitedSince === null) return askOwner(room, owner, now);
  return isOver(room, awaitedSince, answerWithinMs, now) ? closeSlow(room, owner) : [];
}

/** Answers a step 1; one that comes too early, or before the last answer was read, when its time has come. */
function answer(room: Room, socket: SocketId, stateVector: Uint8Array, now: number): readonly Effect[] {
  const traffic = trafficOf(room, socket);
  const mostClients = Math.max(room.limits.clientsPerDocument, knownOf(room).clientCount) + mostStrangers;
  const read = decodeStateVector(stateVector, mostClients);
  if (!read.ok) {
    const code = read.reason === "too-many-clients" ? closeCodes.tooLarge : closeCodes.malformed;
    return refuse(socket, code, `not a state vector: ${read.reason}`);
  }
  const isLastUnread = traffic.answered > room.limits.askBytes;
  if (isLastUnread || !traffic.answers.take(1, now)) {
    traffic.wanted = stateVector.slice();
    if (!isLastUnread) lookAfter(room, traffic.answers.timeOf(1, now));
    return [];
  }
  traffic.wanted = null;
  const effects = [...applyAccepted(room)];
  const update = documentOf(room).document.updateSince(stateVector);
  const bytes = encodeFrame({ kind: "sync-step-2", update });
  const soFar = traffic.answeredSoFar ?? { bytes: 0, largest: 0, since: now };
  const largest = Math.max(soFar.largest, bytes.length);
  const affordable = largest * mostWholeAnswers + ((now - soFar.since) / 1_000) * answerBytesPerSecond;
  if (soFar.bytes + bytes.length > affordable)
    return [...effects, ...refuse(socket, closeCodes.tooFast, "too many answers")];
  traffic.answeredSoFar = { bytes: soFar.bytes + bytes.length, largest, since: soFar.since };
  effects.push({ kind: "send", sockets: [socket], bytes });
  traffic.answered += bytes.length;
  traffic.unanswered += bytes.length;
  if (traffic.unanswered > room.limits.askBytes) effects.push(...ask(room, socket, now));
  return effects;
}

function receiveEdit(
  room: Room,
  socket: SocketId,
  { kind, update }: Extract<Frame, { readonly update: Uint8Array }>,
  frame: Uint8Array,
  now: number,
): readonly Effect[] {
  const traffic = trafficOf(room, socket);
  const hasAnswered = room.sessions.get(socket)?.hasAnswered === true;
  const isAnswer = kind === "sync-step-2" && (traffic.askedAt !== null || !hasAnswered);
  const paid = { isRead: false, isLookedAt: false, countedClients: 0 };
  const sent = { socket, kind, isAnswer, update, frame, vouchers: [], ...paid };
  if (isAnswer && hasAnswered && traffic.held?.until === null) {
    // It repeats what waits, and what followed that: it counts as a frame, in its order, and no more.
    noteAnswer(room, socket);
    return hold(room, { ...sent, update: emptyUpdate, frame: null }, null);
  }
  if (isAnswer) {
    const read = readNow(room, sent, now);
    return read.ok ? receiveAnswer(room, read.sent, now) : read.effects;
  }
  if (hasAnswered) return traffic.held === null ? acceptHeld(room, sent, now) : hold(room, sent, traffic.held.until);
  // A stock client sends what is typed at once, before it has sent what it had: without that there would be a gap.
  lookAfter(room, now + firstAnswerWithinMs);
  return hold(room, sent, socket);
}

/** Takes the answer to a step 1 of ours, the one on joining or a later question. */
function receiveAnswer(room: Room, sent: SentEdit, now: number): readonly Effect[] {
  const { socket } = sent;
  const session = room.sessions.get(socket);
  if (session === undefined) return [];
  noteAnswer(room, socket);
  const broughtOwn = bringsOwn(sent, session, knownOf(room));
  const effects: Effect[] = [];
  const edits: (SentEdit | HeldEdit)[] = [sent];
  if (!session.hasAnswered) {
    const answered = { ...session, hasAnswered: true };
    room.sessions.set(socket, answered);
    effects.push({ kind: "keep", socket, session: answered });
    if (trafficOf(room, socket).held?.until === socket) edits.push(...takeHeld(room, socket));
  }
  effects.push(...acceptAll(room, edits, now), ...settleDisputes(room, sent, broughtOwn, now));
  if (trafficOf(room, socket).wanted !== null) lookAfter(room, now);
  return effects;
}
