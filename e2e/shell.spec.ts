/** What is around the text: palette, keys, settings, menu, outline, what happens when a part fails. */

import type { Page } from "@playwright/test";
import { type DocumentView, expect, test } from "./fixtures.ts";
import { seriousFaults } from "./serious-faults.ts";

const palette = (page: Page) => page.getByRole("dialog", { name: "Commands" });
const option = (page: Page, name: string | RegExp) => palette(page).getByRole("option", { name });
const settings = (page: Page) => page.getByRole("dialog", { name: "Settings" });
const outline = (page: Page) => page.getByRole("complementary", { name: "Outline" });

type Fixtures = Parameters<Parameters<typeof test>[2]>[0];

/** Opens a new document with `text`, which is there then. */
async function openText(
  openAs: Fixtures["openAs"],
  app: Fixtures["app"],
  text: string,
  options: { width?: number } = {},
): Promise<DocumentView> {
  const view = await openAs(`/d/${await app.createDocument(text)}`, options);
  await expect(view.text).toBeVisible();
  return view;
}

test("the palette finds a command by a few letters, does it, and gives the focus back to the text", async ({
  app,
  openAs,
}) => {
  const view = await openText(openAs, app, "# Notes");
  const { page } = view;
  await view.text.click();
  await page.keyboard.press("ControlOrMeta+k");
  const box = palette(page).getByRole("combobox");
  await expect(box).toBeFocused();
  await page.keyboard.type("drk");
  await expect(option(page, /Theme: dark/)).toHaveAttribute("aria-selected", "true");
  await expect(box).toHaveAttribute("aria-activedescendant", /theme-dark$/);
  await page.keyboard.press("Enter");
  await expect(palette(page)).toBeHidden();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect(view.text).toBeFocused();
});

test("the palette goes through its list by arrow keys, shows what is on and each key, and what was used last first", async ({
  app,
  openAs,
}) => {
  const { page } = await openText(openAs, app, "# Notes");
  await page.keyboard.press("ControlOrMeta+k");
  await expect(option(page, /Theme: as the system/)).toContainText("On");
  await expect(option(page, /Settings/)).toContainText("Ctrl+,");
  await page.keyboard.type("about");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog", { name: "About this document" })).toBeVisible();
  await page.keyboard.press("Escape");
  await page.keyboard.press("ControlOrMeta+k");
  const used = palette(page).getByRole("group", { name: "Used last" }).getByRole("option");
  await expect(used).toHaveText([/About this document/]);
  await expect(used.first()).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("ArrowUp");
  await expect(palette(page).getByRole("option").last()).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("ArrowDown");
  await expect(used.first()).toHaveAttribute("aria-selected", "true");
  await page.keyboard.type("no such command");
  await expect(palette(page)).toContainText("Nothing here is called “no such command”.");
  expect(await seriousFaults(page)).toEqual([]);
});

test("the palette goes to a document that was opened on this device", async ({ app, openAs }) => {
  const view = await openAs(`/d/${await app.createDocument("# Recipe book")}`);
  await view.showsText("# Recipe book");
  await view.page.goto(`${app.origin}/d/${await app.createDocument("# Plans")}`);
  await view.showsText("# Plans");
  await view.doCommand("recipe");
  await view.showsText("# Recipe book");
});

