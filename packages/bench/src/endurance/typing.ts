/** Somebody who types at an even pace and waits for nothing. */

import type { Author } from "./author.ts";

export interface Typed {
  /** Everything that was typed, in its order. */
  readonly text: string;
  /** For each keystroke, the milliseconds until it was acknowledged. */
  readonly times: readonly number[];
}

/**
 * Types at the end of the text until `isOver`, a character every `intervalMs`, the first one after `delayMs`. Resolves
 * when all of it is acknowledged. @throws when the connection ends before that
 */
export async function type(
  author: Author | null,
  pace: { readonly intervalMs: number; readonly delayMs: number; readonly isOver: AbortSignal },
): Promise<Typed> {
  if (author === null) throw new Error("somebody could not join");
  const begun = performance.now() + pace.delayMs;
  const times: number[] = [];
  let text = "";
  let learn = (): void => undefined;
  while (!pace.isOver.aborted) {
    const dueInMs = begun + text.length * pace.intervalMs - performance.now();
    await new Promise((resume) => setTimeout(resume, Math.max(0, dueInMs)));
    const character = String.fromCharCode(97 + (text.length % 26));
    text += character;
    author.write(
      (target) => target.insert(target.length, character),
      (afterMs) => {
        times.push(afterMs);
        learn();
      },
    );
  }
  const all = new Promise<true>((resolve) => {
    learn = () => {
      if (times.length === text.length) resolve(true);
    };
    learn();
  });
  if ((await Promise.race([all, author.ended()])) !== true) throw new Error("an honest connection was closed");
  return { text, times };
}
