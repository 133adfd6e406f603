/** The way of an edit into the room: is it fit for the document, whose is it, what does it cost; then on to the others. */

import { can } from "@samepage/access";
import { closeCodes, type Edit, encodeEdit, encodeFrame, isEmptyEdit, mergeEdits } from "@samepage/protocol";
import { type Effect, refuse } from "./effect.ts";
import { dispute, hold, otherOwner } from "./ownership.ts";
import { relayEdit } from "./relaying.ts";
import { documentOf, knownOf, lookAfter, type Room, trafficOf } from "./room-state.ts";
import type { Session } from "./session.ts";
import { acknowledge, applyAccepted, markApplied, restore } from "./storing.ts";
import type { SentEdit } from "./traffic.ts";

/** An edit of more insertions and deletions than this is applied, piece by piece, before it is relayed. */
const mostAtOnce = 256;

/** More insertions and deletions than this do not stay unapplied: what they add and split is not seen by the count. */
const mostUnappliedParts = 1_000;

/** The work that one edit is given in one turn; the others get theirs before it goes on. */
const workPerTurn = 100_000;

/** Work up to this is cheap: typing never comes near, and the document's budget is not asked. */
const cheapWork = 1_000;

/**
 * Takes one edit of a socket that has answered our step 1: refuses it, holds it until somebody else was asked, or relays
 * what is new of it and accepts it for the next commit.
 */
export function accept(room: Room, sent: SentEdit, now: number): readonly Effect[] {
  if (room.acceptedParts <= mostUnappliedParts) return examine(room, sent, now);
  return [...applyAccepted(room), ...examine(room, sent, now)];
}

function examine(room: Room, sent: SentEdit, now: number): readonly Effect[] {
  const { socket } = sent;
  const session = room.sessions.get(socket);
  if (session === undefined) return [];
  const known = knownOf(room);
  const mayWrite = can(session.role, "write-text");
  // Who may not write has nobody questioned.
  const owner = mayWrite ? otherOwner(room, sent, session, known) : null;
  if (owner !== null) return dispute(room, sent, owner, now);
  const examined = known.examine(sent.edit);
  if (!examined.ok) return refuse(socket, closeCodes.malformed, examined.reason);
  const isOwnClient = examined.newClients === 1 && session.author === null;
  if (examined.newClients > 0 && !isOwnClient) {
    const { newClients } = trafficOf(room, socket);
    if (!newClients.take(examined.newClients, now)) return refuse(socket, closeCodes.tooFast, "too many client ids");
    if (known.clientCount + examined.newClients > room.limits.clientsPerDocument) {
      return refuse(socket, closeCodes.tooLarge, "too many client ids");
    }
  }

  const { document } = documentOf(room);
  if (examined.repeated.length > 0) {
    const effects = applyAccepted(room);
    if (examined.repeated.some((insertion) => document.contradicts(insertion))) {
      return [...effects, ...refuse(socket, closeCodes.notAllowed, "somebody else has written under the same id")];
    }
  }
  // What looking at it costs, new or not. A whole document's deletions may be more than a burst.
  const looking = Math.min(sent.edit.insertions.length + document.countDeleted(examined.edit), room.limits.workBurst);
  // One character, typed or deleted, costs its place alone.
  if (looking > 1 && !pay(room, sent, looking, now)) return postpone(room, sent, looking, now);
  const news = document.withoutKnownDeletions(examined.edit);
  if (isEmptyEdit(news)) return acceptKnown(room, sent, now);
  // A viewer's client answers step 1 too; with nothing new in it, that is no writing.
  if (!mayWrite) return refuse(socket, closeCodes.notAllowed, "this link cannot write");

  let length = 0;
  for (const { text } of news.insertions) length += text?.length ?? 0;
  const isShortEnough = document.length + room.acceptedLength + length <= room.limits.textLength;
  const isLarge = news.insertions.length + news.deletions.length > mostAtOnce;
  if (isLarge || !isShortEnough) return acceptInSlices(room, sent, news, isShortEnough ? 0 : length, now);
  let placing = document.place(news, room.limits.workBurst);
  if (!placing.ok && placing.reason === "unapplied") {
    const effects = applyAccepted(room);
    if (effects.length > 0) return [...effects, ...accept(room, sent, now)];
    placing = document.place(news, room.limits.workBurst);
  }
  if (!placing.ok) {
    // Parts of it stand beside each other.
    if (placing.reason === "unapplied") return acceptInSlices(room, sent, news, 0, now);
    return refuse(socket, closeCodes.malformed, "crossed origins");
  }
  if (!pay(room, sent, placing.work, now)) return postpone(room, sent, placing.work, now);
  room.acceptedLength += length;
  room.acceptedParts += news.insertions.length + news.deletions.length;
  countFrame(room, sent);
  return announce(room, sent, news, false, now);
}

/**
 * What `sent` may cost now, if it costs `cost`: what is cheap does not ask what the document may; what costs more than
 * the document's burst has to wait until all of that is there, and then goes on debt.
 */
function availableWork(room: Room, { socket }: SentEdit, cost: number, now: number): number {
  const own = trafficOf(room, socket).work.available(now);
  const all = room.work.available(now);
  return cost <= cheapWork || all >= room.limits.documentWorkBurst ? own : Math.min(own, all);
}

