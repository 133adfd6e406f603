/** `pnpm test:e2e`: builds the app, finds a browser, runs the browser tests. Further arguments go to Playwright. */

import { findBrowser } from "./browser.ts";
import { buildAll } from "./build.ts";
import { type Run, run } from "./run.ts";

/** @throws Error that says what to do when there is no browser */
export async function runBrowserTests(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Run> {
  const browser = await findBrowser();
  await buildAll();
  return run("playwright", ["test", ...args], {
    isShown: true,
    environment: { ...environment, CHROMIUM_PATH: browser },
  });
}

if (import.meta.main) {
  try {
    const { isOk } = await runBrowserTests(process.argv.slice(2));
    process.exit(isOk ? 0 : 1);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
