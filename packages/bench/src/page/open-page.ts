/** Opens a document in a new tab and types a letter as soon as the text is there, which the page itself clocks. */

import type { BrowserContext, Page } from "@playwright/test";
import { within } from "../within.ts";
import { type Opening, watchOpening } from "./opening-probe.ts";

/** Stands nowhere in the texts that are opened. */
const letter = "Z";

const patienceSeconds = 30;

export interface OpenedPage {
  readonly page: Page;
  readonly opening: Opening;
}

export interface Opened {
  /** Whether there is text that has to show before one types. */
  readonly hasText: boolean;
}

/** Opens `address` and resolves once the first letter shows. @throws Error when that takes half a minute */
export async function openPage(browser: BrowserContext, address: string, opened: Opened): Promise<OpenedPage> {
  const { hasText } = opened;
  const page = await browser.newPage();
  await page.exposeFunction("pressFirstKey", () => page.keyboard.press(letter));
  await page.addInitScript(watchOpening, { hasText, letter });
  await page.goto(address, { waitUntil: "commit" });
  const opening = await within(
    patienceSeconds,
    "opening the page",
    page.evaluate(() => globalThis.opening),
  );
  if (opening === undefined) throw new Error("the page was not watched");
  return { page, opening };
}
