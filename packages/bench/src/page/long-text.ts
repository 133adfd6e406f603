/** Whether the page stands still in a long text: the longest task while one opens it, goes to its end, searches and types. */

import type { Page } from "@playwright/test";
import type { BenchServer } from "../bench-server.ts";
import type { Figures, Metric } from "../figures.ts";
import { withBrowser } from "./browser.ts";
import { watchLongTasks } from "./long-tasks.ts";
import type { PagePart, PageSubject } from "./page-part.ts";
import { prose } from "./prose.ts";

/** Stands nowhere else in the text. */
const needle = "needle";
const needleCount = 10_000;
const typedLetters = 60;

const phases = ["open", "to the end", "search", "type", "replace all"] as const;

const metrics: readonly Metric[] = phases.map((phase) => {
  return { name: `${phase}: longest`, unit: "ms", decimals: 0, hasRatio: false };
});

export const longText: PagePart = {
  name: "long text",
  description:
    `the longest task (0: none over 50 ms) while one opens a Markdown text, scrolls to its end and back, finds ` +
    `${needleCount.toLocaleString("en")} words and steps through three, types ${typedLetters} letters in its middle, ` +
    "and replaces all those words",
  metrics,
  subjects: [subject("1 MB", 1_000_000), subject("5 MB", 4_900_000)],
};

function subject(name: string, length: number): PageSubject {
  return { name, measure: (server) => measure(server, textWithNeedles(length)) };
}

function textWithNeedles(length: number): string {
  const text = prose(length - needleCount * (needle.length + 1));
  const every = Math.floor(text.length / needleCount);
  const pieces = Array.from({ length: needleCount }, (_, index) => text.slice(index * every, (index + 1) * every));
  return `${pieces.join(` ${needle}`)} ${needle}${text.slice(every * needleCount)}`;
}

function measure(server: BenchServer, text: string): Promise<Figures> {
  return withBrowser(async (browser) => {
    const id = await server.createDocument(text);
    const page = await browser.newPage();
    await page.addInitScript(watchLongTasks);
    await page.goto(`${server.origin}/d/${id}`);
    const content = page.getByRole("textbox", { name: "Text" });
    await content.waitFor();
    await page.locator(".cm-foldGutter").waitFor({ state: "attached" });
    await page.locator(".foot").getByText("words").waitFor();
    const opening = await longest(page);

    await content.click({ position: { x: 200, y: 200 } });
    await page.keyboard.press("Control+End");
    await page.keyboard.press("Control+Home");
    for (let screen = 0; screen < 20; screen += 1) await page.keyboard.press("PageDown");
    await wheelTo(page, 1);
    await wheelTo(page, 0.5);
    const scrolling = await longest(page);

    await page.keyboard.press("Control+f");
    await page.keyboard.type(needle);
    await page.locator(".find-count").getByText(needleCount.toLocaleString("en")).waitFor();
    for (let step = 0; step < 3; step += 1) await page.keyboard.press("Enter");
    await page.locator(".find-count").getByText(" of ").waitFor();
    const searching = await longest(page);

    await page.keyboard.press("Escape");
    await page.keyboard.press("End");
    const typed = "typed words ".repeat(typedLetters / 12);
    await page.keyboard.type(typed);
    await content.getByText(typed.trim()).waitFor();
    const typing = await longest(page);

    await page.keyboard.press("Control+f");
    await page.getByRole("textbox", { name: "Replace with" }).fill("thread");
    await page.getByRole("button", { name: "Replace all" }).click();
    await page.locator(".find-count").getByText("No matches").waitFor();
    const replacing = await longest(page);
    await page.locator('html[data-save-state="saved"]').waitFor();
    const expected = text.replaceAll(needle, "thread");
    const stored = (await server.textOf(id)).replace(typed, "");
    if (stored !== expected) throw new Error("not everything was replaced, or something else was lost");
    return [opening, scrolling, searching, typing, replacing];
  });
}

/** The longest task since this was asked last, in milliseconds; asked when nothing more is to be done. */
async function longest(page: Page): Promise<number> {
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
  const tasks = (await page.evaluate(() => globalThis.endLongTasks?.())) ?? [];
  await page.evaluate(watchLongTasks);
  return Math.max(0, ...tasks);
}

/** Scrolls by the wheel, in a hundred turns, to `share` of the text. */
async function wheelTo(page: Page, share: number): Promise<void> {
  const scroller = page.locator(".cm-scroller");
  const [now, height] = await scroller.evaluate(({ scrollTop, scrollHeight }) => [scrollTop, scrollHeight] as const);
  await page.mouse.move(400, 400);
  for (let turn = 0; turn < 100; turn += 1) await page.mouse.wheel(0, (height * share - now) / 100);
}
