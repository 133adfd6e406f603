/** A server far away in a time of its own: frames take long, limits are held, acknowledgements come when they come. */

import { encodeFrame, type Limits } from "@samepage/protocol";
import * as Y from "yjs";
import { Outbox, type Outgoing } from "../src/outbox.ts";

/** How long the next messages take on their way, in milliseconds; used in turn. */
type Delays = readonly number[];

/** A writer, the line and the server. `outcome` says why the server would have closed, if it would. */
export class FarServer {
  readonly doc = new Y.Doc();
  readonly server = new Y.Doc();
  readonly frames: Outgoing[] = [];
  outcome = "in order";
  /** How often it was asked to store. */
  asks = 0;
  now = 0;
  readonly #limits: Limits;
  readonly #delays: Delays;
  readonly #storesWhenAsked: boolean;
  readonly #outbox: Outbox;
  #events: { at: number; happen: () => void }[] = [];
  #messages = 0;
  #lastUp = 0;
  #lastDown = 0;
  #timer: object | null = null;
  #askTimer: object | null = null;
  /** Whether it waits for an answer: until then it asks nothing more. */
  #isAsking = true;
  /** Frames that arrived and are acknowledged when that is asked for. */
  #unstored = 0;
  #frameLevel: number;
  #byteLevel: number;
  #filledAt = 0;

  constructor(limits: Limits, delays: Delays, kept: Uint8Array | null, storesWhenAsked = false) {
    this.#storesWhenAsked = storesWhenAsked;
    this.#limits = limits;
    this.#delays = delays;
    this.#frameLevel = limits.framesBurst;
    this.#byteLevel = limits.bytesBurst;
    this.#outbox = new Outbox(limits, 0);
    if (kept !== null) Y.applyUpdate(this.doc, kept);
    // The client's own question, which goes before all else.
    this.#carry(() => this.#count(1));
    this.#answer(Y.encodeStateVector(this.server), true);
    this.doc.on("update", (update: Uint8Array) => {
      this.#outbox.add(update);
      this.#flush();
    });
  }

  get isAllStored(): boolean {
    return this.#outbox.isEmpty;
  }

  /** Lets so much time pass, with all that happens in it. */
  pass(ms: number): void {
    const end = this.now + ms;
    for (;;) {
      const due = this.#events.filter(({ at }) => at <= end).sort((one, other) => one.at - other.at)[0];
      if (due === undefined) break;
      this.#events = this.#events.filter((event) => event !== due);
      this.now = Math.max(this.now, due.at);
      due.happen();
    }
    this.now = end === Number.POSITIVE_INFINITY ? this.now : end;
  }

  /** The server asks for a sign of life, unless it waits for one. */
  ask(): void {
    if (this.#isAsking) return;
    this.#isAsking = true;
    const stateVector = Y.encodeStateVector(this.server);
    this.#down(() => {
      this.#outbox.hearQuestion();
      this.#answer(stateVector, false);
    });
  }

  #answer(stateVector: Uint8Array, isFirst: boolean): void {
    this.#outbox.answer(Y.encodeStateAsUpdate(this.doc, stateVector), isFirst);
    this.#flush();
  }

  #flush(): void {
    const timer = {};
    this.#timer = timer;
    const { frames, againInMs } = this.#outbox.take(this.now);
    for (const frame of frames) this.#up(frame);
    const again = (): void => {
      if (this.#timer === timer) this.#flush();
    };
    if (againInMs !== null) this.#events.push({ at: this.now + againInMs, happen: again });
    this.#planAsking();
  }

  #planAsking(): void {
    const timer = {};
    this.#askTimer = timer;
    const inMs = this.#outbox.askInMs(this.now);
    const askToStore = (): void => {
      if (this.#askTimer !== timer) return;
      this.#outbox.asked(this.now);
      this.asks += 1;
      this.#carry(() => this.#store());
      this.#planAsking();
    };
    if (inMs !== null) this.#events.push({ at: this.now + inMs, happen: askToStore });
  }

  #store(): void {
    this.#count(1);
    const frames = this.#unstored;
    this.#unstored = 0;
    if (frames > 0) this.#acknowledge(frames);
  }

  #acknowledge(frames: number): void {
    this.#down(() => {
      this.#outbox.acknowledge(frames);
      this.#flush();
    });
  }

  #up(frame: Outgoing): void {
    this.frames.push(frame);
    this.#carry(() => this.#arrive(frame));
  }

  #carry(happen: () => void): void {
    this.#lastUp = Math.max(this.#lastUp, this.now + this.#delay());
    this.#events.push({ at: this.#lastUp, happen });
  }

  #down(happen: () => void): void {
    this.#lastDown = Math.max(this.#lastDown, this.now + this.#delay());
    this.#events.push({ at: this.#lastDown, happen });
  }

  #delay(): number {
    this.#messages += 1;
    return this.#delays[this.#messages % this.#delays.length] ?? 0;
  }

  #arrive(frame: Outgoing): void {
    this.#count(encodeFrame(frame).length);
    if (frame.kind === "sync-step-2") this.#isAsking = false;
    Y.applyUpdate(this.server, frame.update);
    if (this.server.store.pendingStructs !== null || this.server.store.pendingDs !== null) this.outcome = "gap";
    if (this.#storesWhenAsked) this.#unstored += 1;
    else this.#acknowledge(1);
  }

  #count(bytes: number): void {
    const { framesPerSecond, framesBurst, bytesPerSecond, bytesBurst, frameBytes } = this.#limits;
    const seconds = (this.now - this.#filledAt) / 1_000;
    this.#filledAt = this.now;
    this.#frameLevel = Math.min(framesBurst, this.#frameLevel + seconds * framesPerSecond) - 1;
    this.#byteLevel = Math.min(bytesBurst, this.#byteLevel + seconds * bytesPerSecond) - bytes;
    if (framesPerSecond > 0 && this.#frameLevel < 0) this.outcome = "too many frames";
    if (bytesPerSecond > 0 && this.#byteLevel < 0) this.outcome = "too many bytes";
    if (bytes > frameBytes) this.outcome = "frame too large";
  }
}
