/**
 * How soon a letter shows while others write, and whether the page ever stands still meanwhile. A bare text box of the
 * same browser, in which nobody else writes, tells what of that is the browser's and the machine's.
 */

import type { BrowserContext, Page } from "@playwright/test";
import * as prng from "lib0/prng";
import type { BenchServer } from "../bench-server.ts";
import { type Figures, type Metric, percentile } from "../figures.ts";
import { driverMetric, Stopwatch } from "../stopwatch.ts";
import { withBrowser } from "./browser.ts";
import { Colleagues, endsOfSentences } from "./colleagues.ts";
import { watchLongTasks } from "./long-tasks.ts";
import { openPage } from "./open-page.ts";
import type { PagePart, PageSubject } from "./page-part.ts";
import { type PaintedKeystroke, recordKeystrokes } from "./painted-keystrokes.ts";
import { prose } from "./prose.ts";

const colleagueCount = 10;
const colleaguesWrite = { keystrokesPerSecond: 5, deletionsPercent: 5 };
const keystrokesPerSecond = 10;
const seconds = 20;
/** What is typed at first is not counted: the browser has compiled nothing yet. */
const warmUpSeconds = 3;

const milliseconds = (name: string, decimals = 1): Metric => ({ name, unit: "ms", decimals, hasRatio: false });

export const typing: PagePart = {
  name: "typing",
  description:
    `one types ${keystrokesPerSecond}/s for ${seconds} s at the end of the text, ${colleagueCount} others ` +
    `${colleaguesWrite.keystrokesPerSecond}/s each, half of them on the same screen; paint: from the key to the end ` +
    "of the frame that shows the letter, work: that without the wait for the frame",
  metrics: [
    milliseconds("paint p50"),
    milliseconds("paint p95"),
    milliseconds("paint p99"),
    milliseconds("work p50"),
    milliseconds("work p95"),
    { name: "long tasks", unit: "", decimals: 0, hasRatio: false },
    milliseconds("longest", 0),
    driverMetric,
  ],
  subjects: [
    { name: "bare text box", measure: (server) => withBrowser((browser) => typeAlone(server, browser)) },
    subject("small document", 2_000),
    subject("1 MB", 1_000_000),
  ],
};

function subject(name: string, length: number): PageSubject {
  return { name, measure: (server) => withBrowser((browser) => typeWithOthers(server, browser, prose(length))) };
}

async function typeAlone(server: BenchServer, browser: BrowserContext): Promise<Figures> {
  const page = await browser.newPage();
  await page.goto(`${server.origin}/api/health`);
  await page.setContent('<textarea rows="40" cols="100" autofocus></textarea>');
  await page.locator("textarea").focus();
  return (await measure(browser, page)).figures;
}

async function typeWithOthers(server: BenchServer, browser: BrowserContext, text: string): Promise<Figures> {
  const id = await server.createDocument(text);
  const { page } = await openPage(browser, `${server.origin}/d/${id}`, { hasText: true });
  await page.keyboard.press("Control+End");
  const colleagues = await Colleagues.join(server, id, places);
  const over = new AbortController();
  const written = colleagues.write(colleaguesWrite, over.signal);
  const { typed, figures } = await measure(browser, page);
  over.abort();
  await written;
  colleagues.leave();
  await page.locator('html[data-save-state="saved"]').waitFor();
  if (!(await server.textOf(id)).includes(typed)) throw new Error("what was typed is not there");
  return figures;
}

/** Half of the places just above where one types, half all over the text. */
function places(text: string): readonly number[] {
  const ends = endsOfSentences(text);
  const half = colleagueCount / 2;
  const far = Array.from({ length: half }, (_, index) => ends[Math.floor(((index + 0.5) / half) * ends.length)] ?? 0);
  return [...ends.slice(-half), ...far];
}

async function measure(
  browser: BrowserContext,
  page: Page,
): Promise<{ readonly typed: string; readonly figures: Figures }> {
  const before = await type(page, warmUpSeconds);
  await page.evaluate(watchLongTasks);
  const endRecording = await recordKeystrokes(browser, page);
  const watch = new Stopwatch();
  const typed = await type(page, seconds);
  const { driverPercent } = watch.stop();
  const longTasksMs = (await page.evaluate(() => globalThis.endLongTasks?.())) ?? [];
  const painted = await endRecording();
  // The last one may not have been painted yet.
  if (painted.length < typed.length - 1)
    throw new Error(`only ${painted.length} of ${typed.length} keystrokes were painted`);
  return {
    typed: before + typed,
    figures: [...timesOf(painted), longTasksMs.length, Math.max(0, ...longTasksMs), driverPercent],
  };
}

/** Types letters at random moments, and gives them back. */
async function type(page: Page, seconds: number): Promise<string> {
  const random = prng.create(3);
  const started = performance.now();
  let typed = "";
  // Between half and one and a half of the mean, so that keys meet the display's beat at any moment.
  for (let next = started; ; ) {
    next += (1_000 / keystrokesPerSecond) * (0.5 + prng.real53(random));
    if (next > started + seconds * 1_000) return typed;
    await new Promise((resume) => setTimeout(resume, Math.max(0, next - performance.now())));
    const letter = typed.length % 6 === 5 ? " " : String.fromCharCode(97 + (typed.length % 26));
    await page.keyboard.press(letter);
    typed += letter;
  }
}

/** In the order of the metrics. */
function timesOf(painted: readonly PaintedKeystroke[]): readonly number[] {
  const at = (share: number, time: (keystroke: PaintedKeystroke) => number): number =>
    percentile(painted.map(time), share);
  return [
    at(0.5, ({ paintedMs }) => paintedMs),
    at(0.95, ({ paintedMs }) => paintedMs),
    at(0.99, ({ paintedMs }) => paintedMs),
    at(0.5, ({ workMs }) => workMs),
    at(0.95, ({ workMs }) => workMs),
  ];
}
