/** The worker that renders, as the page sees it: told the text and its edits, asked for what changed. Knows no frame. */

import type { Edit, PieceChange, PreviewWords, WorkerAnswer, WorkerRequest } from "./messages.ts";
import address from "./worker.ts?worker&url";

export interface Rendered {
  readonly changes: readonly PieceChange[];
  readonly isComplete: boolean;
}

/** How long one rendering may take, in milliseconds: a text can be made such that it never ends. */
const patienceMs = 30_000;

interface Waiting {
  resolve(rendered: Rendered): void;
  reject(error: Error): void;
}

export interface RendererStart {
  readonly mark: string | null;
  readonly words: PreviewWords;
  readonly text: string;
  /** Something has come that was not there when it was rendered: it would look different now. */
  onNews(): void;
}

export class Renderer {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #revision = 0;
  #fault: Error | null = null;
  #patience: ReturnType<typeof setTimeout> | undefined;

  constructor({ mark, words, text, onNews }: RendererStart) {
    this.#worker = new Worker(trustedAddress(), { type: "module", name: "preview" });
    this.#worker.addEventListener("message", ({ data }: MessageEvent<WorkerAnswer>) => {
      if (data.kind === "news") onNews();
      else this.#settle(data);
    });
    this.#worker.addEventListener("error", (event) => {
      event.preventDefault();
      this.#fail(new Error(event.message || "the worker could not be loaded"));
    });
    this.#ask({ kind: "begin", mark, words, text });
  }

  edit(edits: readonly Edit[]): void {
    this.#ask({ kind: "edit", edits });
  }

  /** What changed since this was called last. Rejects when it cannot be rendered, or takes too long. */
  render(): Promise<Rendered> {
    if (this.#fault !== null) return Promise.reject(this.#fault);
    this.#revision += 1;
    const revision = this.#revision;
    return new Promise((resolve, reject) => {
      this.#waiting.set(revision, { resolve, reject });
      this.#patience ??= setTimeout(() => this.#giveUp(), patienceMs);
      this.#ask({ kind: "render", revision });
    });
  }

  stop(): void {
    clearTimeout(this.#patience);
    this.#worker.terminate();
    this.#waiting.clear();
  }

  #ask(request: WorkerRequest): void {
    this.#worker.postMessage(request);
  }

  #settle(answer: Exclude<WorkerAnswer, { kind: "news" }>): void {
    if (answer.kind === "failed") {
      this.#fail(new Error(answer.reason));
      return;
    }
    clearTimeout(this.#patience);
    this.#patience = undefined;
    this.#waiting.get(answer.revision)?.resolve(answer);
    this.#waiting.delete(answer.revision);
    if (this.#waiting.size > 0) this.#patience = setTimeout(() => this.#giveUp(), patienceMs);
  }

  /** What is still at work then does no more harm to whoever types. */
  #giveUp(): void {
    this.#worker.terminate();
    this.#fail(new Error("it takes too long"));
  }

  /** A fault while it follows an edit is known only when it is asked for the result. */
  #fail(error: Error): void {
    this.#fault = error;
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}

/** What there is of Trusted Types where a browser has them. */
interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(): string }): { createScriptURL(input: string): unknown };
}

// A second policy of the same name would be refused.
const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
const policy = trustedTypes?.createPolicy("preview-worker", { createScriptURL: () => address });

/** The page's policy lets this name the worker's script, and nothing else. */
function trustedAddress(): string {
  return (policy?.createScriptURL("") ?? address) as string;
}
