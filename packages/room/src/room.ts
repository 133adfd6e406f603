/** The room: receives each event and says what is to be done. No clock, no socket, no storage of its own. */

import { can } from "@samepage/access";
import {
  closeCodes,
  decodeFrame,
  defaultLimits,
  encodeAnnouncement,
  encodeFrame,
  type Settings,
} from "@samepage/protocol";
import { type Effect, refuse } from "./effect.ts";
import type { RoomEvent } from "./event.ts";
import { presenceGone, receiveAwareness, showPresence } from "./presence.ts";
import { documentOf, extendedSockets, type Room } from "./room-state.ts";
import type { Session, SocketId } from "./session.ts";
import { commitFailed, committed, compactWhenDue, flush, receiveUpdate, storageAnnouncement } from "./writing.ts";

/**
 * Takes one event into `room` and returns what is to be done, in order. `now` is in milliseconds since 1970.
 * @throws only what `source` throws: the stored document could not be read
 */
export function receive(room: Room, event: RoomEvent, now: number): readonly Effect[] {
  switch (event.kind) {
    case "joined":
      return joined(room, event.socket, event.session, now);
    case "message":
      return message(room, event.socket, event.bytes, now);
    case "left":
      return left(room, event.socket, now);
    case "woken":
      room.isWakeDue = false;
      return flush(room, now);
    case "text-needed":
      return flush(room, now);
    case "committed":
      return committed(room, event.batch);
    case "commit-failed":
      return commitFailed(room, event.batch);
    case "settings-changed":
      return [{ kind: "send", sockets: extendedSockets(room), bytes: settingsFrame(event.settings) }];
  }
}

function joined(room: Room, socket: SocketId, session: Session, now: number): readonly Effect[] {
  const effects = [...flush(room, now)];
  const stateVector = documentOf(room).document.stateVector();
  room.sessions.set(socket, session);
  effects.push({ kind: "keep", socket, session });
  effects.push({ kind: "send", sockets: [socket], bytes: encodeFrame({ kind: "sync-step-1", stateVector }) });
  if (session.isExtended) {
    effects.push({ kind: "send", sockets: [socket], bytes: settingsFrame(room.source.settings()) });
    if (room.unstored !== null) effects.push(storageAnnouncement([socket], true));
  }
  effects.push(...showPresence(room, socket, now));
  return effects;
}

function left(room: Room, socket: SocketId, now: number): readonly Effect[] {
  const effects = [...presenceGone(room, socket, now)];
  room.sessions.delete(socket);
  room.held.delete(socket);
  if (room.sessions.size === 0) effects.push(...flush(room, now), ...compactWhenDue(room));
  return effects;
}

function message(room: Room, socket: SocketId, bytes: Uint8Array, now: number): readonly Effect[] {
  const session = room.sessions.get(socket);
  if (session === undefined) return [];
  if (bytes.length > defaultLimits.frameBytes) return refuse(socket, closeCodes.tooLarge, "frame too large");
  const decoded = decodeFrame(bytes);
  if (!decoded.ok) return refuse(socket, closeCodes.malformed, decoded.reason);
  const frame = decoded.value;
  switch (frame.kind) {
    case "sync-step-1":
      return can(session.role, "read-text") ? answer(room, socket, frame.stateVector, now) : notAllowed(socket);
    case "sync-step-2":
    case "update":
      return receiveUpdate(room, socket, session, frame, now);
    case "awareness":
      return can(session.role, "show-presence")
        ? receiveAwareness(room, socket, frame.states, now)
        : notAllowed(socket);
    case "query-awareness":
      return showPresence(room, socket, now);
    case "acknowledge":
    case "announce":
      return refuse(socket, closeCodes.malformed, "a frame that only the server sends");
  }
}

function answer(room: Room, socket: SocketId, stateVector: Uint8Array, now: number): readonly Effect[] {
  const effects = flush(room, now);
  const update = documentOf(room).document.updateSince(stateVector);
  if (!update.ok) return [...effects, ...refuse(socket, closeCodes.malformed, "not a state vector")];
  const bytes = encodeFrame({ kind: "sync-step-2", update: update.value });
  return [...effects, { kind: "send", sockets: [socket], bytes }];
}

function settingsFrame(settings: Settings): Uint8Array {
  return encodeFrame({ kind: "announce", json: encodeAnnouncement({ kind: "settings", ...settings }) });
}

function notAllowed(socket: SocketId): readonly Effect[] {
  return refuse(socket, closeCodes.notAllowed, "not allowed");
}
