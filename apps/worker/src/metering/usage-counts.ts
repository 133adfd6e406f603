/**
 * Counts exactly what subjects use, in fixed windows of time. Knows neither what a subject is nor where counts are
 * kept; the time is an argument, in milliseconds since 1970.
 */

import { type Use, uses, windowMs } from "./use.ts";

/** How much was used in the window that ends at `ends`. */
export interface Count {
  readonly used: number;
  readonly ends: number;
}

/** One count as it is kept. */
export interface KeptCount extends Count {
  readonly subject: string;
  readonly use: Use;
}

export interface Answer extends Count {
  /** Whether it was within the limit. What was not is not counted. */
  readonly isCounted: boolean;
}

export class UsageCounts {
  /** Used longest ago first. */
  readonly #countsBySubject = new Map<string, Map<Use, Count>>();
  /** Whose counts are not as they were kept. */
  readonly #unsaved = new Set<string>();
  readonly #mostSubjects: number;
  /** No window is over before this time. */
  #soonestEnd = Number.POSITIVE_INFINITY;

  /** Goes on from what was `kept`. Of more subjects than `mostSubjects`, those whose windows are over are dropped, then the oldest. */
  constructor(mostSubjects: number, kept: Iterable<KeptCount>) {
    this.#mostSubjects = mostSubjects;
    for (const { subject, use, used, ends } of kept) this.#set(subject, use, { used, ends });
  }

  /** Counts one use by `subject`, unless it would be more than `limit` in this window; null for no limit. */
  add(subject: string, use: Use, limit: number | null, now: number): Answer {
    const { used, ends } = this.read(subject, use, now);
    const isCounted = limit === null || used < limit;
    if (isCounted) this.#add(subject, use, 1, now);
    else this.#touch(subject);
    return { isCounted, used: isCounted ? used + 1 : used, ends };
  }

  /** Counts `amount` uses by `subject`, whatever its limit. */
  charge(subject: string, use: Use, amount: number, now: number): void {
    this.#add(subject, use, amount, now);
  }

  /** What `subject` has used in the window that `now` falls in. */
  read(subject: string, use: Use, now: number): Count {
    const count = this.#countsBySubject.get(subject)?.get(use);
    return count !== undefined && !isOver(count, use, now) ? count : { used: 0, ends: windowEnd(use, now) };
  }

  /** Forgets every count whose window is over. */
  forget(now: number): void {
    if (now < this.#soonestEnd) return;
    this.#soonestEnd = Number.POSITIVE_INFINITY;
    for (const [subject, counts] of this.#countsBySubject) {
      for (const [use, count] of counts) {
        if (isOver(count, use, now)) {
          counts.delete(use);
          this.#unsaved.add(subject);
        } else this.#soonestEnd = Math.min(this.#soonestEnd, count.ends);
      }
      if (counts.size === 0) this.#countsBySubject.delete(subject);
    }
  }

  get size(): number {
    return this.#countsBySubject.size;
  }

  /** When `forget` may next find something, or null while nothing is counted. */
  get soonestEnd(): number | null {
    return this.size === 0 ? null : this.#soonestEnd;
  }

  /** Each subject that is not as it was kept, with all the counts that are to be kept of it now. */
  unsaved(): readonly { readonly subject: string; readonly counts: readonly KeptCount[] }[] {
    return Array.from(this.#unsaved, (subject) => {
      const counts = Array.from(this.#countsBySubject.get(subject) ?? []);
      return { subject, counts: counts.map(([use, count]) => ({ subject, use, ...count })) };
    });
  }

  /** What `unsaved` told is kept. */
  saved(): void {
    this.#unsaved.clear();
  }

  #add(subject: string, use: Use, amount: number, now: number): void {
    if (!this.#countsBySubject.has(subject)) this.#makeRoom(now);
    const { used, ends } = this.read(subject, use, now);
    this.#set(subject, use, { used: used + amount, ends });
    this.#unsaved.add(subject);
    this.#touch(subject);
  }

  #set(subject: string, use: Use, count: Count): void {
    const counts = this.#countsBySubject.get(subject) ?? new Map<Use, Count>();
    counts.set(use, count);
    this.#countsBySubject.set(subject, counts);
    this.#soonestEnd = Math.min(this.#soonestEnd, count.ends);
  }

  /** Who tries in vain is not the oldest either: it would else be let in as soon as others have filled the place. */
  #touch(subject: string): void {
    const counts = this.#countsBySubject.get(subject);
    if (counts === undefined) return;
    this.#countsBySubject.delete(subject);
    this.#countsBySubject.set(subject, counts);
  }

  #makeRoom(now: number): void {
    if (this.size >= this.#mostSubjects) this.forget(now);
    for (const oldest of this.#countsBySubject.keys()) {
      if (this.size < this.#mostSubjects) break;
      this.#countsBySubject.delete(oldest);
      this.#unsaved.add(oldest);
    }
  }
}

/** Whether this text, as it was kept, names a use. */
export function isUse(text: string): text is Use {
  return uses.some((use) => use === text);
}

function windowEnd(use: Use, now: number): number {
  const length = windowMs[use];
  return (Math.floor(now / length) + 1) * length;
}

/** A window that ends later than any that begins now was begun by a clock that was wrong. */
function isOver({ ends }: Count, use: Use, now: number): boolean {
  return ends <= now || ends > windowEnd(use, now);
}