/** Spends `cost` on `sent`, if it may cost so much now. */
function pay(room: Room, sent: SentEdit, cost: number, now: number): boolean {
  if (cost <= cheapWork) return trafficOf(room, sent.socket).work.take(cost, now);
  if (cost > availableWork(room, sent, cost, now)) return false;
  spend(room, sent, cost, now);
  return true;
}

function spend(room: Room, { socket }: SentEdit, cost: number, now: number): void {
  trafficOf(room, socket).work.spend(cost, now);
  if (cost > cheapWork) room.work.spend(cost, now);
}

/**
 * Applies as much of an edit as it may cost now, and accepts that; the rest follows. If `length`, which it inserts, may
 * make the text too long, all of it is applied before it is known.
 */
function acceptInSlices(room: Room, sent: SentEdit, news: Edit, length: number, now: number): readonly Effect[] {
  const effects = [...applyAccepted(room)];
  const { document } = documentOf(room);
  const { textLength, workBurst } = room.limits;
  if (length > 0 && document.length + length - document.lengthOf(news) > textLength) {
    return [...effects, ...refuseLength(sent)];
  }
  const first = availableWork(room, sent, workBurst, now);
  const most = length > 0 ? first : Math.min(workPerTurn, first);
  const applied = document.applyWithin(news, { most, first, countable: workBurst });
  if (!applied.ok) {
    if (applied.isTouched) restore(room);
    const reason = applied.reason === "crossed" ? "crossed origins" : `the edit cannot be applied: ${applied.reason}`;
    return [...effects, ...refuse(sent.socket, closeCodes.malformed, reason)];
  }
  spend(room, sent, applied.work, now);
  const isWhole = isEmptyEdit(applied.rest);
  if (length > 0 && (!isWhole || document.length > textLength)) {
    if (!isEmptyEdit(applied.done)) restore(room);
    return [...effects, ...(isWhole ? refuseLength(sent) : postpone(room, sent, applied.nextWork, now))];
  }
  if (!isEmptyEdit(applied.done)) {
    effects.push(...announce(room, sent, isWhole ? news : mergeEdits([applied.done]), true, now));
  }
  if (isWhole) countFrame(room, sent);
  else {
    const rest = { ...sent, edit: applied.rest, update: encodeEdit(applied.rest) };
    effects.push(...postpone(room, rest, applied.nextWork, now));
  }
  return effects;
}

/** Holds an edit, and what its socket sends after it, until it may cost as much. What it never may is refused. */
function postpone(room: Room, sent: SentEdit, cost: number, now: number): readonly Effect[] {
  const traffic = trafficOf(room, sent.socket);
  const since = traffic.wantedWork?.since ?? now;
  if (cost > room.limits.workBurst) return refuse(sent.socket, closeCodes.tooFast, "too much work");
  traffic.wantedWork = { work: Math.min(room.limits.workBurst, Math.max(cost, workPerTurn)), since };
  // In a later turn, whether or not there is enough already.
  lookAfter(room, now + 1);
  return hold(room, sent, null);
}

/** Accepts `news`, which is what is new of `sent`, or of a part of it, and passes it on. */
function announce(room: Room, sent: SentEdit, news: Edit, isApplied: boolean, now: number): readonly Effect[] {
  const { socket } = sent;
  const isAsItCame = news === sent.edit;
  const accepted = { socket, edit: news, update: isAsItCame ? sent.update : encodeEdit(news), isApplied: false };
  if (isApplied) markApplied(room, accepted);
  room.accepted.push(accepted);
  knownOf(room).add(news);
  const frame = (): Uint8Array =>
    isAsItCame && sent.kind === "update" ? sent.bytes : encodeFrame({ kind: "update", update: accepted.update });
  const noted = noteAuthor(room, sent, news);
  const relayed = relayEdit(room, socket, news, frame, now);
  return noted.length === 0 ? relayed : [...noted, ...relayed];
}

function refuseLength({ socket }: SentEdit): readonly Effect[] {
  return refuse(socket, closeCodes.tooLarge, "the text would be too long");
}

/** Nothing new: acknowledged at once, or with what it may repeat. */
function acceptKnown(room: Room, sent: SentEdit, now: number): readonly Effect[] {
  if (room.accepted.length === 0 && !room.isCommitting && room.unstored === null)
    return acknowledge(room, sent.socket, 1, now);
  countFrame(room, sent);
  return [];
}

function countFrame(room: Room, { socket }: SentEdit): void {
  room.frames.set(socket, (room.frames.get(socket) ?? 0) + 1);
}

/**
 * Remembers under which id the news of `sent` was written, if it was one: that id is the socket's, as long as it is
 * connected. Repeating what another wrote makes nobody its author.
 */
function noteAuthor(room: Room, { socket, kind }: SentEdit, news: Edit): readonly Effect[] {
  const session = room.sessions.get(socket);
  const author = news.insertions[0]?.client;
  if (session === undefined || kind !== "update" || author === undefined || author === session.author) return [];
  if (news.insertions.some(({ client }) => client !== author)) return [];
  const next: Session = { ...session, author };
  room.sessions.set(socket, next);
  return [{ kind: "keep", socket, session: next }];
}
