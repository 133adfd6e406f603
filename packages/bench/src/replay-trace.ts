/** Replays a trace through the client while a page shows it, and compares what everybody has: then, and after a crash. */

import { readFile } from "node:fs/promises";
import { type Browser, chromium, type Page } from "@playwright/test";
import { findBrowser } from "../../../scripts/browser.ts";
import { BenchServer, saved } from "./bench-server.ts";
import { readTrace } from "./trace.ts";

/** Edits between two turns of the event loop: acknowledgements and other people get their turn as with real typing. */
const editsPerTurn = 200;

/** Replays the trace in `path` into a new document. True when every copy equals the trace's end. */
export async function replayTrace(path: string): Promise<boolean> {
  const trace = await readTrace(path);
  const server = await BenchServer.start();
  const browser = await chromium.launch({
    executablePath: await findBrowser(),
    args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
  });
  try {
    const id = await server.createDocument();
    const page = await openPage(browser, `${server.origin}/d/${id}`);
    const writer = await server.join(id);
    const started = performance.now();
    for (const [index, [position, deleted, inserted]] of trace.patches.entries()) {
      if (deleted > 0) writer.text.delete(position, deleted);
      if (inserted !== "") writer.text.insert(position, inserted);
      if (index % editsPerTurn === 0) await new Promise((resume) => setImmediate(resume));
    }
    const written = performance.now();
    await saved(writer);
    const stored = performance.now();
    writer.leave();
    const seconds = (from: number, to: number): string => `${((to - from) / 1000).toFixed(2)} s`;
    console.log(`${trace.patches.length} edits written in ${seconds(started, written)}, all stored`);
    console.log(`after ${seconds(started, stored)}; the text has ${trace.endContent.length} characters.`);

    const before = await compare(server, id, page, trace.endContent, "after the last edit");
    await server.killAndRestart();
    const after = await compare(server, id, page, trace.endContent, "after kill -9 and a restart");
    return before && after;
  } finally {
    await browser.close();
    await server.stop();
  }
}

async function openPage(browser: Browser, address: string): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(address);
  await page.getByRole("textbox", { name: "Text" }).waitFor();
  return page;
}

async function compare(server: BenchServer, id: string, page: Page, expected: string, when: string): Promise<boolean> {
  const fresh = await server.join(id);
  const copies = [
    ["GET …/text", await server.textOf(id)],
    ["a fresh client", fresh.text.toString()],
    ["the open page", await pageText(page)],
  ] as const;
  fresh.leave();
  for (const [who, text] of copies) console.log(`${text === expected ? "✓ equal" : "✗ DIFFERENT"}  ${who}, ${when}`);
  return copies.every(([, text]) => text === expected);
}

/** The text that the page has, as a person gets it: by downloading it. */
async function pageText(page: Page): Promise<string> {
  await page.locator('html[data-save-state="saved"]').waitFor({ timeout: 60_000 });
  await page.getByRole("button", { name: "More" }).click();
  const arrival = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: "Download the text" }).click();
  const download = await arrival;
  return readFile(await download.path(), "utf8");
}
