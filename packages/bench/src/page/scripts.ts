/** How much JavaScript a first visit loads: before one sees what one came for, and in all. */

import type { Page } from "@playwright/test";
import { sizes } from "../../../../scripts/build.ts";
import type { Metric } from "../figures.ts";
import { withBrowser } from "./browser.ts";
import { openPage } from "./open-page.ts";
import type { PagePart } from "./page-part.ts";

const metrics: readonly Metric[] = ["initial", "in all"].map((name) => {
  return { name, unit: "kB", decimals: 1, hasRatio: false };
});

export const scripts: PagePart = {
  name: "scripts",
  description:
    "JavaScript after Brotli: what the first script of the page imports and the page is told to load, and all that a first visit loads",
  metrics,
  subjects: [
    {
      name: "/",
      measure: ({ origin }) =>
        withBrowser(async (browser) => {
          const page = await browser.newPage();
          await page.goto(origin);
          await page.getByRole("button", { name: "New document" }).waitFor();
          return [(await sizes()).home / 1_000, await loadedKilobytes(page)];
        }),
    },
    {
      name: "/d/:id",
      measure: (server) =>
        withBrowser(async (browser) => {
          const address = `${server.origin}/d/${await server.createDocument("Some text.")}`;
          const { page } = await openPage(browser, address, { hasText: true });
          return [(await sizes()).document / 1_000, await loadedKilobytes(page)];
        }),
    },
  ],
};

/** By what the page itself notes. */
async function loadedKilobytes(page: Page): Promise<number> {
  await page.waitForLoadState("networkidle");
  const loaded = await page.evaluate(() =>
    performance
      .getEntriesByType("resource")
      .map((entry) => ({ ...entry.toJSON(), name: new URL(entry.name).pathname }))
      .filter(({ name }) => name.endsWith(".js")),
  );
  const unpacked = loaded.find(({ contentEncoding }) => contentEncoding !== "br");
  if (unpacked !== undefined || loaded.length === 0) throw new Error(`${unpacked?.name} did not come with Brotli`);
  return loaded.reduce((sum, { encodedBodySize }) => sum + Number(encodedBodySize), 0) / 1_000;
}
