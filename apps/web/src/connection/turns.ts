/** Gives what others write its turns in this page: the timers and frames of `Rhythm`, which decides. */

import type { Turn } from "@samepage/client";
import { Rhythm } from "./rhythm.ts";

export interface Turns {
  readonly turn: Turn;
  /** To be called when one changed the text oneself. */
  wrote(): void;
}

export function createTurns(): Turns {
  const rhythm = new Rhythm();
  let waiting: (() => void)[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = (): void => {
    const waitMs = msToWait();
    if (waitMs === 0) takeIn();
    else lookLater();
  };
  const lookLater = (): void => {
    clearTimeout(timer);
    const waitMs = msToWait();
    if (waitMs !== null) timer = setTimeout(look, waitMs);
  };
  const msToWait = (): number | null => {
    const waitMs = rhythm.waitMs(performance.now());
    // Nobody looks, and timers are held back.
    return waitMs !== null && document.hidden ? 0 : waitMs;
  };
  const takeIn = (): void => {
    clearTimeout(timer);
    const due = waiting;
    waiting = [];
    rhythm.take(performance.now());
    for (const one of due) {
      try {
        one();
      } catch (error) {
        reportError(error); // What one listener cannot do, the others' turns do not wait for.
      }
    }
  };
  const afterFrame = (act: () => void): void => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = act;
      port2.postMessage(null);
    });
  };
  return {
    turn(takeIn) {
      waiting.push(takeIn);
      rhythm.ask(performance.now());
      look();
    },
    wrote() {
      const wroteAt = performance.now();
      rhythm.write(wroteAt);
      afterFrame(() => {
        rhythm.paint(performance.now());
        look();
      });
      // Never at once: the editor is in the middle of the change.
      lookLater();
    },
  };
}
