/** Somebody who has only a keyboard, and looks where the focus is. */

import { expect, type Locator, type Page } from "@playwright/test";

/** More stops than any page has. */
const mostStops = 80;

export class KeyboardPerson {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Goes on to what is next, or with `Shift+Tab` to what was before; out of the text by Escape, where Tab is a sign. */
  async step(key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
    const isInText = await this.page.evaluate(() => document.activeElement?.closest(".cm-content") !== null);
    if (isInText) {
      // The first closes what is offered while one types, where something is.
      await this.page.keyboard.press("Escape");
      await this.page.keyboard.press("Escape");
    }
    await this.page.keyboard.press(key);
  }

  /** Steps until `target` has the focus, seen at each stop. @throws where it does not come to it */
  async goTo(target: Locator, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
    for (let stop = 0; stop < mostStops; stop += 1) {
      await this.step(key);
      expect(await this.focusFault()).toBeNull();
      if (await target.evaluate((element) => element === document.activeElement)) return;
    }
    throw new Error(`${target} cannot be reached by keyboard`);
  }

  async press(target: Locator, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
    await this.goTo(target, key);
    await this.page.keyboard.press("Enter");
  }

  /** Goes once through all stops, and tells which controls were not among them, and where the focus was not to be seen. */
  async faultsOfAllStops(): Promise<readonly string[]> {
    const faults = new Set<string>();
    await this.page.evaluate(() => {
      const reached = new WeakSet<Element>();
      document.addEventListener("focusin", ({ target }) => target instanceof Element && reached.add(target), true);
      const dialog = document.querySelector("dialog:modal");
      Object.assign(window, {
        missedControls: (): string[] => {
          const controls = (dialog ?? document).querySelectorAll("a[href], button, input, select, textarea, summary");
          return [...controls].filter((control) => !isOut(control)).map((control) => control.outerHTML.slice(0, 120));
        },
      });
      /** What need not be reached: it is not shown, switched off, one of a group, or reached already. */
      function isOut(control: Element): boolean {
        const isGrouped = control instanceof HTMLInputElement && control.type === "radio";
        const isShut = control.matches(":disabled, [tabindex='-1'], [inert] *, .cm-editor *");
        return isGrouped || isShut || reached.has(control) || !control.checkVisibility({ visibilityProperty: true });
      }
    });
    const first = await this.#focused();
    for (let stop = 0; stop < mostStops; stop += 1) {
      await this.step();
      const fault = await this.focusFault();
      if (fault !== null) faults.add(fault);
      const isAround = await this.page.evaluate((first) => document.activeElement === first, first);
      if (isAround) break;
    }
    const missed: string[] = await this.page.evaluate(() => Reflect.get(window, "missedControls")());
    for (const control of missed) faults.add(`cannot be reached: ${control}`);
    return [...faults];
  }

  #focused() {
    return this.page.evaluateHandle(() => document.activeElement);
  }

  /** What is wrong with how the focus is shown, by WCAG 2.4.7 and 2.4.11; null when one sees where it is. */
  focusFault(): Promise<string | null> {
    return this.page.evaluate(() => {
      const element = document.activeElement;
      // Between the last stop and the first there is the browser itself.
      if (element === null || element === document.body) return null;
      const isDrawn = (style: CSSStyleDeclaration): boolean =>
        style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) >= 1;
      // Of a list, what it points at.
      const pointed = document.getElementById(element.getAttribute("aria-activedescendant") ?? "");
      const around = [element, pointed, element.nextElementSibling, element.parentElement];
      const places = around.filter((place) => place !== null);
      // A field that fills its window has a line of its own.
      const hasLine =
        element.matches("input[type=text]:focus-visible") && getComputedStyle(element).boxShadow !== "none";
      const isOutlined = places.some((place) =>
        [null, "::before", "::after"].some((part) => isDrawn(getComputedStyle(place, part))),
      );
      // In the text the caret says it, in a frame what is in it; a dialog is all there is.
      const hasCaret = element.matches(".cm-content, iframe, dialog:modal");
      const what = element.outerHTML.slice(0, 160);
      if (!isOutlined && !hasLine && !hasCaret) return `does not show that it has the focus: ${what}`;
      const box = element.getBoundingClientRect();
      const isSeen = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
      return isSeen ? null : `has the focus out of sight: ${what}`;
    });
  }
}
