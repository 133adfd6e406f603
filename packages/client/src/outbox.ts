/** What was typed here and is not stored by the server yet: what to send now, what to merge, what is still owed. */

import { mergeUpdates } from "yjs";

/** Frames under way at which the rest is merged into one. Typing by hand never has so many. */
const maxFramesUnderWay = 32;

/** How many updates `mergeUpdates` takes at once: its time grows faster than their number. */
const mergeAtOnce = 128;

/** Counts for one connection: a new connection begins with a new outbox, its step 2 being the first frame. */
export class Outbox {
  #framesUnderWay = 0;
  #waiting: Uint8Array[] = [];

  /** Whether everything that went in was acknowledged. */
  get isEmpty(): boolean {
    return this.#framesUnderWay === 0 && this.#waiting.length === 0;
  }

  /** Takes an update and returns what is to be sent for it: itself, or nothing while acknowledgements lag. */
  add(update: Uint8Array): readonly Uint8Array[] {
    if (this.#waiting.length > 0 || this.#framesUnderWay >= maxFramesUnderWay) {
      this.#waiting.push(update);
      return [];
    }
    this.#framesUnderWay += 1;
    return [update];
  }

  /** Takes an acknowledgement of so many more frames and returns what is to be sent next. */
  acknowledge(frames: number): readonly Uint8Array[] {
    this.#framesUnderWay = Math.max(0, this.#framesUnderWay - frames);
    if (this.#waiting.length === 0 || this.#framesUnderWay >= maxFramesUnderWay) return [];
    const merged = mergeAll(this.#waiting);
    this.#waiting = [];
    this.#framesUnderWay += 1;
    return [merged];
  }
}

function mergeAll(updates: Uint8Array[]): Uint8Array {
  let level = updates;
  while (level.length > 1) {
    const next: Uint8Array[] = [];
    for (let start = 0; start < level.length; start += mergeAtOnce) {
      next.push(mergeUpdates(level.slice(start, start + mergeAtOnce)));
    }
    level = next;
  }
  return level[0] ?? new Uint8Array([0, 0]);
}
