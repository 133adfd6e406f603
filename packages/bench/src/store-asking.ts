/** Asks a server to store what it was sent, as Samepage's own client does [P29]. */

export class StoreAsking {
  readonly #afterMs: number | null;
  readonly #ask: () => void;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #hasEverAsked = false;

  /** `afterMs`: how long an update waits before `ask` is called; null: it never is, the server stores by itself. */
  constructor(afterMs: number | null, ask: () => void) {
    this.#afterMs = afterMs;
    this.#ask = ask;
  }

  /**
   * Has it asked, once, when the oldest update that is not acknowledged has waited for so long; the first time at once,
   * so that the server knows that it will be. `oldest`: when that was sent; null: there is none.
   */
  plan(oldest: number | null): void {
    if (this.#afterMs === null || oldest === null || this.#timer !== null) return;
    const inMs = this.#hasEverAsked ? oldest + this.#afterMs - performance.now() : 0;
    this.#hasEverAsked = true;
    this.#timer = setTimeout(this.#ask, Math.max(0, inMs));
  }

  /** What was asked for was acknowledged, or nothing more is to be asked for. */
  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }
}
