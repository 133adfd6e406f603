/** What became of a flood: what was let through, what was refused and how, and how soon. Ends it in time and in count. */

/** Plain data, so that it passes from one process to another. Times in milliseconds from the flood's beginning. */
export interface Outcome {
  readonly tried: number;
  readonly letThrough: number;
  /** How often by which status or close code. */
  readonly refused: Readonly<Record<string, number>>;
  /** Null: never. */
  readonly firstRefusedAfterMs: number | null;
  readonly letThroughBefore: number;
  /** How much was let through a second in the second half of its time, when what may be had at once is used up. */
  readonly latelyPerSecond: number;
  readonly endedAfterMs: number;
}

export interface FloodEnd {
  readonly seconds: number;
  readonly mostTried: number;
  /** What is let through stays on the server's disk, or in this machine's memory. */
  readonly mostLetThrough: number;
}

/** The answers with which a server says "too much". */
const limitAnswers = ["429", "4429"];

/** Whether whoever flooded was told so, and got no more than `mostPerSecond` in the long run. */
export function isLimited({ refused, latelyPerSecond }: Outcome, mostPerSecond: number): boolean {
  return limitAnswers.some((answer) => answer in refused) && latelyPerSecond <= mostPerSecond;
}

export class Tally {
  readonly #end: FloodEnd;
  readonly #begun = performance.now();
  #tried = 0;
  #letThrough = 0;
  readonly #refused: Record<string, number> = {};
  #first: { readonly afterMs: number; readonly letThrough: number } | null = null;
  #letThroughLately = 0;

  constructor(end: FloodEnd) {
    this.#end = end;
  }

  isOver(): boolean {
    const { seconds, mostTried, mostLetThrough } = this.#end;
    return this.#elapsedMs >= seconds * 1_000 || this.#tried >= mostTried || this.#letThrough >= mostLetThrough;
  }

  tried(): void {
    this.#tried += 1;
  }

  letThrough(count = 1): void {
    this.#letThrough += count;
    if (this.#lateMs > 0) this.#letThroughLately += count;
  }

  refused(answer: string | number): void {
    this.#first ??= { afterMs: this.#elapsedMs, letThrough: this.#letThrough };
    this.#refused[answer] = (this.#refused[answer] ?? 0) + 1;
  }

  outcome(): Outcome {
    const endedAfterMs = this.#elapsedMs;
    const isCutShort = this.#lateMs <= 0;
    return {
      tried: this.#tried,
      letThrough: this.#letThrough,
      refused: this.#refused,
      firstRefusedAfterMs: this.#first?.afterMs ?? null,
      letThroughBefore: this.#first?.letThrough ?? this.#letThrough,
      latelyPerSecond: isCutShort
        ? (this.#letThrough * 1_000) / endedAfterMs
        : (this.#letThroughLately * 1_000) / this.#lateMs,
      endedAfterMs,
    };
  }

  get #elapsedMs(): number {
    return performance.now() - this.#begun;
  }

  /** How long its second half has lasted; nothing or less before that. */
  get #lateMs(): number {
    return this.#elapsedMs - this.#end.seconds * 500;
  }
}
