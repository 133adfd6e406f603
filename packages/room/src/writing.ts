/** The way of an edit into the room: is it fit for the document, whose is it, what does it cost; then on to the others. */

import { frameActions } from "@samepage/access";
import {
  closeCodes,
  type Edit,
  encodeEdit,
  encodeFrame,
  isEmptyEdit,
  withDeletionsOfDeleted,
} from "@samepage/protocol";
import { type Effect, refuse } from "./effect.ts";
import { dispute, otherOwner } from "./ownership.ts";
import { relayEdit } from "./relaying.ts";
import { documentOf, knownOf, type Room, trafficOf } from "./room-state.ts";
import type { Session, SocketId } from "./session.ts";
import { may, refuseAction } from "./standing.ts";
import { acknowledge, applyAccepted, markApplied, planStoring, restore } from "./storing.ts";
import type { SentEdit } from "./traffic.ts";
import { availableWork, cheapWork, pay, postpone, spend, workPerTurn } from "./working.ts";

/** An edit of more insertions and deletions than this is applied, piece by piece, before it is relayed. */
const mostAtOnce = 256;

/** More insertions and deletions than this do not stay unapplied: what they add and split is not seen by the count. */
const mostUnappliedParts = 1_000;

/** Client ids that are new cost Yjs so much more than other insertions; of a few it is not felt. */
const workOfNewClient = 16;
const manyClients = 1_000;

/** Items that are looked at in the time in which one is applied. */
const lookedAtOnce = 64;

/**
 * Takes one edit of a socket that has answered our step 1: refuses it, holds it until somebody else was asked, or relays
 * what is new of it and accepts it for the next commit.
 */
export function accept(room: Room, sent: SentEdit, now: number): readonly Effect[] {
  if (room.acceptedParts <= mostUnappliedParts) return examine(room, sent, now);
  return [...applyAccepted(room), ...examine(room, sent, now)];
}

/** Is it fit for what is known, and whose is it? */
function examine(room: Room, sent: SentEdit, now: number): readonly Effect[] {
  const { socket, countedClients } = sent;
  const session = room.sessions.get(socket);
  if (session === undefined) return [];
  const known = knownOf(room);
  const mayWrite = may(room, session, frameActions[sent.kind]);
  // Who may not write has nobody questioned.
  const owner = mayWrite ? otherOwner(room, sent, session, known) : null;
  if (owner !== null) return dispute(room, sent, owner, now);
  const examined = known.examine(sent.edit);
  if (!examined.ok) return refuse(socket, closeCodes.malformed, examined.reason);
  const newClients = examined.newClients - countedClients;
  if (newClients > 0) {
    const refusal = countClients(room, socket, newClients, now);
    if (refusal !== null) return refusal;
  }
  const effects: Effect[] = [];
  if (examined.repeated.length > 0) {
    effects.push(...applyAccepted(room));
    const { document } = documentOf(room);
    if (examined.repeated.some((insertion) => document.contradicts(insertion))) {
      return [...effects, ...refuse(socket, closeCodes.notAllowed, "somebody else has written under the same id")];
    }
  }
  const { document } = documentOf(room);
  // A whole document's deletions, again and again, cost only to be looked at; the same ones once.
  const looking = sent.isLookedAt ? 0 : Math.floor(document.countDeleted(examined.edit) / lookedAtOnce);
  const payable = Math.min(looking, room.limits.workBurst);
  const counted = newClients > 0 ? { ...sent, countedClients: examined.newClients } : sent;
  if (payable > 0 && !pay(room, sent, payable, now)) {
    return [...effects, ...postpone(room, counted, payable, now)];
  }
  const looked = payable > 0 ? { ...counted, isLookedAt: true } : counted;
  const news = document.withoutKnownDeletions(examined.edit);
  if (isEmptyEdit(news)) return [...effects, ...acceptKnown(room, sent, now)];
  // A viewer's client answers step 1 too; with nothing new in it, that is no writing.
  if (!mayWrite) return [...effects, ...refuseAction(socket, session)];
  const accepted = acceptNews(room, looked, news, now);
  return effects.length === 0 ? accepted : [...effects, ...accepted];
}

/** Counts ids that are new in the document; one's own, the first alone, is free. Null, or what refuses them. */
function countClients(room: Room, socket: SocketId, count: number, now: number): readonly Effect[] | null {
  const traffic = trafficOf(room, socket);
  if (count === 1 && !traffic.hasOwnClient) {
    traffic.hasOwnClient = true;
    return null;
  }
  if (!traffic.newClients.take(count, now)) return refuse(socket, closeCodes.tooFast, "too many client ids");
  const isTooMany = knownOf(room).clientCount + count > room.limits.clientsPerDocument;
  return isTooMany ? refuse(socket, closeCodes.tooLarge, "too many client ids") : null;
}

