/** Brings edits to the server at the pace that it allows: the outbox of each connection, and the timer it needs. */

import { encodeFrame, type Limits } from "@samepage/protocol";
import { Outbox } from "./outbox.ts";

const storeFrame = encodeFrame({ kind: "store" });

export class Sender {
  readonly #send: (frame: Uint8Array) => void;
  readonly #tell: (hasUnstoredEdits: boolean) => void;
  #outbox: Outbox | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #askTimer: ReturnType<typeof setTimeout> | undefined;
  /** Whether one may not write: nothing that waits goes out, and nothing is asked for. */
  #isHeld = false;

  /** `tell` hears, after each change, whether there are edits that the server has not stored. */
  constructor(send: (frame: Uint8Array) => void, tell: (hasUnstoredEdits: boolean) => void) {
    this.#send = send;
    this.#tell = tell;
  }

  /** Whether the server has asked for what it lacks: until then it knows nothing of this client. */
  get hasBegun(): boolean {
    return this.#outbox !== null;
  }

  /**
   * Answers a step 1 of the server with all that it lacks. The first one of a connection begins its count. A later one
   * that `bringsEdits` holds what was held back. While one may not write, `update` is empty.
   */
  answer(update: Uint8Array, limits: Limits, bringsEdits: boolean): void {
    const isFirst = this.#outbox === null;
    this.#outbox ??= new Outbox(limits, performance.now());
    this.#outbox.answer(update, (isFirst || bringsEdits) && !this.#isHeld);
    this.#flush();
  }

  /** The server has asked for what it lacks, once more. */
  hearQuestion(): void {
    this.#outbox?.hearQuestion();
  }

  /** Sends no edit from now on, and forgets what was not sent yet; whether there was such. */
  hold(): boolean {
    this.#isHeld = true;
    const hadEdits = this.#outbox?.drop() ?? false;
    this.#flush();
    return hadEdits;
  }

  /** Sends what it is given from now on. */
  release(): void {
    this.#isHeld = false;
  }

  /** Sends an edit, or keeps in mind that there is one which the answer to the first step 1 will hold. */
  add(update: Uint8Array): void {
    this.#outbox?.add(update);
    if (this.#outbox === null) this.#tell(true);
    else this.#flush();
  }

  acknowledge(frames: number): void {
    this.#outbox?.acknowledge(frames);
    this.#flush();
  }

  /** Sends a frame that holds no edit. */
  sendAside(frame: Uint8Array): void {
    this.#outbox?.spend(0, frame.length, performance.now());
    this.#send(frame);
  }

  /** Forgets the connection: the next one begins with what the server then lacks. */
  stop(): void {
    clearTimeout(this.#timer);
    clearTimeout(this.#askTimer);
    this.#outbox = null;
  }

  #flush(): void {
    clearTimeout(this.#timer);
    if (this.#outbox === null) return;
    const { frames, againInMs } = this.#outbox.take(performance.now());
    for (const frame of frames) this.#send(encodeFrame(frame));
    this.#tell(!this.#outbox.isEmpty);
    if (againInMs !== null) this.#timer = setTimeout(() => this.#flush(), againInMs);
    this.#planAsking(this.#outbox);
  }

  /** Asks the server to store what it was sent, when that is due: it would need a timer otherwise, which costs. */
  #planAsking(outbox: Outbox): void {
    clearTimeout(this.#askTimer);
    const inMs = outbox.askInMs(performance.now());
    if (inMs === null || this.#isHeld) return;
    this.#askTimer = setTimeout(() => {
      outbox.asked(performance.now());
      this.#send(storeFrame);
      this.#planAsking(outbox);
    }, inMs);
  }
}