test("every key stands in the list of keys, which a key opens", async ({ app, openAs }) => {
  const { page } = await openText(openAs, app, "x");
  await page.keyboard.press("F1");
  const keys = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await expect(keys.getByRole("region", { name: "Help" })).toContainText("All commandsCtrl+K");
  expect(await seriousFaults(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await expect(keys).toBeHidden();
});

test("settings count at once, stay, and can all be taken back", async ({ app, openAs }) => {
  const view = await openText(openAs, app, "x");
  const { page } = view;
  await view.text.click();
  await page.keyboard.press("ControlOrMeta+,");
  await expect(settings(page)).toBeFocused();
  await settings(page).getByRole("radio", { name: "Dark" }).check();
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  expect(await background()).toBe("rgb(23, 22, 20)");
  await settings(page).getByRole("checkbox", { name: "Line numbers" }).uncheck();
  await settings(page).getByRole("combobox", { name: "Size of the text" }).selectOption("18");
  expect(await seriousFaults(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await expect(view.text).toBeFocused();
  await page.reload();
  await expect(view.text).toBeVisible();
  expect(await background()).toBe("rgb(23, 22, 20)");
  await page.keyboard.press("ControlOrMeta+,");
  await expect(settings(page).getByRole("checkbox", { name: "Line numbers" })).not.toBeChecked();
  await expect(settings(page).getByRole("combobox", { name: "Size of the text" })).toHaveValue("18");
  await settings(page).getByRole("button", { name: "Reset all settings" }).click();
  await expect(settings(page).getByRole("checkbox", { name: "Line numbers" })).toBeChecked();
  await settings(page).getByRole("button", { name: "Undo" }).click();
  await expect(settings(page).getByRole("radio", { name: "Dark" })).toBeChecked();
});

test("the menu is used by arrow keys and first letters, and Escape gives the focus back", async ({ app, openAs }) => {
  const { page } = await openText(openAs, app, "x");
  const more = page.getByRole("button", { name: "More" });
  const item = (name: string) => page.getByRole("menuitem", { name });
  await more.press("Enter");
  await expect(item("New document")).toBeFocused();
  expect(await seriousFaults(page)).toEqual([]);
  await page.keyboard.press("ArrowUp");
  await expect(page.getByRole("menu").locator("[role^=menuitem]").last()).toBeFocused();
  await page.keyboard.press("Home");
  await expect(item("New document")).toBeFocused();
  // What begins with it, one after the other.
  for (const name of [/^Show or hide the preview/, /^Settings/]) {
    await page.keyboard.press("s");
    await expect(page.getByRole("menu").locator(":focus")).toHaveText(name);
  }
  await page.keyboard.press("Escape");
  await expect(page.getByRole("menu")).toBeHidden();
  await expect(more).toBeFocused();
  await more.press("Enter");
  await expect(item("New document")).toBeFocused();
  // Closed and opened again before the browser has told of either.
  await page.keyboard.press("End");
  await page.locator("#more").evaluate((menu: HTMLElement) => {
    menu.hidePopover();
    menu.showPopover();
  });
  await expect(item("New document")).toBeFocused();
  for (let press = 0; press < 2; press += 1) await page.keyboard.press("s");
  await page.keyboard.press("Enter");
  await expect(settings(page)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(more).toBeFocused();
});

test("the owner deletes a document from the menu, after a word that is typed", async ({ app, openAs }) => {
  const { page } = await openAs("/new");
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Delete this document…" }).click();
  const word = page.getByRole("dialog", { name: "Share" }).getByRole("textbox", { name: /Type “delete”/ });
  await word.fill("delete");
  await page.getByRole("button", { name: "Delete the page" }).click();
  await expect(page.getByRole("heading", { name: "This page was deleted." })).toBeVisible();
  const other = await openText(openAs, app, "x");
  await other.page.getByRole("button", { name: "More" }).click();
  await expect(other.page.getByRole("menuitem", { name: "Settings" })).toBeVisible();
  await expect(other.page.getByRole("menuitem", { name: "Delete this document…" })).toHaveCount(0);
});

test("about this document says how much it is, who is here and where it is kept", async ({ app, openAs }) => {
  const id = await app.createDocument("# Größe\n\nZwei Wörter");
  const view = await openAs(`/d/${id}`);
  await view.showsText("# Größe\n\nZwei Wörter");
  await view.doCommand("about");
  const about = view.page.getByRole("dialog", { name: "About this document" });
  for (const fact of ["20 characters", "3 words", "3 lines", "23 bytes as a file", "A copy is kept", id]) {
    await expect(about).toContainText(fact);
  }
  await expect(about).toContainText(/\d+ kB, with what is needed to merge/);
  await expect(about).toContainText(/Created.*20\d\d/);
  expect(await seriousFaults(view.page)).toEqual([]);
});

const parts = Array.from({ length: 30 }, (_, index) => `## Part ${index + 1}\n\n${"Words.\n\n".repeat(10)}`).join("");

test("the outline lists headings, follows typing and reading, and goes where one presses", async ({ app, openAs }) => {
  const view = await openText(openAs, app, `# Book\n\n\`\`\`\n# code\n\`\`\`\n\n${parts}`);
  const { page } = view;
  await page.keyboard.press("ControlOrMeta+Shift+o");
  const entry = (name: string) => outline(page).getByRole("button", { name, exact: true });
  await expect(entry("Book")).toHaveAttribute("aria-current", "location");
  await expect(entry("code")).toHaveCount(0);
  await entry("Part 20").press("Enter");
  await expect(view.text).toBeFocused();
  await expect(page.locator(".cm-activeLine")).toHaveText("## Part 20");
  await expect(entry("Part 20")).toHaveAttribute("aria-current", "location");
  // No room below it to bring it to the top.
  await entry("Part 30").press("Enter");
  await expect(entry("Part 30")).toHaveAttribute("aria-current", "location");
  await entry("Part 20").press("Enter");
  await page.keyboard.press("End");
  await page.keyboard.type(", the best");
  await expect(entry("Part 20, the best")).toBeVisible();
  expect(await seriousFaults(page)).toEqual([]);
  await page.reload();
  await expect(entry("Book")).toBeVisible();
  await entry("Book").press("Escape");
  await expect(outline(page)).toBeHidden();
  await expect(view.text).toBeFocused();
});

test("the outline covers the text where there is no room, closes on a choice, and says when it is empty", async ({
  app,
  openAs,
}) => {
  const view = await openText(openAs, app, "# One\n\nText\n\n# Two", { width: 390 });
  const { page } = view;
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitemcheckbox", { name: "Outline" }).click();
  await outline(page).getByRole("button", { name: "Two" }).click();
  await expect(outline(page)).toBeHidden();
  await expect(page.locator(".cm-activeLine")).toHaveText("# Two");
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.press("Delete");
  await page.keyboard.press("ControlOrMeta+Shift+o");
  await expect(outline(page)).toContainText("Nothing to list yet.");
});
