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
    clearTimeout(timer);
    // Nobody looks, and timers are held back.
    const waitMs = document.hidden ? 0 : rhythm.waitMs(performance.now());
    if (waitMs === null) return;
    if (waitMs > 0) {
      timer = setTimeout(look, waitMs);
      return;
    }
    const due = waiting;
    waiting = [];
    rhythm.take(performance.now());
    for (const takeIn of due) takeIn();
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
      look();
    },
  };
}
