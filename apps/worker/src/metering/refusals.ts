/**
 * Who is over a limit, and until when, as far as this worker was told: a flood is refused without asking the object
 * that counts. Bounded: of more, what was heard longest ago is forgotten, and asked for again.
 */

import type { Subject } from "./subjects.ts";
import type { Use } from "./use.ts";

const mostRefusals = 10_000;

export class Refusals {
  readonly #ends = new Map<`${Use} ${Subject}`, number>();

  /** Until when `subject` is to be refused, in milliseconds since 1970, or null. */
  until(subject: Subject, use: Use, now: number): number | null {
    const ends = this.#ends.get(`${use} ${subject}`);
    if (ends === undefined) return null;
    if (now < ends) return ends;
    this.#ends.delete(`${use} ${subject}`);
    return null;
  }

  add(subject: Subject, use: Use, ends: number): void {
    this.#ends.delete(`${use} ${subject}`);
    this.#ends.set(`${use} ${subject}`, ends);
    for (const oldest of this.#ends.keys()) {
      if (this.#ends.size <= mostRefusals) break;
      this.#ends.delete(oldest);
    }
  }
}
