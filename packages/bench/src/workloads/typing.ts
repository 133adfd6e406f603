/** People who type into one document, few and many. */

import { type Typing, typeTogether, typingMetrics } from "../type-together.ts";
import type { Workload } from "./workload.ts";

const everybodyTypes = {
  keystrokesPerSecond: 5,
  seconds: 20,
  // Two thousand keystrokes in all: that is about what it takes until a server has compiled what it runs.
  warmUp: (people: number) => ({ keystrokesPerSecond: Math.min(50, 250 / people), seconds: 8 }),
};

/** Two, ten and fifty people, all of whom type. */
const groups = [2, 10, 50].map((people): Workload => {
  const { keystrokesPerSecond, seconds, warmUp } = everybodyTypes;
  return typingWorkload(
    `typing-${people}`,
    `${people} people type ${keystrokesPerSecond}/s each for ${seconds} s, after some 2,000 keystrokes that warm up; from a keystroke's sending to the others' screens`,
    { people, typists: people, screens: people, keystrokesPerSecond, seconds, warmUp: warmUp(people) },
  );
});

/** Crowds, of whom a tenth type, and some of the others have a screen. */
const crowds = [200, 500].map((people): Workload => {
  const [typists, screens] = [people / 10, people / 10 + 10];
  return typingWorkload(
    `typing-${people}`,
    `${people} people, ${typists} of them type 5/s each for 10 s; from a keystroke's sending to ${screens} screens`,
    { people, typists, screens, keystrokesPerSecond: 5, seconds: 10, warmUp: { keystrokesPerSecond: 5, seconds: 2 } },
  );
});

export const typingWorkloads: readonly Workload[] = [...groups, ...crowds];

function typingWorkload(name: string, description: string, typing: Typing): Workload {
  return {
    name,
    description,
    metrics: typingMetrics,
    needsKeptText: false,
    run: async ({ createRoom }) => typeTogether(await createRoom(), typing),
  };
}
