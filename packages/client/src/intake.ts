/** What others sent and this client has not taken in yet. Taken in together, many edits are one change of the text. */

import type { Frame } from "@samepage/protocol";
import * as Y from "yjs";

/** Calls `takeIn` when news may be taken in: once, now or later, and in the order in which it was given them. */
export type Turn = (takeIn: () => void) => void;

/** News may be taken in whenever they come. */
export const atOnce: Turn = (takeIn) => takeIn();

/** What says nothing of the text and of who is here, and so need not wait for what came before it. */
export const mayOvertake: ReadonlySet<Frame["kind"]> = new Set<Frame["kind"]>(["update", "awareness", "acknowledge"]);

/** What came since the last turn, each in the order in which it came. */
export interface News {
  readonly updates: readonly Uint8Array[];
  readonly states: readonly Uint8Array[];
}

export class Intake {
  readonly #turn: Turn;
  readonly #take: (news: News) => void;
  #updates: Uint8Array[] = [];
  #states: Uint8Array[] = [];
  #isAsking = false;

  /** `take` gets what came, never nothing. */
  constructor(turn: Turn, take: (news: News) => void) {
    this.#turn = turn;
    this.#take = take;
  }

  addUpdate(update: Uint8Array): void {
    this.#updates.push(update);
    this.#ask();
  }

  addStates(states: Uint8Array): void {
    this.#states.push(states);
    this.#ask();
  }

  /** Takes in at once what waits, as before whatever rests on it. */
  takeIn(): void {
    if (this.#updates.length === 0 && this.#states.length === 0) return;
    const news = { updates: this.#updates, states: this.#states };
    this.#updates = [];
    this.#states = [];
    this.#take(news);
  }

  #ask(): void {
    if (this.#isAsking) return;
    this.#isAsking = true;
    this.#turn(() => {
      this.#isAsking = false;
      this.takeIn();
    });
  }
}

/**
 * Applies `updates` as one change that is not of this client. Whoever watches the text hears of it once. One that cannot
 * be read is left out, and said.
 */
export function applyTogether(doc: Y.Doc, updates: readonly Uint8Array[], origin: unknown): void {
  const apply = (update: Uint8Array): void => {
    try {
      Y.applyUpdate(doc, update, origin);
    } catch (error) {
      console.warn("The server sent an edit that cannot be read.", error);
    }
  };
  Y.transact(doc, () => updates.forEach(apply), origin, false);
}
