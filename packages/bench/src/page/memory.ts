/** What an hour of others' writing leaves in the page's memory. */

import type { CDPSession } from "@playwright/test";
import type { Figures, Metric } from "../figures.ts";
import { withBrowser } from "./browser.ts";
import { Colleagues, endsOfSentences } from "./colleagues.ts";
import { openPage } from "./open-page.ts";
import type { PagePart } from "./page-part.ts";
import { prose } from "./prose.ts";

/** An hour of ten people who write one keystroke every two seconds, as those do who also think. */
const edits = 18_000;
const colleagueCount = 10;
const lengthBefore = 20_000;
/** Keystrokes before the first weighing: by then the page has loaded and compiled what it needs for them. */
const warmUpEdits = 1_000;
/** Each of them: fast, so that the hour passes in a minute. The page takes in some dozens of edits at a time. */
const writing = { keystrokesPerSecond: 100, deletionsPercent: 10 };
const restMs = 2_000;
const lastWords = "That was the hour";

const megabytes = (name: string): Metric => ({ name, unit: "MB", decimals: 2, hasRatio: false });

export const memory: PagePart = {
  name: "memory",
  description: `the page's memory after garbage collection, before and after ${edits.toLocaleString("en")} keystrokes of others (an hour's), of which a tenth takes a letter back`,
  metrics: [
    megabytes("before"),
    megabytes("after"),
    { name: "more, of each keystroke", unit: "B", decimals: 0, hasRatio: false },
    { name: "elements before", unit: "", decimals: 0, hasRatio: false },
    { name: "after", unit: "", decimals: 0, hasRatio: false },
  ],
  subjects: [
    {
      name: "the page",
      measure: (server) =>
        withBrowser(async (browser): Promise<Figures> => {
          const id = await server.createDocument(prose(lengthBefore));
          const { page } = await openPage(browser, `${server.origin}/d/${id}`, { hasText: true });
          const colleagues = await Colleagues.join(server, id, places);
          const devtools = await browser.newCDPSession(page);
          const { signal } = new AbortController();
          await colleagues.write(writing, signal, warmUpEdits);
          const before = await weighAtRest(devtools);
          await colleagues.write(writing, signal, edits);
          // All was relayed before it was acknowledged, so what is written now comes last.
          colleagues.begin(lastWords);
          await page.getByRole("textbox", { name: "Text" }).getByText(lastWords).waitFor();
          const after = await weighAtRest(devtools);
          colleagues.leave();
          return [
            before.bytes / 1e6,
            after.bytes / 1e6,
            (after.bytes - before.bytes) / edits,
            before.nodes,
            after.nodes,
          ];
        }),
    },
  ],
};

interface Weight {
  readonly bytes: number;
  readonly nodes: number;
}

/** The weight once it does not become less: what is still to be written to the device's copy is not what stays. */
async function weighAtRest(devtools: CDPSession): Promise<Weight> {
  for (let last = await weigh(devtools); ; ) {
    await new Promise((resume) => setTimeout(resume, restMs));
    const weight = await weigh(devtools);
    if (weight.bytes > last.bytes * 0.99) return weight;
    last = weight;
  }
}

/** What is in use once the garbage is collected: the script's values, the elements', the buffers'. */
async function weigh(devtools: CDPSession): Promise<Weight> {
  // More than once: what a finalizer lets go is garbage only then.
  for (let round = 0; round < 3; round += 1) await devtools.send("HeapProfiler.collectGarbage");
  const { usedSize, embedderHeapUsedSize, backingStorageSize } = await devtools.send("Runtime.getHeapUsage");
  const { nodes } = await devtools.send("Memory.getDOMCounters");
  return { bytes: usedSize + embedderHeapUsedSize + backingStorageSize, nodes };
}

/** All over the text. */
function places(text: string): readonly number[] {
  const ends = endsOfSentences(text);
  return Array.from(
    { length: colleagueCount },
    (_, index) => ends[Math.floor((index / colleagueCount) * ends.length)] ?? 0,
  );
}
