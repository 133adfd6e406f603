/** How fast this client may send so that the server never has to close it. Knows no socket; time is an argument. */

import type { Limits } from "@samepage/protocol";

/** The part of what the server allows that is used here: the rest is for frames that bunch up on their way. */
const share = 3 / 4;

/** Holds up to `capacity` and gains `perSecond`; 0 a second: there is no limit. */
class Bucket {
  readonly capacity: number;
  readonly #perSecond: number;
  #level: number;
  #at: number;

  /** `now` and all later times are milliseconds of one clock that never goes back. */
  constructor(perSecond: number, capacity: number, now: number) {
    this.capacity = capacity;
    this.#perSecond = perSecond;
    this.#level = capacity;
    this.#at = now;
  }

  /** How long until `amount` may be spent. What is more than the bucket holds may be spent when it is full. */
  waitMs(amount: number, now: number): number {
    if (this.#perSecond === 0) return 0;
    this.#fill(now);
    const missing = Math.min(amount, this.capacity) - this.#level;
    return missing <= 0 ? 0 : Math.ceil((missing / this.#perSecond) * 1_000);
  }

  /** Spends `amount`, if need be on credit. */
  spend(amount: number, now: number): void {
    this.#fill(now);
    this.#level -= amount;
  }

  #fill(now: number): void {
    this.#level = Math.min(this.capacity, this.#level + ((now - this.#at) / 1_000) * this.#perSecond);
    this.#at = now;
  }
}

/** The pace of one connection, by frames and by bytes. */
export class Pace {
  readonly #frames: Bucket;
  readonly #bytes: Bucket;

  constructor(limits: Limits, now: number) {
    const bucket = (perSecond: number, burst: number): Bucket =>
      new Bucket(perSecond * share, Math.max(1, Math.floor(burst * share)), now);
    this.#frames = bucket(limits.framesPerSecond, limits.framesBurst);
    this.#bytes = bucket(limits.bytesPerSecond, limits.bytesBurst);
  }

  /** How long until one frame of `bytes` may be sent, in milliseconds. */
  waitMs(bytes: number, now: number): number {
    return Math.max(this.#frames.waitMs(1, now), this.#bytes.waitMs(bytes, now));
  }

  /** Counts what was sent. */
  spend(frames: number, bytes: number, now: number): void {
    this.#frames.spend(frames, now);
    this.#bytes.spend(bytes, now);
  }
}
