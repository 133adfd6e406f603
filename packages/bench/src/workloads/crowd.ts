/** Five hundred people in one document, fifty of whom type; sixty have a screen, ten of them onlookers. */

import { typeTogether, typingMetrics } from "./typing.ts";
import type { Workload } from "./workload.ts";

export const crowd: Workload = {
  name: "crowd",
  description: "500 people, 50 of them type 5/s each for 10 s; from a keystroke's sending to 60 screens",
  metrics: typingMetrics,
  needsKeptText: false,
  async run({ createRoom }) {
    return typeTogether(await createRoom(), {
      people: 500,
      typists: 50,
      screens: 60,
      keystrokesPerSecond: 5,
      seconds: 10,
      warmUp: { keystrokesPerSecond: 5, seconds: 1 },
    });
  },
};
