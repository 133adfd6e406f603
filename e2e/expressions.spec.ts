/** Finding by regular expressions, which a worker runs: what they find, and that none of them holds up the page. */

import type { Locator } from "@playwright/test";
import { type App, type DocumentView, expect, test } from "./fixtures.ts";
import { connectStock } from "./stock-client.ts";

/** Tries a doubling number of ways for each "a" when no match can end where it must. */
const endless = "(a+)+$";

interface Finding {
  readonly view: DocumentView;
  readonly find: Locator;
  readonly count: Locator;
  readonly replacement: Locator;
}

/** The document `id`, in which somebody is about to type an expression. */
async function openFinding(
  openAs: (path: string, options?: { keepsApp?: boolean }) => Promise<DocumentView>,
  id: string,
  options?: { keepsApp?: boolean },
): Promise<Finding> {
  const view = await openAs(`/d/${id}`, options);
  await expect(view.page.locator(".cm-foldGutter")).toBeAttached();
  return findingIn(view);
}

async function findingIn(view: DocumentView): Promise<Finding> {
  const { page } = view;
  await view.text.click();
  await page.keyboard.press("ControlOrMeta+f");
  await page.getByRole("button", { name: "Regular expression" }).click();
  return {
    view,
    find: page.getByRole("textbox", { name: "Find", exact: true }),
    count: page.locator(".find-count"),
    replacement: page.getByRole("textbox", { name: "Replace with" }),
  };
}

async function joinOther(app: App, id: string) {
  const other = connectStock(app.syncOrigin, id);
  await new Promise<void>((resolve) => other.provider.once("sync", () => resolve()));
  return other;
}

test("an expression that never ends holds up nothing, is said to take too long, and the next one finds", async ({
  app,
  openAs,
}) => {
  const text = `${"a".repeat(60)}!`;
  const { view, find, count, replacement } = await openFinding(openAs, await app.createDocument(`${text}\n12 and 345`));
  const { page } = view;
  await find.fill(endless);
  await view.type(" Written meanwhile.");
  await expect(view.text.getByText("Written meanwhile.")).toBeVisible();
  await expect(count).toHaveText("This expression takes too long");
  await replacement.fill("x");
  await page.getByRole("button", { name: "Replace all" }).click();
  await page.getByRole("button", { name: "Next match" }).click();
  await page.getByRole("button", { name: "Previous match" }).click();
  await page.keyboard.press("F3");
  await find.fill("\\d+");
  await expect(count).toHaveText("2 matches");
  await expect(page.locator(".cm-searchMatch")).toHaveText(["12", "345"]);
  await page.getByRole("button", { name: "Next match" }).click();
  await expect(count).toHaveText("1 of 2");
  await view.showsText(`${text}\n12 and 345 Written meanwhile.`);
});

test("with the panel closed, an expression that never ends is said to take too long, too", async ({ app, openAs }) => {
  const { view, find, count } = await openFinding(openAs, await app.createDocument(`${"a".repeat(60)}!\n12`));
  const { page } = view;
  await find.fill(endless);
  await expect(count).toHaveText("This expression takes too long");
  await page.keyboard.press("Escape");
  await expect(view.text).toBeFocused();
  await page.keyboard.press("F3");
  await page.keyboard.type("Written meanwhile. ");
  await expect(view.text.getByText("Written meanwhile.")).toBeVisible();
  const notifications = page.getByRole("status", { name: "Notifications" });
  await expect(notifications).toContainText("This expression takes too long");
});

test("what an expression found moves with what others write, and is replaced where it then stands", async ({
  app,
  openAs,
}) => {
  const id = await app.createDocument("1 and 22\nmore 333");
  const { view, find, count, replacement } = await openFinding(openAs, id);
  const { page } = view;
  await find.fill("(\\d)(\\d*)");
  await find.press("Enter");
  await expect(count).toHaveText("1 of 3");
  const other = await joinOther(app, id);
  other.text.insert(0, "before 0, ");
  await expect(count).toHaveText("2 of 4");
  await expect(page.locator(".cm-searchMatch")).toHaveText(["0", "1", "22", "333"]);
  await replacement.fill("<$2$1>");
  await page.getByRole("button", { name: "Replace", exact: true }).click();
  await view.showsText("before 0, <1> and 22\nmore 333");
  await expect(page.locator(".cm-searchMatch-selected")).toHaveText("22");
  await page.getByRole("button", { name: "Replace all" }).click();
  await view.showsText("before <0>, <<1>> and <22>\nmore <333>");
  await expect(page.getByRole("status", { name: "Notifications" })).toContainText("Replaced 4 matches.");
  await expect.poll(() => other.text.toString()).toBe("before <0>, <<1>> and <22>\nmore <333>");
  other.provider.destroy();
});

test("an expression finds across lines, and in words and case as one chooses", async ({ app, openAs }) => {
  const { view, find, count } = await openFinding(openAs, await app.createDocument("one\ntwo 😀 One\nones"));
  const { page } = view;
  await find.fill("e\\nt");
  await expect(count).toHaveText("1 match");
  await find.fill("one");
  await expect(count).toHaveText("3 matches");
  await page.getByRole("button", { name: "Whole words" }).click();
  await expect(count).toHaveText("2 matches");
  await page.getByRole("button", { name: "Match case" }).click();
  await expect(count).toHaveText("1 match");
  await find.fill("^.");
  await expect(count).toHaveText("No matches");
  await page.getByRole("button", { name: "Whole words" }).click();
  await expect(count).toHaveText("3 matches");
  await find.fill("[😀]");
  await expect(page.locator(".cm-searchMatch")).toHaveText(["😀"]);
  await find.fill("$");
  await find.press("Enter");
  await find.press("Shift+Enter");
  await expect(count).toHaveText("3 of 3");
});

test("ten thousand places in a text of 1 MB are replaced by an expression", async ({ app, openAs }) => {
  const block = `${"Nobody reads this, which is here to be long enough. ".repeat(2)}\n`;
  const text = (word: string): string => `${block.slice(0, 90 - word.length)}${word} 1.\n`.repeat(10_000);
  const id = await app.createDocument(text("needle"));
  const { view, find, count, replacement } = await openFinding(openAs, id);
  await find.fill("n(e+)d[^ ]+");
  await expect(count).toHaveText("10,000 matches");
  await replacement.fill("[$1]");
  await view.page.getByRole("button", { name: "Replace all" }).click();
  await expect(count).toHaveText("No matches");
  await expect(view.saveState).toHaveText("Saved", { timeout: 60_000 });
  const expected = text("needle").replaceAll("needle", "[ee]");
  await expect.poll(async () => (await app.textOf(id)) === expected, { timeout: 60_000 }).toBe(true);
});

test("expressions are found without a network", async ({ app, openAs }) => {
  const id = await app.createDocument("12 and 345");
  const view = await openAs(`/d/${id}`, { keepsApp: true });
  await view.page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await expect(view.saveState).toHaveText("Saved");
  await app.kill();
  await view.page.reload();
  await view.showsText("12 and 345");
  await expect(view.page.locator(".cm-foldGutter")).toBeAttached();
  const { find, count } = await findingIn(view);
  await find.fill("\\d+");
  await expect(count).toHaveText("2 matches");
});