/** Does it fit into the text, where does it stand, and what does it cost? */
function acceptNews(room: Room, sent: SentEdit, news: Edit, now: number): readonly Effect[] {
  const { document } = documentOf(room);
  let length = 0;
  for (const { text } of news.insertions) length += text?.length ?? 0;
  const isTight = document.length + room.acceptedLength + length > room.limits.textLength;
  const parts = news.insertions.length + news.deletions.length;
  if (isTight || parts > mostAtOnce || document.countDeleted(news) > cheapWork) {
    return acceptLarge(room, sent, news, isTight, now);
  }
  const placing = document.place(news, room.limits.workBurst);
  if (!placing.ok && placing.reason === "crossed") {
    return [...unplace(room), ...refuse(sent.socket, closeCodes.malformed, "crossed-origins")];
  }
  // Beside what was not applied, or parts of it beside each other; or too much for one piece.
  if (!placing.ok || placing.work > room.limits.workBurst) {
    return [...unplace(room), ...acceptLarge(room, sent, news, false, now)];
  }
  if (!pay(room, sent, placing.work, now)) return [...unplace(room), ...postpone(room, sent, placing.work, now)];
  room.acceptedLength += length;
  room.acceptedParts += parts;
  countFrame(room, sent);
  return [...noteAuthor(room, sent, news), ...announce(room, sent, news, false, now)];
}

/** Applies what was accepted, and forgets what was placed after it: that is not accepted. */
function unplace(room: Room): readonly Effect[] {
  const effects = applyAccepted(room);
  documentOf(room).document.forgetPlaced();
  return effects;
}

/** Takes what is applied before it is relayed; `isTight`: it must be known whether the text is too long in the end. */
function acceptLarge(room: Room, sent: SentEdit, news: Edit, isTight: boolean, now: number): readonly Effect[] {
  const effects = applyAccepted(room);
  const { document } = documentOf(room);
  const edit = document.withoutOwnDeletions(news);
  if (isTight && document.lengthAfter(edit) > room.limits.textLength) {
    return [...effects, ...refuse(sent.socket, closeCodes.tooLarge, "the text would be too long")];
  }
  return [...effects, ...acceptInSlices(room, sent, edit, isTight, now)];
}

/**
 * Applies as much of `edit`, which is what is new of `sent` and deletes nothing of its own, as it may cost now, and
 * accepts that; the rest follows. All that was accepted before is applied.
 */
function acceptInSlices(
  room: Room,
  sent: SentEdit,
  edit: Edit,
  isDeletingFirst: boolean,
  now: number,
): readonly Effect[] {
  const { workBurst } = room.limits;
  const first = availableWork(room, sent, workBurst, now);
  const perTurn = sent.countedClients > manyClients ? workPerTurn / workOfNewClient : workPerTurn;
  const limits = { most: Math.min(perTurn, first), first, countable: workBurst, isDeletingFirst };
  const { done, rest, work, nextWork, refusal } = documentOf(room).document.applyWithin(edit, limits);
  if (refusal !== null && refusal !== "crossed") {
    restore(room);
    return refuse(sent.socket, closeCodes.malformed, `the edit cannot be applied: ${refusal}`);
  }
  spend(room, sent, work, now);
  const effects: Effect[] = [];
  if (!isEmptyEdit(done)) {
    // It goes on, and is to wait no longer than another that begins.
    trafficOf(room, sent.socket).wantedWork = null;
    // Of what is left of a frame, one cannot see whose all of it was.
    if (sent.frame !== null) effects.push(...noteAuthor(room, sent, edit));
    effects.push(...announce(room, sent, done, true, now));
  }
  if (refusal === "crossed") effects.push(...refuse(sent.socket, closeCodes.malformed, "crossed-origins"));
  else if (isEmptyEdit(rest)) countFrame(room, sent);
  else {
    // While it waits, another may bring as text what it inserts as deleted.
    const update = encodeEdit(withDeletionsOfDeleted(rest));
    const left = { ...sent, edit: rest, update, frame: null };
    effects.push(...postpone(room, left, nextWork, now));
  }
  return effects;
}

/** Accepts `news`, which is what is new of `sent`, or of a part of it, and passes it on. */
function announce(room: Room, sent: SentEdit, news: Edit, isApplied: boolean, now: number): readonly Effect[] {
  const { socket } = sent;
  const edit = withDeletionsOfDeleted(news);
  const isAsItCame = edit === sent.edit;
  const update = isAsItCame ? sent.update : encodeEdit(edit);
  const accepted = { socket, edit, update, isApplied: false, isTextChanged: changesText(news) };
  if (isApplied) markApplied(room, accepted);
  room.accepted.push(accepted);
  planStoring(room, socket, now);
  knownOf(room).add(edit);
  const frame = (): Uint8Array =>
    isAsItCame && sent.kind === "update" && sent.frame !== null ? sent.frame : encodeFrame({ kind: "update", update });
  return relayEdit(room, socket, edit, frame, now);
}

function changesText({ insertions, deletions }: Edit): boolean {
  return deletions.length > 0 || insertions.some(({ text }) => text !== null);
}

/** Nothing new: acknowledged at once, or with what it may repeat. */
function acceptKnown(room: Room, sent: SentEdit, now: number): readonly Effect[] {
  if (room.accepted.length === 0 && room.committing === null && room.unstored === null)
    return acknowledge(room, sent.socket, 1, now);
  countFrame(room, sent);
  planStoring(room, sent.socket, now);
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
