/** What a room holds between two events. */

import { KnownClocks, type LiveDocument } from "@samepage/document";
import type { AccessRecords } from "@samepage/journal";
import type { Edit, Limits, Settings } from "@samepage/protocol";
import type { Batch } from "./effect.ts";
import type { Session, SocketId } from "./session.ts";
import { TokenBucket } from "./token-bucket.ts";
import { Traffic } from "./traffic.ts";

/** Where a room reads what is stored. Reading only: writing is an effect. */
export interface RoomSource {
  /** @throws when the document cannot be read whole */
  load(): Loaded;
  settings(): Settings;
  epoch(): string;
  readonly access: Pick<AccessRecords, "rules" | "link" | "isRemoved">;
  size(): StoredSize;
}

/** Rows in the log, the bytes in them, and those of the snapshot: the measures of when to compact. */
interface StoredSize {
  readonly logRows: number;
  readonly logBytes: number;
  readonly snapshotBytes: number;
}

/** A document in memory, and the number of its text's changes. */
export interface Loaded {
  readonly document: LiveDocument;
  version: number;
}

/** What was new of an edit that was accepted and is not stored yet. */
export interface AcceptedEdit {
  readonly socket: SocketId;
  readonly edit: Edit;
  readonly update: Uint8Array;
  isApplied: boolean;
  readonly isTextChanged: boolean;
}

/** What goes to the others with the next tick. */
interface Waiting {
  readonly edits: { readonly author: SocketId; readonly edit: Edit }[];
  readonly states: Set<SocketId>;
  /** When their ticks are due; null while nothing waits. Edits do not wait for presence. */
  editsDue: number | null;
  statesDue: number | null;
}

/** The state of a room; mutable, and this package's own business. */
export interface Room {
  readonly source: RoomSource;
  readonly limits: Limits;
  readonly sessions: Map<SocketId, Session>;
  readonly traffic: Map<SocketId, Traffic>;
  /** Loaded when the text is first needed. */
  loaded: Loaded | null;
  /** What the document and the accepted edits hold of each client's writing; null when it has to be read from the document. */
  known: KnownClocks | null;
  /** What is to be stored with the next commit. */
  readonly accepted: AcceptedEdit[];
  /** UTF-16 code units that what is accepted and not applied inserts, and how many insertions and deletions it is. */
  acceptedLength: number;
  acceptedParts: number;
  /** How many step-2 and update frames of which socket the next commit answers. */
  readonly frames: Map<SocketId, number>;
  /** Applied, but a commit of it failed: to be stored with the next. */
  unstored: Batch | null;
  lastCommit: number;
  /** When what is accepted is to be stored without being asked to; infinity when its authors will ask. */
  storeBy: number;
  /** Whether the people here know the document as locked. */
  isLocked: boolean;
  /** When the next of those who are here loses the right to be; infinity: never; null: to be looked up. */
  nextExpiry: number | null;
  /** When it was last looked who may still be here; minus infinity: not since the room began. */
  reconsideredAt: number;
  /** When the alarm comes; null while there is none, or it is not known. */
  alarmAt: number | null;
  /** What a commit was asked of, while its outcome is not known yet. */
  committing: Batch | null;
  readonly waiting: Waiting;
  /** Messages to sockets: while there are more, they are gathered into ticks. */
  readonly sends: TokenBucket;
  isTicking: boolean;
  /** What expensive edits of all sockets together may cost. Outlives the sockets. */
  readonly work: TokenBucket;
  /** Bytes of presence, to all together. */
  readonly presence: TokenBucket;
  /** Bytes that are held for sockets. */
  heldBytes: number;
  /** How large the log was when it was last asked to be merged into the snapshot. */
  compactionAsked: Pick<StoredSize, "logRows" | "logBytes">;
  /** The earliest time at which something of a single socket is due; may be too early. */
  socketsDue: number;
  /** When the shell will wake the room next; null when it was not asked to. */
  wakeAt: number | null;
  /** The latest awareness clock given out. */
  lastClock: number;
  /** The time of the last event. */
  now: number;
}

