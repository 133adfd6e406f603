/**
 * Has whoever is over a limit wait for being told so. A client that asks again as soon as it is answered would else be
 * refused thousands of times a second, and though each refusal is cheap, others wait for the garbage of all of them:
 * seven thousand a second made pauses of 100 ms on a small machine.
 */

/** Of more refusals a second the others are told at once: waiting takes memory. */
const mostWaitsPerSecond = 1_000;

/**
 * Says who may wait. It counts beginnings and not ends, as nobody hears of the end of a request whose client hung up.
 */
export class Places {
  readonly #mostPerSecond: number;
  #second = Number.NEGATIVE_INFINITY;
  #taken = 0;

  constructor(mostPerSecond: number) {
    this.#mostPerSecond = mostPerSecond;
  }

  /** Takes a place at `now`, in milliseconds; false when there is none left in that second. */
  take(now: number): boolean {
    const second = Math.floor(now / 1_000);
    if (second !== this.#second) {
      this.#second = second;
      this.#taken = 0;
    }
    if (this.#taken >= this.#mostPerSecond) return false;
    this.#taken += 1;
    return true;
  }
}

const places = new Places(mostWaitsPerSecond);

/**
 * Resolves when it is time to tell somebody that he is over a limit, after `waitMs` at the latest. Waiting costs a
 * Worker no processor time, and who has to wait for a minute's or an hour's end does not notice a second.
 */
export async function untilRefusal(waitMs: number): Promise<void> {
  if (waitMs > 0 && places.take(performance.now())) await new Promise((resume) => setTimeout(resume, waitMs));
}
