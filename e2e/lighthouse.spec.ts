/** What Lighthouse says of the two main pages; not of their speed, which is the machine's too: `pnpm lighthouse` tells that. */

import { chromium } from "@playwright/test";
import { judge } from "../scripts/judge.ts";
import { freePort } from "../scripts/server.ts";
import { expect, test } from "./fixtures.ts";
import { notes } from "./screens/samples.ts";

test("Lighthouse gives the first page and a document at least 95 for accessibility, best practices and SEO", async ({
  app,
  launchOptions,
}) => {
  test.slow();
  const debuggingPort = await freePort();
  const browser = await chromium.launch({
    ...launchOptions,
    args: [...(launchOptions.args ?? []), `--remote-debugging-port=${debuggingPort}`],
  });
  for (const path of ["/", `/d/${await app.createDocument(notes)}`]) {
    const { scores, faults } = await judge(app.origin + path, "phone", debuggingPort, [
      "accessibility",
      "best-practices",
      "seo",
    ]);
    for (const [category, score] of Object.entries(scores)) {
      expect(score, `${path}: ${category}: ${faults.join("; ")}`).toBeGreaterThanOrEqual(95);
    }
  }
  await browser.close();
});
