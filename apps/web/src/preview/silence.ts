/** How long one is silent who owes an answer. A page that nobody sees, and a machine that sleeps, count for nothing. */

/** How often it is looked, in milliseconds. After a sleep there is one look, however long that was. */
const lookEveryMs = 5_000;

/** At so many looks in a row it is too long: half a minute. */
const mostLooks = 6;

export class Silence {
  readonly #onTooLong: () => void;
  #timer: ReturnType<typeof setInterval> | undefined;
  #looks = 0;

  constructor(onTooLong: () => void) {
    this.#onTooLong = onTooLong;
  }

  /** An answer is owed from now on. */
  begin(): void {
    this.end();
    this.#timer = setInterval(() => this.#look(), lookEveryMs);
  }

  /** There was a sign of life. */
  heard(): void {
    this.#looks = 0;
  }

  /** There was the answer, or none is wanted any more. */
  end(): void {
    clearInterval(this.#timer);
    this.#looks = 0;
  }

  #look(): void {
    if (document.visibilityState === "hidden") return;
    this.#looks += 1;
    if (this.#looks < mostLooks) return;
    this.end();
    this.#onTooLong();
  }
}
