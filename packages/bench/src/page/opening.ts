/** From the navigation to the first text, and to the first letter that one types. */

import type { BrowserContext } from "@playwright/test";
import type { BenchServer } from "../bench-server.ts";
import { type Figures, type Metric, median } from "../figures.ts";
import { withBrowser } from "./browser.ts";
import { openPage } from "./open-page.ts";
import type { PagePart, PageSubject } from "./page-part.ts";
import { prose } from "./prose.ts";

const longLength = 1_000_000;

/** Visits of other documents, after which the browser keeps the scripts. */
const visitsBefore = 3;

/** Openings of a round; their median is the round's figure. */
const warmOpenings = 3;

const metrics: readonly Metric[] = ["first text", "first keystroke"].map((name) => {
  return { name, unit: "ms", decimals: 0, hasRatio: false };
});

export const opening: PagePart = {
  name: "opening",
  description:
    "from the navigation to the frame that shows the text (of an empty document: the place for it), and to the frame " +
    "that shows a letter typed then; warm: the browser has the app's files, but not the document",
  metrics,
  subjects: [
    subject("new document, cold cache", "", openOnce),
    subject("new document, warm cache", "", openWarm),
    subject("1 MB, cold cache", prose(longLength), openOnce),
    subject("1 MB, warm cache", prose(longLength), openWarm),
  ],
};

type Open = (server: BenchServer, browser: BrowserContext, text: string) => Promise<Figures>;

function subject(name: string, text: string, open: Open): PageSubject {
  return { name, measure: (server) => withBrowser((browser) => open(server, browser, text)) };
}

async function openOnce(server: BenchServer, browser: BrowserContext, text: string): Promise<Figures> {
  const { page, opening } = await openPage(browser, await addressOf(server, text), { hasText: text !== "" });
  await page.close();
  return [opening.firstTextMs, opening.firstKeystrokeMs];
}

async function openWarm(server: BenchServer, browser: BrowserContext, text: string): Promise<Figures> {
  for (let visit = 0; visit < visitsBefore; visit += 1) await openOnce(server, browser, "");
  const openings: Figures[] = [];
  while (openings.length < warmOpenings) openings.push(await openOnce(server, browser, text));
  return metrics.map((_, index) => median(openings.map((figures) => figures[index] ?? Number.NaN)));
}

/** The address of a document that no browser has a copy of. */
async function addressOf(server: BenchServer, text: string): Promise<string> {
  return `${server.origin}/d/${await server.createDocument(text)}`;
}
