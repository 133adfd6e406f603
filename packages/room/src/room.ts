/** The room: receives each event and says what is to be done. No clock, no socket, no storage of its own. */

import { announce } from "./announcing.ts";
import { concedeDisputes } from "./disputes.ts";
import type { Effect } from "./effect.ts";
import type { RoomEvent } from "./event.ts";
import { takeHeld } from "./ownership.ts";
import { presenceGone, showPresence } from "./presence.ts";
import { lookAfterSockets, receiveMessage } from "./receiving.ts";
import { tick } from "./relaying.ts";
import { passTime, type Room } from "./room-state.ts";
import { ask } from "./sending.ts";
import type { Session, SocketId } from "./session.ts";
import { may, reconsider, reconsiderExpired, tellStanding } from "./standing.ts";
import {
  alarmed,
  applyAccepted,
  commitFailed,
  committed,
  compacted,
  compactWhenDue,
  flush,
  planStoring,
  setAlarm,
  storeWaiting,
  storingDue,
} from "./storing.ts";

/**
 * Takes one event into `room` and returns what is to be done, in order. `now` is in milliseconds since 1970.
 * @throws only what `source` throws: the stored document could not be read
 */
export function receive(room: Room, event: RoomEvent, now: number): readonly Effect[] {
  passTime(room, now);
  const effects = handle(room, event, now);
  const planned = [...schedule(room), ...setAlarm(room, now)];
  return planned.length === 0 ? effects : [...effects, ...planned];
}

function handle(room: Room, event: RoomEvent, now: number): readonly Effect[] {
  switch (event.kind) {
    case "joined":
      return joined(room, event.socket, event.session, now);
    case "message": {
      const effects = receiveMessage(room, event.socket, event.bytes, now);
      // A room that is sent much hears of the time by its messages sooner than by a timer.
      const ticked = tick(room, now, true);
      return ticked.length === 0 ? effects : [...effects, ...ticked];
    }
    case "left":
      return left(room, event.socket, now);
    case "woken":
      return woken(room, event.at, now);
    case "alarmed":
      return [...alarmed(room), ...reconsiderExpired(room, now)];
    case "text-needed":
      return applyAccepted(room);
    case "committed":
      return committed(room, event.batch, now);
    case "compacted":
      compacted(room);
      return [];
    case "commit-failed":
      return commitFailed(room, event.batch, now);
    case "rules-changed":
      // A document that was deleted and restored has lost its alarm.
      room.alarmAt = null;
      storeWaiting(room);
      return reconsider(room, now);
    case "ending":
      return flush(room, now);
    case "settings-changed":
      return announce(room, room.sessions.keys(), { kind: "settings", ...event.settings }, now);
  }
}

function joined(room: Room, socket: SocketId, session: Session, now: number): readonly Effect[] {
  const begun = { ...session, couldWrite: may(room, session, "write-text") };
  room.sessions.set(socket, begun);
  room.nextExpiry = null;
  const { source, limits } = room;
  return [
    { kind: "keep", socket, session: begun },
    // Before anything of the text: a client that kept a copy of another life of the document must not bring it.
    ...announce(room, [socket], { kind: "epoch", epoch: source.epoch() }, now),
    ...announce(room, [socket], { kind: "limits", limits }, now),
    ...tellStanding(room, socket, now),
    ...ask(room, socket, now),
    ...announce(room, [socket], { kind: "settings", ...source.settings() }, now),
    ...(room.unstored === null ? [] : announce(room, [socket], { kind: "storage", isFailing: true }, now)),
    ...showPresence(room, socket, now),
  ];
}

function left(room: Room, socket: SocketId, now: number): readonly Effect[] {
  const effects = [...presenceGone(room, socket, now)];
  room.sessions.delete(socket);
  room.nextExpiry = null;
  takeHeld(room, socket);
  room.traffic.delete(socket);
  effects.push(...concedeDisputes(room, socket, now));
  if (room.sessions.size > 0) {
    // What it wrote last it asks for no more.
    if (room.frames.has(socket)) planStoring(room, socket, now);
    return effects;
  }
  const flushed = flush(room, now);
  // After a commit, `committed` looks whether it is time to compact.
  return [...effects, ...flushed, ...(flushed.some(({ kind }) => kind === "commit") ? [] : compactWhenDue(room))];
}

function woken(room: Room, at: number, now: number): readonly Effect[] {
  // One that an earlier one has overtaken.
  if (at !== room.wakeAt) return [];
  room.wakeAt = null;
  const effects = [...tick(room, now, false)];
  if (now >= room.socketsDue) effects.push(...lookAfterSockets(room, now));
  if (now >= storingDue(room)) effects.push(...flush(room, now));
  return effects;
}

const never = Number.POSITIVE_INFINITY;

/** Has the room woken when the next thing is due, unless it will be. Nothing due, no timer. */
function schedule(room: Room): readonly Effect[] {
  const at = Math.min(
    room.waiting.editsDue ?? never,
    room.waiting.statesDue ?? never,
    room.socketsDue,
    storingDue(room),
  );
  if (at === never || (room.wakeAt !== null && room.wakeAt <= at)) return [];
  room.wakeAt = at;
  return [{ kind: "wake", at }];
}
