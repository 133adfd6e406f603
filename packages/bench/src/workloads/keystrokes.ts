/** Ten people type five characters a second each, and all see all. */

import { typeTogether, typingMetrics } from "./typing.ts";
import type { Workload } from "./workload.ts";

export const keystrokes: Workload = {
  name: "keystrokes",
  description:
    "10 people type 5/s each for 20 s, after 2,000 keystrokes that warm up; from a keystroke's sending to the others' screens",
  metrics: typingMetrics,
  needsKeptText: false,
  async run({ createRoom }) {
    return typeTogether(await createRoom(), {
      people: 10,
      typists: 10,
      screens: 10,
      keystrokesPerSecond: 5,
      seconds: 20,
      warmUp: { keystrokesPerSecond: 25, seconds: 8 },
    });
  },
};
