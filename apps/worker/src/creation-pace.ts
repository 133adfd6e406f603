/**
 * When the next document may be created. Creating one has SQLite make files and wait for the disk, some ten
 * milliseconds in which the thread that serves all documents of one's own box does nothing else; those of many at a
 * time would follow each other without a pause, and every keystroke would wait for all of them.
 */

import { Pace } from "./pace.ts";

/** From the beginning of one to that of the next: more than half of it is for whoever types. */
const gapMs = 25;

/** Nobody waits longer, however many come: limits are for that, and this is no queue. */
const mostWaitMs = 5_000;

const pace = new Pace(gapMs, mostWaitMs);

/** Resolves when the next document may be created, at once unless another just was. */
export async function untilNextCreation(): Promise<void> {
  const waitMs = pace.wait(performance.now());
  if (waitMs > 0) await new Promise((resume) => setTimeout(resume, waitMs));
}
