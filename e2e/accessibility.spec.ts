/** Every screen there is, held against the rules of WCAG 2.2 AA that a program can check. */

import AxeBuilder from "@axe-core/playwright";
import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { allScreens } from "./screens/all-screens.ts";
import { Stage } from "./screens/stage.ts";

/** What axe finds on `page` by all its rules, best practices and those of WCAG 2.2 counted in; each with its elements. */
async function faults(page: Page, rules: Readonly<Record<string, { enabled: boolean }>> = {}): Promise<string[]> {
  // Not switched on unless asked for: WCAG 2.2's 2.5.8.
  const axe = new AxeBuilder({ page })
    // What frames say is put together in another page, which takes as long again.
    .setLegacyMode(page.frames().length === 1)
    .options({ rules: { "target-size": { enabled: true }, ...rules } });
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join("\n  ")}`);
}

/** By how much `page` is wider than its window, in CSS pixels. */
function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** By how much the text, or what is beside it, reaches over the bar or over the line below, in CSS pixels. */
function reachOver(page: Page): Promise<number> {
  return page.evaluate(() => {
    const work = document.querySelector(".work")?.getBoundingClientRect();
    const shown = [...document.querySelectorAll(".work > *")].filter((part) => part.checkVisibility());
    const parts = shown.map((part) => part.getBoundingClientRect());
    if (work === undefined) return 0;
    return Math.round(Math.max(0, ...parts.flatMap(({ top, bottom }) => [work.top - top, bottom - work.bottom])));
  });
}

/** Has `page` speak `language` from now on, as when somebody chooses another in their browser. */
async function speak(page: Page, language: string): Promise<void> {
  await page.evaluate((language) => {
    Object.defineProperty(navigator, "languages", { value: [language] });
    dispatchEvent(new Event("languagechange"));
  }, language);
  await page.locator(`html[lang=${language}]`).waitFor();
}

for (const screen of allScreens) {
  test(`no rule of accessibility is broken and nothing is cut off: ${screen.name}`, async ({ app, openAs }) => {
    const { page } = await openAs("/elsewhere");
    const stage = await Stage.on(page, app);
    await screen.show(stage);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await faults(page), colorScheme).toEqual([]);
    }
    await page.setViewportSize({ width: 320, height: 568 });
    expect(await faults(page), "at 320 px").toEqual([]);
    expect(await overflow(page), "scrolls sideways at 320 px").toBe(0);
    expect(await reachOver(page), "covers the bar or the line below at 320 px").toBe(0);
    if (screen.isMain) {
      await speak(page, "ar");
      expect(await faults(page), "right to left").toEqual([]);
      expect(await overflow(page), "scrolls sideways at 320 px, right to left").toBe(0);
      await page.emulateMedia({ forcedColors: "active" });
      // The colours are the system's then, and those that a program reads are still the page's.
      expect(await faults(page, { "color-contrast": { enabled: false } }), "in forced colours").toEqual([]);
    }
    stage.leave();
  });
}

test("in forced colours, what is found, where one is in it and what is switched on are told by more than a ground", async ({
  app,
  openAs,
}) => {
  const { page } = await openAs(`/d/${await app.createDocument("the one, the two\n")}`);
  await page.emulateMedia({ forcedColors: "active" });
  await page.locator(".cm-content").click();
  await page.keyboard.press("ControlOrMeta+f");
  await page.keyboard.type("the");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Match case" }).click();
  const [found, selected] = [
    page.locator(".cm-searchMatch:not(.cm-searchMatch-selected)"),
    page.locator(".cm-searchMatch-selected"),
  ];
  await expect(found).toHaveCSS("outline-style", "solid");
  const groundOf = (each: Locator): Promise<string> =>
    each.evaluate((element) => getComputedStyle(element).backgroundColor);
  expect(await groundOf(selected)).not.toBe(await groundOf(page.locator("body")));
  expect(await groundOf(page.locator(".find-switch[aria-pressed=true]"))).not.toBe(
    await groundOf(page.locator(".find-switch[aria-pressed=false]").first()),
  );
});
