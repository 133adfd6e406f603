/** What passes through one socket: what it may still send, what is kept back for it. Not kept through hibernation. */

import type { AwarenessEntry, Edit, Limits } from "@samepage/protocol";
import type { SocketId } from "./session.ts";
import { TokenBucket } from "./token-bucket.ts";

/** An edit that a socket sent, as bytes: decoded it takes some twenty times their memory. */
export interface HeldEdit {
  readonly socket: SocketId;
  readonly kind: "sync-step-2" | "update";
  /** Whether it answers a question of ours. */
  readonly isAnswer: boolean;
  /** The Yjs update. */
  readonly update: Uint8Array;
  /** The frame that it came in; null when it is what is left of that. */
  readonly frame: Uint8Array | null;
  /** The owners of ids in it that have confirmed that they wrote what it says. */
  readonly vouchers: readonly SocketId[];
  /** Whether its reading was paid for. */
  readonly isRead: boolean;
  /** Whether looking up what it deletes was. */
  readonly isLookedAt: boolean;
  /** How many of the client ids in it that were new have been counted. */
  readonly countedClients: number;
}

/** An edit that a socket sent. */
export interface SentEdit extends HeldEdit {
  readonly edit: Edit;
}

/** What a socket sent and what has to wait: until a socket, another or itself, has answered, or (null) for its work. */
export interface Held {
  readonly until: SocketId | null;
  readonly edits: HeldEdit[];
  bytes: number;
}

/** How many times more awareness frames than are passed on a socket may send. */
const awarenessPatience = 10;

export class Traffic {
  readonly frames: TokenBucket;
  readonly bytes: TokenBucket;
  readonly work: TokenBucket;
  readonly answers: TokenBucket;
  /** Questions whose an id is. */
  readonly questions: TokenBucket;
  /** How often it is told who is here. */
  readonly shows: TokenBucket;
  /** Awareness states that are passed on, and awareness frames that are taken at all. */
  readonly awareness: TokenBucket;
  readonly awarenessFrames: TokenBucket;

  /** Yjs client ids that it may still bring. */
  readonly newClients: TokenBucket;
  /** Whether it has brought the one that it always may. */
  hasOwnClient = false;

  held: Held | null = null;
  /** The work that what is held waits for, and since when, in milliseconds; null when it does not. */
  wantedWork: { readonly work: number; readonly since: number } | null = null;
  /** Bytes sent to the socket since it was last asked a question, or answered one. */
  unanswered = 0;
  /** Since when, in milliseconds, a question waits for its answer; null while none does. */
  askedAt: number | null = null;
  /** Since when, in milliseconds, others wait for its answer; null while none does. */
  awaitedSince: number | null = null;
  /** Bytes of answers to its own questions, which may be as large as the document, since it last answered one. */
  answered = 0;
  /** Bytes of all answers to its questions on this connection, of the largest of them, and when the first was given. */
  answeredSoFar: { readonly bytes: number; readonly largest: number; readonly since: number } | null = null;
  /** The state vector of a step 1 that came too early to be answered. */
  wanted: Uint8Array | null = null;
  /** Whether it asked for the commit of what it sent, and was acknowledged nothing since. */
  wantsStored = false;
  /** Whether the session's state came too early to be passed on. */
  isStateWithheld = false;
  /** The name that it last asked for. */
  wantedName: string | null = null;
  /** An awareness state under an id that `owner` shows, to be taken when that one turns out to be gone. */
  claim: { readonly owner: SocketId; readonly entry: AwarenessEntry } | null = null;

  /** The clock was set back by so much: what is waited for is waited for no longer than it would have been. */
  setBack(ms: number): void {
    if (this.askedAt !== null) this.askedAt -= ms;
    if (this.awaitedSince !== null) this.awaitedSince -= ms;
    if (this.wantedWork !== null) this.wantedWork = { ...this.wantedWork, since: this.wantedWork.since - ms };
  }

  constructor(limits: Limits) {
    this.frames = new TokenBucket(limits.framesPerSecond, limits.framesBurst);
    this.bytes = new TokenBucket(limits.bytesPerSecond, limits.bytesBurst);
    this.work = new TokenBucket(limits.workPerSecond, limits.workBurst);
    this.answers = new TokenBucket(limits.answersPerSecond, 1);
    this.questions = new TokenBucket(1, 3);
    this.newClients = new TokenBucket(1, limits.newClientsPerFrame);
    this.shows = new TokenBucket(1, 2);
    this.awareness = new TokenBucket(limits.awarenessPerSecond, limits.awarenessPerSecond);
    const most = limits.awarenessPerSecond * awarenessPatience;
    this.awarenessFrames = new TokenBucket(most, most);
  }
}
