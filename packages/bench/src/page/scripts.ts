/** How much JavaScript a first visit loads: before one sees what one came for, and in all. */

import type { Page } from "@playwright/test";
import type { Figures, Metric } from "../figures.ts";
import { withBrowser } from "./browser.ts";
import { openPage } from "./open-page.ts";
import type { PagePart } from "./page-part.ts";

const metrics: readonly Metric[] = ["initial", "in all"].map((name) => {
  return { name, unit: "kB", decimals: 1, hasRatio: false };
});

export const scripts: PagePart = {
  name: "scripts",
  description:
    "JavaScript that a first visit loads, after Brotli: until a page on a line of 10 Mbit/s can be used, and in all",
  metrics,
  subjects: [
    {
      name: "/",
      measure: ({ origin }) =>
        withBrowser(async (browser) => {
          const page = await browser.newPage();
          await page.goto(origin, { waitUntil: "commit" });
          await page.getByRole("button", { name: "New document" }).waitFor();
          const usableMs = await page.evaluate(() => performance.now());
          return sizes(page, usableMs);
        }),
    },
    {
      name: "/d/:id",
      measure: (server) =>
        withBrowser(async (browser) => {
          // On a line as many have it, so that what the text does not wait for comes after it.
          const address = `${server.origin}/d/${await server.createDocument("Some text.")}`;
          const { page, opening } = await openPage(browser, address, { hasText: true, isSlow: true });
          return sizes(page, opening.firstTextMs);
        }),
    },
  ],
};

/** The kilobytes that had come `usableMs` after the navigation, and all of them, by what the page itself notes. */
async function sizes(page: Page, usableMs: number): Promise<Figures> {
  await page.waitForLoadState("networkidle");
  const loaded = await page.evaluate(() =>
    performance
      .getEntriesByType("resource")
      .map((entry) => ({ ...entry.toJSON(), name: new URL(entry.name).pathname }))
      .filter(({ name }) => name.endsWith(".js")),
  );
  const unpacked = loaded.find(({ contentEncoding }) => contentEncoding !== "br");
  if (unpacked !== undefined || loaded.length === 0) throw new Error(`${unpacked?.name} did not come with Brotli`);
  const kilobytes = (scripts: typeof loaded): number =>
    scripts.reduce((sum, { encodedBodySize }) => sum + Number(encodedBodySize), 0) / 1_000;
  return [kilobytes(loaded.filter(({ responseEnd }) => responseEnd <= usableMs)), kilobytes(loaded)];
}
