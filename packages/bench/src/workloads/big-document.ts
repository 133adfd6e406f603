/** Ten people in a large document, two of whom type: one at its beginning, one at its end. */

import { typeTogether, typingMetrics } from "../type-together.ts";
import { writeDocument } from "../written-document.ts";
import type { Workload } from "./workload.ts";

/** Of each size 50,000 words are written at random places; 4.9 MB, because Samepage takes no text above 5,000,000. */
const sizes = [
  { name: "big-document-1", size: "1 MB", wordLength: 20 },
  { name: "big-document-5", size: "4.9 MB", wordLength: 98 },
];
const words = 50_000;

export const bigDocuments: readonly Workload[] = sizes.map(({ name, size, wordLength }) => {
  let written: Uint8Array | null = null;
  return {
    name,
    description: `10 people in a document of ${size}, 2 type 5/s each for 10 s at its beginning and its end; to the others' screens`,
    metrics: typingMetrics,
    needsKeptText: true,
    async run({ createRoom }) {
      written ??= writeDocument(words, wordLength).update;
      return typeTogether(await createRoom(), {
        people: 10,
        typists: 2,
        screens: 10,
        keystrokesPerSecond: 5,
        seconds: 10,
        warmUp: { keystrokesPerSecond: 20, seconds: 5 },
        written,
      });
    },
  };
});
