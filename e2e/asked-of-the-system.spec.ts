/** What people ask of their system for all pages: less motion, their own few colours, everything twice as large. */

import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { allScreens } from "./screens/all-screens.ts";
import { Stage } from "./screens/stage.ts";

/** What moves on `page`, or would when it changes. */
function moving(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const moves = ({ transitionDuration, animationName }: CSSStyleDeclaration): boolean =>
      transitionDuration.split(", ").some((duration) => Number.parseFloat(duration) > 0) || animationName !== "none";
    const elements = [...document.querySelectorAll("*")].filter((element) =>
      [null, "::before", "::after"].some((part) => moves(getComputedStyle(element, part))),
    );
    return elements.map((element) => `${element.localName}.${element.className}`);
  });
}

/** What is an item of a menu or of a list is known by its place, and what opens and closes lines by its sign. */
const knownByPlace = "[role^=menuitem], .person, nav li > button, .cm-gutters button";

/** The buttons that nothing marks as such where grounds have no colours; but for pictures that a pointer may press, too. */
function edgeless(page: Page): Promise<string[]> {
  return page.evaluate((knownByPlace) => {
    const pressed = document.querySelectorAll(`button:not([aria-hidden], ${knownByPlace})`);
    const buttons = [...pressed].filter((button) => {
      const { borderTopStyle, borderTopWidth } = getComputedStyle(button);
      return button.checkVisibility() && (borderTopStyle === "none" || Number.parseFloat(borderTopWidth) === 0);
    });
    return buttons.map(({ outerHTML }) => outerHTML.slice(0, 120));
  }, knownByPlace);
}

for (const screen of allScreens.filter(({ isMain }) => isMain)) {
  test(`nothing moves or is lost where less motion, forced colours and 200 % are asked for: ${screen.name}`, async ({
    app,
    browser,
  }) => {
    const context = await browser.newContext({
      viewport: { width: 640, height: 400 },
      reducedMotion: "reduce",
      forcedColors: "active",
    });
    const page = await context.newPage();
    const stage = await Stage.on(page, app);
    await screen.show(stage);
    expect(await moving(page)).toEqual([]);
    expect(await edgeless(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(640);
    stage.leave();
    await context.close();
  });
}
