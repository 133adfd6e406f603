/**
 * What was sent on one connection and is not known to have arrived, by what the server has said since: it takes in what
 * it is sent in order. Counts frames, and knows neither their bytes nor the time.
 */

export type SentKind = "sync-step-2" | "update" | "aside";

/** What was sent, as which frame that is acknowledged and as which answer to a question; null: as none. */
interface Sent {
  readonly frame: number | null;
  readonly answer: number | null;
}

export class InFlight {
  /** The client's own question goes before all else. */
  #sent: Sent[] = [{ frame: null, answer: null }];
  #frames = 0;
  #answers = 0;
  #acknowledged = 0;
  /** Questions after the first, which was asked already. Each is asked only when the one before it was answered. */
  #questions = 0;
  /** Answers that arrived. */
  #answered = 0;

  /** How many frames may still be on their way. */
  get count(): number {
    return this.#sent.length;
  }

  /** How many of these are such that no acknowledgement counts. */
  get asides(): number {
    return this.#sent.filter(({ frame }) => frame === null).length;
  }

  add(kind: SentKind): void {
    const frame = kind === "aside" ? null : ++this.#frames;
    const answer = kind === "sync-step-2" ? ++this.#answers : null;
    this.#sent.push({ frame, answer });
  }

  /** So many more frames were acknowledged: all that was sent before them has arrived too. */
  acknowledge(frames: number): void {
    this.#acknowledged += frames;
    for (const { frame, answer } of this.#sent) {
      if (frame !== null && frame > this.#acknowledged) break;
      this.#answered = Math.max(this.#answered, answer ?? 0);
    }
    this.#dropArrived();
  }

  /** The server asked again. */
  hearQuestion(): void {
    this.#questions += 1;
    this.#answered = Math.max(this.#answered, this.#questions);
    this.#dropArrived();
  }

  #dropArrived(): void {
    const last = this.#sent.findLastIndex(
      ({ frame, answer }) =>
        (frame !== null && frame <= this.#acknowledged) || (answer !== null && answer <= this.#answered),
    );
    this.#sent.splice(0, last + 1);
  }
}
