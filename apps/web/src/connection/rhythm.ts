/**
 * When what others write comes into the text: soon, but in few frames, and not into the frame of one's own letter. Each
 * frame holds the next one's letter up. Knows no clock; times are milliseconds of one that never goes back.
 */

/** Whoever reads sees what others write after so long at most: two frames. */
const readerMs = 33;

/** Whoever writes sees it after each letter of one's own, and after so long at most. */
const writerMs = 150;

/** How long after a letter was painted there is time for others' before the next one's key. */
const slotMs = 15;

/** How long after the last letter one still writes. */
const writesForMs = 300;

/** A letter is painted after so long at most, as far as others' are concerned: in a tab that is hidden it never is. */
const paintsWithinMs = 50;

export class Rhythm {
  #askedAt: number | null = null;
  #tookAt = Number.NEGATIVE_INFINITY;
  #wroteAt = Number.NEGATIVE_INFINITY;
  #paintedAt = Number.NEGATIVE_INFINITY;
  /** Whether the last letter is on the screen: its frame may be told in the same millisecond as the letter itself. */
  #isPainted = true;

  /** Something came from others. */
  ask(now: number): void {
    this.#askedAt ??= now;
  }

  /** All that came is taken in. */
  take(now: number): void {
    this.#askedAt = null;
    this.#tookAt = now;
  }

  /** One changed the text oneself. */
  write(now: number): void {
    this.#wroteAt = now;
    this.#isPainted = false;
  }

  /** What one wrote is on the screen. */
  paint(now: number): void {
    this.#paintedAt = now;
    this.#isPainted = true;
  }

  /** How long what came has to wait yet, 0: no longer. Null when nothing came. */
  waitMs(now: number): number | null {
    if (this.#askedAt === null) return null;
    const sinceWrote = now - this.#wroteAt;
    if (!this.#isPainted && sinceWrote < paintsWithinMs) {
      // Letters that come faster than they are painted do not hold others' up for ever.
      const mostMs = this.#askedAt + writerMs + paintsWithinMs - now;
      return Math.max(0, Math.min(paintsWithinMs - sinceWrote, mostMs));
    }
    if (this.#tookAt < this.#paintedAt && now - this.#paintedAt < slotMs) return 0;
    const isWriting = sinceWrote < writesForMs;
    const dueAt = isWriting ? this.#askedAt + writerMs : Math.max(this.#askedAt, this.#tookAt + readerMs);
    return Math.max(0, dueAt - now);
  }
}
