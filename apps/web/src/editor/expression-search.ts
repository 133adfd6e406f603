/** The worker that runs expressions, as the page sees it: one search at a time, none for long. Knows no editor. */

import type { Text } from "@codemirror/state";
import type { Search, SearchAnswer, SearchRequest, SearchResult } from "./expression-messages.ts";
import address from "./expression-worker.ts?worker&url";
import { newWorker } from "./trusted-worker.ts";

/** How long a search may take: so many steps of so many milliseconds. A page that was itself held up loses one step. */
const steps = 6;
const stepMs = 500;

/** A search that nobody waits for any more may go on so long, in milliseconds, before the next one. */
const leftAloneMs = 100;

export type SearchOutcome =
  | SearchResult
  /** It was ended. */
  | { readonly kind: "too-long" }
  /** The worker could not be loaded. */
  | { readonly kind: "missing" }
  /** Another one was begun, or nobody searches any more. */
  | { readonly kind: "given-up" };

interface Job {
  readonly search: Search;
  readonly doc: Text;
  resolve(outcome: SearchOutcome): void;
}

export class ExpressionSearch {
  #worker: Worker | null = null;
  #isReady = false;
  /** The text that the worker has. */
  #held: Text | null = null;
  #running: Job | null = null;
  #waiting: Job | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Searches in `doc`, and gives up what was searched for before. */
  search(search: Search, doc: Text): Promise<SearchOutcome> {
    return new Promise((resolve) => {
      this.#running?.resolve({ kind: "given-up" });
      if (this.#waiting !== null) {
        this.#waiting.resolve({ kind: "given-up" });
      } else if (this.#running !== null) {
        clearTimeout(this.#timer);
        this.#timer = setTimeout(() => this.#endWorker(), leftAloneMs);
      }
      this.#waiting = { search, doc, resolve };
      this.#goOn();
    });
  }

  /** Gives up what is searched for, and lets the worker go. */
  stop(): void {
    this.#waiting?.resolve({ kind: "given-up" });
    this.#waiting = null;
    this.#running?.resolve({ kind: "given-up" });
    this.#endWorker();
  }

  #goOn(): void {
    if (this.#waiting === null || this.#running !== null) return;
    this.#worker ??= this.#newWorker();
    // The time that it takes to load is not the expression's.
    if (!this.#isReady) return;
    const { search, doc } = this.#waiting;
    const request: SearchRequest = { ...search, text: doc === this.#held ? null : doc.toString() };
    this.#worker.postMessage(request);
    this.#held = doc;
    this.#running = this.#waiting;
    this.#waiting = null;
    this.#wait(steps);
  }

  #wait(stepsLeft: number): void {
    this.#timer = setTimeout(() => {
      if (stepsLeft > 1) this.#wait(stepsLeft - 1);
      else this.#end({ kind: "too-long" });
    }, stepMs);
  }

  #newWorker(): Worker {
    const worker = newWorker("expression-worker", address);
    worker.addEventListener("message", ({ data }: MessageEvent<SearchAnswer>) => {
      if (worker === this.#worker) this.#receive(data);
    });
    worker.addEventListener("error", (event) => {
      event.preventDefault();
      if (worker !== this.#worker) return;
      this.#waiting?.resolve({ kind: "missing" });
      this.#waiting = null;
      this.#end({ kind: "missing" });
    });
    return worker;
  }

  #receive(answer: SearchAnswer): void {
    if (answer.kind === "ready") {
      this.#isReady = true;
    } else {
      clearTimeout(this.#timer);
      this.#running?.resolve(answer.kind === "found" ? answer : { kind: "too-long" });
      this.#running = null;
    }
    this.#goOn();
  }

  #end(outcome: SearchOutcome): void {
    this.#running?.resolve(outcome);
    this.#endWorker();
  }

  /** Whatever it is busy with, it does no more; what waits gets another one. */
  #endWorker(): void {
    clearTimeout(this.#timer);
    this.#worker?.terminate();
    this.#worker = null;
    this.#isReady = false;
    this.#held = null;
    this.#running = null;
    this.#goOn();
  }
}
