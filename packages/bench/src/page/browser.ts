/** Chromium with a profile of its own, as somebody has it who was here before or never. */

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium } from "@playwright/test";
import { findBrowser } from "../../../../scripts/browser.ts";

/** Lends `use` a browser with an empty profile on disk, so that its caches are those of a browser, and removes both. */
export async function withBrowser<Value>(use: (browser: BrowserContext) => Promise<Value>): Promise<Value> {
  const profile = await mkdtemp(join(tmpdir(), "samepage-bench-browser-"));
  const browser = await chromium.launchPersistentContext(profile, {
    executablePath: await findBrowser(),
    viewport: { width: 1280, height: 800 },
    // Chromium's sandbox does not run as root, as in most containers.
    args: ["--disable-background-networking", ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])],
  });
  try {
    return await use(browser);
  } finally {
    await browser.close();
    await rm(profile, { recursive: true, force: true });
  }
}
