/** Every screen there is, held against the rules of WCAG 2.2 AA that a program can check. */

import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { allScreens } from "./screens/all-screens.ts";
import { Stage } from "./screens/stage.ts";

/** What axe finds on `page` by all its rules, best practices and those of WCAG 2.2 counted in; each with its elements. */
async function faults(page: Page): Promise<string[]> {
  // Not switched on unless asked for: WCAG 2.2's 2.5.8.
  const axe = new AxeBuilder({ page }).options({ rules: { "target-size": { enabled: true } } });
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join("\n  ")}`);
}

/** By how much `page` is wider than its window, in CSS pixels. */
function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
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
    stage.leave();
  });
}
