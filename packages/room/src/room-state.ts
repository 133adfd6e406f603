/** What a room holds between two events. */

import type { LiveDocument } from "@samepage/document";
import { limits, type Settings } from "@samepage/protocol";
import type { Batch } from "./effect.ts";
import type { Session, SocketId } from "./session.ts";

/** Where a room reads what is stored. Reading only: writing is an effect. */
export interface RoomSource {
  /** @throws when the document cannot be read whole */
  load(): Loaded;
  settings(): Settings;
}

/** A document in memory, the number of its text's changes, and how many rows its log has. */
export interface Loaded {
  readonly document: LiveDocument;
  version: number;
  logRows: number;
}

interface QueuedUpdate {
  readonly socket: SocketId;
  readonly update: Uint8Array;
  readonly isRelayed: boolean;
}

/** The state of a room; mutable, and this package's own business. */
export interface Room {
  readonly source: RoomSource;
  readonly sessions: Map<SocketId, Session>;
  /** Loaded when the text is first needed. */
  loaded: Loaded | null;
  /** Accepted, not yet applied. */
  readonly queue: QueuedUpdate[];
  /** Applied, but a commit of it failed: to be stored with the next. */
  unstored: Batch | null;
  /** What sockets sent that have not answered our step 1 yet. */
  readonly held: Map<SocketId, readonly Uint8Array[]>;
  lastCommit: number;
  isWakeDue: boolean;
  /** The last time given out as an awareness clock. */
  lastClock: number;
}

/** A room with the sockets that are connected already, as after hibernation. */
export function createRoom(source: RoomSource, sessions: Iterable<readonly [SocketId, Session]>): Room {
  return {
    source,
    sessions: new Map(sessions),
    loaded: null,
    queue: [],
    unstored: null,
    held: new Map(),
    lastCommit: Number.NEGATIVE_INFINITY,
    isWakeDue: false,
    lastClock: 0,
  };
}

/** The document, loaded if it was not, with what could not be stored yet. @throws what the source throws */
export function documentOf(room: Room): Loaded {
  if (room.loaded === null) {
    room.loaded = room.source.load();
    for (const update of room.unstored?.updates ?? []) room.loaded.document.apply(update, limits.textLength);
    if (room.unstored !== null) room.loaded.version = room.unstored.version;
  }
  return room.loaded;
}

/** The sockets that understand announcements and acknowledgements. */
export function extendedSockets(room: Room): readonly SocketId[] {
  return [...room.sessions].filter(([, session]) => session.isExtended).map(([socket]) => socket);
}

/** All sockets but one. */
export function otherSockets(room: Room, socket: SocketId): readonly SocketId[] {
  return [...room.sessions.keys()].filter((other) => other !== socket);
}
