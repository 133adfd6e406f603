/** The way of an edit into the room: is it fit for the document, whose is it, what does it cost; then on to the others. */

import { can } from "@samepage/access";
import { closeCodes, type Edit, encodeEdit, encodeFrame, isEmptyEdit } from "@samepage/protocol";
import { type Effect, refuse } from "./effect.ts";
import { dispute, otherOwner } from "./ownership.ts";
import { relayEdit } from "./relaying.ts";
import { documentOf, knownOf, type Room, trafficOf } from "./room-state.ts";
import type { Session, SocketId } from "./session.ts";
import { acknowledge, applyAccepted, markApplied, restore } from "./storing.ts";
import type { SentEdit } from "./traffic.ts";

/** An edit of more insertions than this is applied before it is relayed: only then is it known what it costs. */
const mostRelayedUnapplied = 256;

/** More insertions and deletions than this do not stay unapplied: what they add and split is not seen by the count. */
const mostUnappliedParts = 1_000;

/**
 * Takes one edit of a socket that has answered our step 1: refuses it, holds it until somebody else was asked, or relays
 * what is new of it and accepts it for the next commit.
 */
export function accept(room: Room, sent: SentEdit, now: number): readonly Effect[] {
  const effects = room.acceptedParts > mostUnappliedParts ? applyAccepted(room) : [];
  return [...effects, ...examine(room, sent, now)];
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
  const examined = known.examine(sent.edit, room.limits);
  if (!examined.ok) return refuse(socket, closeCodes.malformed, examined.reason);

  const { document } = documentOf(room);
  const { work } = trafficOf(room, socket);
  const mostWork = work.available(now);
  const isLarge = examined.edit.insertions.length > mostRelayedUnapplied;
  // A large edit is counted while it is applied; of its deletions it is counted here what looking at them costs.
  const cost = document.countWork(isLarge ? { ...examined.edit, insertions: [] } : examined.edit, mostWork);
  if (cost > mostWork) return refuse(socket, closeCodes.tooFast, "too much work");
  work.spend(cost, now);

  const news = document.withoutKnownDeletions(examined.edit);
  if (isEmptyEdit(news)) return acceptKnown(room, sent, now);
  // A viewer's client answers step 1 too; with nothing new in it, that is no writing.
  if (!mayWrite) return refuse(socket, closeCodes.notAllowed, "this link cannot write");

  const length = news.insertions.reduce((sum, { text }) => sum + (text?.length ?? 0), 0);
  const isShortEnough = document.length + room.acceptedLength + length <= room.limits.textLength;
  const update = news === sent.edit ? sent.update : encodeEdit(news);
  const accepted = { socket, edit: news, update, isApplied: false };
  if (isLarge || !isShortEnough) {
    const effects = [...applyAccepted(room)];
    const applied = applyFirst(room, sent, news, length, now);
    if (applied.length > 0) return [...effects, ...applied];
    markApplied(room, accepted);
  } else {
    room.acceptedLength += length;
    room.acceptedParts += news.insertions.length + news.deletions.length;
  }
  known.add(news);
  room.accepted.push(accepted);
  countFrame(room, sent);
  const frame = (): Uint8Array =>
    news === sent.edit && sent.kind === "update" ? sent.bytes : encodeFrame({ kind: "update", update });
  return [...noteAuthor(room, sent, news, session), ...relayEdit(room, socket, news, frame, now)];
}

/** Applies an edit of `length` that may turn out to be too much; gives back how its sender is refused if it does. */
function applyFirst(room: Room, { socket }: SentEdit, news: Edit, length: number, now: number): readonly Effect[] {
  const { document } = documentOf(room);
  // What is too long even if all that it deletes is there yet need not be applied, and the document loaded again.
  const mostDeleted = news.deletions.reduce((sum, deletion) => sum + deletion.length, 0);
  if (document.length + length - mostDeleted > room.limits.textLength) return refuseLength(socket);
  const { work } = trafficOf(room, socket);
  const applied = document.applyCounted(news, work.available(now));
  work.spend(applied.work, now);
  if (applied.ok && document.length <= room.limits.textLength) return [];
  restore(room);
  if (applied.ok) return refuseLength(socket);
  if (applied.reason === "too-much-work") return refuse(socket, closeCodes.tooFast, "too much work");
  return refuse(socket, closeCodes.malformed, `the edit cannot be applied: ${applied.reason}`);
}

function refuseLength(socket: SocketId): readonly Effect[] {
  return refuse(socket, closeCodes.tooLarge, "the text would be too long");
}

/** Nothing new: acknowledged at once, or with what it may repeat. */
function acceptKnown(room: Room, sent: SentEdit, now: number): readonly Effect[] {
  if (room.accepted.length === 0 && room.unstored === null) return acknowledge(room, sent.socket, 1, now);
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
function noteAuthor(room: Room, { socket, kind }: SentEdit, news: Edit, session: Session): readonly Effect[] {
  const author = news.insertions[0]?.client;
  if (kind !== "update" || author === undefined || author === session.author) return [];
  if (news.insertions.some(({ client }) => client !== author)) return [];
  const next: Session = { ...session, author };
  room.sessions.set(socket, next);
  return [{ kind: "keep", socket, session: next }];
}