/** A room with the sockets that are connected already, as after hibernation. */
export function createRoom(source: RoomSource, limits: Limits, sessions: Iterable<readonly [SocketId, Session]>): Room {
  return {
    source,
    limits,
    sessions: new Map(sessions),
    traffic: new Map(),
    loaded: null,
    known: null,
    accepted: [],
    acceptedLength: 0,
    acceptedParts: 0,
    frames: new Map(),
    unstored: null,
    lastCommit: Number.NEGATIVE_INFINITY,
    storeBy: Number.POSITIVE_INFINITY,
    isLocked: source.access.rules().isLocked,
    nextExpiry: null,
    reconsideredAt: Number.NEGATIVE_INFINITY,
    alarmAt: null,
    committing: null,
    waiting: { edits: [], states: new Set(), editsDue: null, statesDue: null },
    sends: new TokenBucket(sendsPerSecond, sendsBurst),
    isTicking: false,
    work: new TokenBucket(limits.documentWorkPerSecond, limits.documentWorkBurst, limits.workBurst),
    presence: new TokenBucket(presenceBytesPerSecond, presenceBytesPerSecond),
    heldBytes: 0,
    compactionAsked: { logRows: 0, logBytes: 0 },
    socketsDue: Number.POSITIVE_INFINITY,
    wakeAt: null,
    lastClock: 0,
    now: Number.NEGATIVE_INFINITY,
  };
}

/** Sending costs a runtime some 10 µs a message: a fifth of a core may go into it before messages are gathered. */
const sendsPerSecond = 20_000;

/** Presence is for the eye: what is more than this waits, and of each person only the last is sent. */
const presenceBytesPerSecond = 4 * 1024 * 1024;

/** So many at once: everybody in a large room hears of one keystroke, twice. */
export const sendsBurst = 2_000;

/** The document, loaded if it was not. @throws what the source throws */
export function documentOf(room: Room): Loaded {
  room.loaded ??= room.source.load();
  return room.loaded;
}

/** What is known of each client's writing, in the document and in what is accepted. @throws what the source throws */
export function knownOf(room: Room): KnownClocks {
  if (room.known === null) {
    room.known = KnownClocks.of(documentOf(room).document.stateVector());
    for (const { edit, isApplied } of room.accepted) if (!isApplied) room.known.add(edit);
  }
  return room.known;
}

export function trafficOf(room: Room, socket: SocketId): Traffic {
  const known = room.traffic.get(socket);
  if (known !== undefined) return known;
  const traffic = new Traffic(room.limits);
  room.traffic.set(socket, traffic);
  return traffic;
}

/** All sockets but one. */
export function otherSockets(room: Room, socket: SocketId): readonly SocketId[] {
  const others: SocketId[] = [];
  for (const other of room.sessions.keys()) if (other !== socket) others.push(other);
  return others;
}

/** Has something of a single socket looked after at `time`. */
export function lookAfter(room: Room, time: number): void {
  room.socketsDue = Math.min(room.socketsDue, time);
}

const largeStepMs = 1_000;

/** Takes notice of the time; when it went back, as after a clock was set right, what is due comes as soon as it would have. */
export function passTime(room: Room, now: number): void {
  const backMs = room.now - now;
  room.now = now;
  if (backMs <= 0) return;
  room.lastCommit -= backMs;
  room.reconsideredAt -= backMs;
  room.storeBy -= backMs;
  // The platform's alarm is at a time of the clock: only a large step makes it come much too late.
  if (backMs > largeStepMs) room.alarmAt = null;
  if (room.waiting.editsDue !== null) room.waiting.editsDue -= backMs;
  if (room.waiting.statesDue !== null) room.waiting.statesDue -= backMs;
  room.socketsDue -= backMs;
  room.wakeAt = null;
  for (const traffic of room.traffic.values()) traffic.setBack(backMs);
}
