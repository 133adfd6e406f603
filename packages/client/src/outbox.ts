/** What was typed here and is not stored by the server yet: what to send now, what to merge, what is still owed. */

import type { Limits } from "@samepage/protocol";
import { InFlight } from "./in-flight.ts";
import { Pace } from "./pace.ts";
import { pack } from "./pack.ts";

/** Frames under way at which the rest is merged into one. Typing by hand never has so many. */
const maxFramesUnderWay = 32;

/** Bytes under way at which the rest waits: a ping behind them is still answered in time on a slow line. */
const maxBytesUnderWay = 512 * 1024;

/** Of the frames that may be on their way, those kept for an answer that does not wait, and for asking to store. */
const sparedFrames = 2;

/** What a frame adds to an update. */
const headBytes = 16;

/** The frame that asks the server to store. */
const askBytes = 1;

export interface Outgoing {
  readonly kind: "sync-step-2" | "update";
  readonly update: Uint8Array;
}

/** One frame with what is to be known of it until it is acknowledged. */
interface Entry extends Outgoing {
  /** Whether it may hold what the server has not stored. */
  readonly holdsEdits: boolean;
}

/** One that was sent. */
interface SentEntry extends Entry {
  readonly sentAt: number;
}

/**
 * Counts for one connection: a new connection begins with a new outbox, its first answer being the first frame. It
 * stays below `limits` so far that no delay on the way brings the server to close the connection as too fast: what was
 * on its way at a moment (a quarter of a burst at most) and what is sent after it (three quarters) fit the burst.
 */
export class Outbox {
  readonly #pace: Pace;
  readonly #inFlight = new InFlight();
  /** Frames that may be on their way at a time, whatever they are. */
  readonly #mostInFlight: number;
  readonly #mostFrames: number;
  readonly #mostBytes: number;
  /** The largest update that is sent in one piece. */
  readonly #pieceBytes: number;
  readonly #commitIntervalMs: number;
  #underWay: SentEntry[] = [];
  #bytesUnderWay = 0;
  #ready: Entry[] = [];
  #waiting: Uint8Array[] = [];
  /** The first piece of an answer, which does not wait for acknowledgements. */
  #urgent: Entry | null = null;
  /** Whether the server was asked to store what is under way, and has acknowledged nothing since. */
  #hasAsked = false;
  /** Whether the server knows that it will be asked. */
  #hasEverAsked = false;

  /** `now`, here and below, is in milliseconds of a clock that never goes back. */
  constructor(limits: Limits, now: number) {
    this.#pace = new Pace(limits, now);
    const partOf = (burst: number, perSecond: number, part: number): number =>
      perSecond === 0 ? Number.POSITIVE_INFINITY : Math.floor(burst * part);
    const { framesPerSecond, framesBurst, bytesPerSecond, bytesBurst, frameBytes } = limits;
    this.#mostInFlight = partOf(framesBurst, framesPerSecond, 1 / 4);
    this.#mostFrames = Math.max(1, Math.min(maxFramesUnderWay, this.#mostInFlight - sparedFrames));
    this.#mostBytes = Math.min(maxBytesUnderWay, partOf(bytesBurst, bytesPerSecond, 1 / 8));
    this.#commitIntervalMs = limits.commitIntervalMs;
    this.#pieceBytes = Math.min(frameBytes, Math.floor(this.#mostBytes / 2)) - headBytes;
  }

  /** Whether every edit that went in was acknowledged. */
  get isEmpty(): boolean {
    return this.#waiting.length === 0 && ![...this.#ready, ...this.#underWay].some(({ holdsEdits }) => holdsEdits);
  }

  /** Takes an edit. */
  add(update: Uint8Array): void {
    this.#waiting.push(update);
  }

