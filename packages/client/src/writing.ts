/** What of this side's text goes to the server, and what may not: the answers to its questions, each edit, the right to. */

import { type ReadonlySignal, type Signal, signal } from "@preact/signals-core";
import type { Limits, Standing } from "@samepage/protocol";
import * as Y from "yjs";
import type { Turn } from "./intake.ts";
import type { Facts } from "./save-state.ts";
import { Sender } from "./sender.ts";
import { obstacleOf } from "./standing.ts";
import { hasUnsent } from "./unsent.ts";
import { emptyUpdate, updateSince } from "./update-since.ts";

/** What the writing needs of its surroundings. */
export interface WritingPlace {
  readonly limits: ReadonlySignal<Limits>;
  /** When it may be said that all is stored. */
  readonly turn: Turn;
  /** Sends a frame; it is dropped while there is no connection. */
  send(frame: Uint8Array): void;
  learn(news: Pick<Partial<Facts>, "hasUnstoredEdits" | "isWithholding" | "obstacle">): void;
}

export class Writing {
  /** What one may do; null while nobody said, and with a server that says nothing of it. */
  readonly role: Signal<Standing | null> = signal(null);
  readonly #doc: Y.Doc;
  readonly #place: WritingPlace;
  readonly #sender: Sender;
  /** As the sender says, which `learn` may be told a little later. */
  #hasUnstoredEdits = false;
  /** Whether there is something that one may not send: it is kept, and sent when one may. */
  #isWithholding = false;
  /** How much of what was written under this client's id is known to be stored. */
  #confirmedClock = 0;
  /** What the server had when it was last answered. */
  #lastQuestion: Uint8Array | null = null;

  constructor(doc: Y.Doc, place: WritingPlace) {
    this.#doc = doc;
    this.#place = place;
    this.#sender = new Sender(
      (frame) => place.send(frame),
      (hasUnstoredEdits) => this.#sent(hasUnstoredEdits),
    );
  }

  /** Whether the server has asked on this connection for what it lacks. */
  get hasBegun(): boolean {
    return this.#sender.hasBegun;
  }

  /** Whether the server has not stored, as far as is known, all that was written here. */
  get isOwing(): boolean {
    return this.#hasUnstoredEdits || this.#isWithholding;
  }

  /** From now on one may do what `standing` says: what may not be sent is kept, and sent when it may again. */
  expectRole(standing: Standing | null): void {
    const couldWrite = this.#mayWrite;
    this.role.value = standing;
    this.#place.learn({ obstacle: obstacleOf(standing) });
    if (couldWrite && !this.#mayWrite && this.#sender.hold()) this.withhold(true);
    if (couldWrite || !this.#mayWrite) return;
    this.#sender.release();
    if (this.hasBegun && this.#isWithholding && this.#lastQuestion !== null) this.#answer(this.#lastQuestion);
  }

  /** Answers the server's step 1 with all that it lacks, or with nothing while one may not write. */
  answer(stateVector: Uint8Array): void {
    this.#sender.hearQuestion();
    this.#answer(stateVector);
  }

  #answer(stateVector: Uint8Array): void {
    this.#lastQuestion = stateVector;
    const limits = this.#place.limits.value;
    if (this.#mayWrite) {
      const update = updateSince(this.#doc, this.#withoutUnconfirmed(stateVector));
      this.#sender.answer(update, limits, this.#isWithholding);
      this.withhold(false);
    } else {
      // What was not stored when the last connection was lost may not be sent on this one.
      if (this.#hasUnstoredEdits && !this.hasBegun) this.withhold(true);
      this.#sender.answer(emptyUpdate, limits, false);
    }
  }

  /** To be called when a part of the text came in for which others waited: the server lacks those. */
  answerAgain(): void {
    if (this.#lastQuestion === null) return;
    if (this.#mayWrite) this.#answer(this.#lastQuestion);
    else this.withhold(true);
  }

  /** Who may not write finds out what differs here from the server's text, `update` being all that it told of it. */
  compare(update: Uint8Array): void {
    if (this.#mayWrite || this.#lastQuestion === null) return;
    this.withhold(hasUnsent(this.#doc, this.#lastQuestion, update));
  }

  /** Takes an edit of this side. */
  add(update: Uint8Array): void {
    if (this.#mayWrite) this.#sender.add(update);
    else this.withhold(true);
  }

  withhold(isWithholding: boolean): void {
    if (isWithholding === this.#isWithholding) return;
    this.#isWithholding = isWithholding;
    this.#place.learn({ isWithholding });
  }

  acknowledge(frames: number): void {
    this.#sender.acknowledge(frames);
  }

  /** Sends a frame that holds no edit. */
  sendAside(frame: Uint8Array): void {
    this.#sender.sendAside(frame);
  }

  /** Forgets the connection; the next one begins with what the server then asks. */
  stop(): void {
    this.#place.learn({ hasUnstoredEdits: this.#hasUnstoredEdits });
    this.#sender.stop();
    this.#lastQuestion = null;
  }

  get #mayWrite(): boolean {
    return this.role.peek()?.mayWrite ?? true;
  }

  #sent(hasUnstoredEdits: boolean): void {
    if (!hasUnstoredEdits && !this.#isWithholding) {
      this.#confirmedClock = Y.getState(this.#doc.store, this.#doc.clientID);
    }
    if (hasUnstoredEdits === this.#hasUnstoredEdits) return;
    this.#hasUnstoredEdits = hasUnstoredEdits;
    // That all is stored can wait for its turn, and is not said if it is no longer so then.
    const tell = (): void => this.#place.learn({ hasUnstoredEdits: this.#hasUnstoredEdits });
    if (hasUnstoredEdits) tell();
    else this.#place.turn(tell);
  }

  /**
   * `stateVector` as if the server had nothing of this client's own that it has not acknowledged: somebody may have
   * written under this client's id meanwhile, and only the server can see that what it has is something else.
   */
  #withoutUnconfirmed(stateVector: Uint8Array): Uint8Array {
    const clocks = Y.decodeStateVector(stateVector);
    const clock = clocks.get(this.#doc.clientID) ?? 0;
    if (clock <= this.#confirmedClock) return stateVector;
    return Y.encodeStateVector(clocks.set(this.#doc.clientID, this.#confirmedClock));
  }
}
