/** What a room holds between two events. */

import type { KnownClocks, LiveDocument } from "@samepage/document";
import type { Settings } from "@samepage/protocol";
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

export interface QueuedUpdate {
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
  /** What the document and the queue hold of each client's writing; null when it has to be read from the document. */
  known: KnownClocks | null;
  /** Accepted, not yet applied. */
  readonly queue: QueuedUpdate[];
  /** UTF-16 code units that the queue inserts, at most. */
  queuedLength: number;
  /** Applied, but a commit of it failed: to be stored with the next. */
  unstored: Batch | null;
  /** What sockets sent that have not answered our step 1 yet. */
  readonly held: Map<SocketId, readonly QueuedUpdate[]>;
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
    known: null,
    queue: [],
    queuedLength: 0,
    unstored: null,
    held: new Map(),
    lastCommit: Number.NEGATIVE_INFINITY,
    isWakeDue: false,
    lastClock: 0,
  };
}

/** The document, loaded if it was not. @throws what the source throws */
export function documentOf(room: Room): Loaded {
  room.loaded ??= room.source.load();
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