  /**
   * Takes the answer to a step 1 of the server: all that it lacks, and so everything that waits here. A later step 1
   * asks for a sign of life, so its answer does not wait for acknowledgements. `bringsEdits`: it may hold what the
   * server has not stored, and never went in here.
   */
  answer(update: Uint8Array, bringsEdits: boolean): void {
    const holdsEdits = bringsEdits || !this.isEmpty;
    this.#waiting = [];
    // Every piece is an answer: it may hold what others have written, and does not make this client its author.
    const pieces = pack([update], this.#pieceBytes);
    this.#ready = pieces.map((piece) => ({ kind: "sync-step-2", update: piece, holdsEdits }));
    this.#urgent = this.#ready[0] ?? null;
  }

  /** Drops what was not sent yet; whether there was an edit among it. */
  drop(): boolean {
    const hadEdits = this.#waiting.length > 0 || this.#ready.some(({ holdsEdits }) => holdsEdits);
    this.#waiting = [];
    this.#ready = [];
    this.#urgent = null;
    return hadEdits;
  }

  /** The server asks again, which it does only when it has an answer to what it asked before. */
  hearQuestion(): void {
    this.#inFlight.hearQuestion();
  }

  /** Takes an acknowledgement of so many more frames. */
  acknowledge(frames: number): void {
    this.#hasAsked = false;
    this.#inFlight.acknowledge(frames);
    for (const { update } of this.#underWay.splice(0, frames)) this.#bytesUnderWay -= update.length;
  }

  /** Counts what else was sent on this connection: frames that no acknowledgement answers. */
  spend(frames: number, bytes: number, now: number): void {
    this.#pace.spend(frames, bytes, now);
  }

  /**
   * How long until the server is to be asked to store what is under way: when the oldest has been so for the interval
   * between commits, or at once when nothing more may follow it, or for the first edit: the server is to know soon that
   * it need not look after the time. Null while nothing is under way, after it was asked, and while too much that was
   * asked may be on its way still.
   */
  askInMs(now: number): number | null {
    const oldest = this.#underWay[0];
    if (oldest === undefined || this.#hasAsked || !this.#mayAsk) return null;
    const isBlocked = this.#underWay.length >= this.#mostFrames || this.#bytesUnderWay >= this.#mostBytes / 2;
    const isFirst = !this.#hasEverAsked && this.#underWay.some(({ kind }) => kind === "update");
    const inMs = isBlocked || isFirst ? 0 : Math.max(0, oldest.sentAt + this.#commitIntervalMs - now);
    return Math.max(inMs, this.#pace.waitMs(askBytes, now));
  }

  /** The server was asked to store what is under way. */
  asked(now: number): void {
    this.#hasAsked = true;
    this.#hasEverAsked = true;
    this.#inFlight.add("aside");
    this.#pace.spend(1, askBytes, now);
  }

  /** What is to be sent now, and when to ask again (in milliseconds; null: after the next edit or acknowledgement). */
  take(now: number): { readonly frames: readonly Outgoing[]; readonly againInMs: number | null } {
    const frames: Outgoing[] = [];
    for (;;) {
      const next = this.#ready[0];
      const waitMs = this.#waitMs(next, now);
      if (waitMs !== 0) return { frames, againInMs: waitMs };
      if (next === undefined) this.#mergeWaiting();
      else {
        frames.push(next);
        this.#ready.shift();
        this.#inFlight.add(next.kind);
        this.#underWay.push({ ...next, sentAt: now });
        this.#bytesUnderWay += next.update.length;
        this.#pace.spend(1, next.update.length + headBytes, now);
      }
    }
  }

  /** How long until `next` may go, or without one what waits; null when no time alone makes that so. */
  #waitMs(next: Entry | undefined, now: number): number | null {
    if (next === undefined && this.#waiting.length === 0) return null;
    const bytes = next?.update.length ?? 0;
    const isUrgent = next !== undefined && next === this.#urgent;
    if (!this.#hasRoom(bytes) && !(isUrgent && this.#inFlight.count < this.#mostInFlight - 1)) return null;
    return this.#pace.waitMs(bytes + headBytes, now);
  }

  #hasRoom(bytes: number): boolean {
    if (this.#underWay.length === 0) return true;
    const hasFrame = this.#inFlight.count < this.#mostInFlight - sparedFrames;
    return hasFrame && this.#underWay.length < this.#mostFrames && this.#bytesUnderWay + bytes <= this.#mostBytes;
  }

  /** Whether one more asking leaves room for a frame that it can be about. */
  get #mayAsk(): boolean {
    const { count, asides } = this.#inFlight;
    return count < this.#mostInFlight && asides < this.#mostInFlight - sparedFrames - 1;
  }

  #mergeWaiting(): void {
    for (const update of pack(this.#waiting, this.#pieceBytes)) {
      this.#ready.push({ kind: "update", update, holdsEdits: true });
    }
    this.#waiting = [];
  }
}
