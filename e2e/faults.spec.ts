/** What stays when something of the page fails, and the quiet words beside the text: toasts and hints. */

import type { Browser, Page } from "@playwright/test";
import { type App, DocumentView, expect, test } from "./fixtures.ts";
import { seriousFaults } from "./serious-faults.ts";

const failed = (page: Page) => page.getByRole("heading", { name: "This page has failed." });
const notifications = (page: Page) => page.getByRole("status", { name: "Notifications" });
const outline = (page: Page) => page.getByRole("complementary", { name: "Outline" });

/** A page of somebody who may have errors, and gets all files from the server. */
async function openFreely(browser: Browser, prepare: (page: Page) => Promise<unknown> = async () => undefined) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, serviceWorkers: "block" });
  const page = await context.newPage();
  await prepare(page);
  return new DocumentView(page);
}

test("when the page itself fails, the text is there to copy and download, and goes on being stored", async ({
  app,
  openAs,
}) => {
  const id = await app.createDocument("# Notes");
  const view = await openAs(`/d/${id}`);
  const { page } = view;
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await view.showsText("# Notes");
  await view.text.click();
  await page.keyboard.press("ControlOrMeta+End");
  await page.evaluate(() => {
    Intl.PluralRules.prototype.select = () => {
      throw new Error("planted");
    };
  });
  await page.keyboard.insertText(" and more words");
  await expect(failed(page)).toBeVisible();
  await expect(view.text).toHaveValue("# Notes and more words");
  await expect(view.text).not.toBeEditable();
  await expect(view.saveState).toHaveText("Saved");
  await expect(page.getByText("Everything you wrote is stored on the server.")).toBeVisible();
  expect(await app.textOf(id)).toBe("# Notes and more words");
  expect(await view.downloadedText()).toBe("# Notes and more words");
  await page.getByRole("button", { name: "Copy the text" }).click();
  await expect(page.getByText("Copied.")).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("# Notes and more words");
  expect(await seriousFaults(page)).toEqual([]);
  await page.getByRole("button", { name: "Reload the page" }).click();
  await view.showsText("# Notes and more words");
});

test("an editor that writes nothing down any more is not left to be typed into", async ({ app, browser }) => {
  const view = await openFreely(browser);
  const { page } = view;
  const id = await app.createDocument("# Notes");
  await page.goto(`${app.origin}/d/${id}`);
  await expect(view.text).toHaveText("# Notes");
  await expect(view.saveState).toHaveText("Saved");
  await view.text.click();
  // What ties the text to the document asks for the time when one writes, and fails.
  await page.evaluate(() => {
    performance.now = () => {
      throw new Error("planted");
    };
  });
  await page.keyboard.insertText("lost");
  await expect(failed(page)).toBeVisible();
  await expect(view.text).toHaveValue("# Notes");
  await page.getByRole("button", { name: "Reload the page" }).click();
  await new DocumentView(page).showsText("# Notes");
});

test("a page that fails without a server says that the last words are not there yet", async ({ app, openAs }) => {
  const view = await openAs(`/d/${await app.createDocument("# Notes")}`);
  const { page } = view;
  await expect(view.saveState).toHaveText("Saved");
  await app.stop();
  await expect(view.saveState).not.toHaveText("Saved");
  await view.text.click();
  await page.evaluate(() => {
    Intl.PluralRules.prototype.select = () => {
      throw new Error("planted");
    };
  });
  await page.keyboard.insertText("Two words ");
  await expect(failed(page)).toBeVisible();
  await expect(page.getByText("What you wrote is kept on this device, and is sent when you are back.")).toBeVisible();
  await app.start();
  await expect(page.getByText("Everything you wrote is stored on the server.")).toBeVisible();
});

test("a page whose own code does not come says so, with a way on", async ({ app, browser }) => {
  const { page } = await openFreely(browser, (page) => page.route("**/document-page-*.js", (route) => route.abort()));
  await page.goto(`${app.origin}/d/${await app.createDocument("x")}`);
  await expect(failed(page)).toBeVisible();
  await page.unroute("**/document-page-*.js");
  await page.getByRole("button", { name: "Reload the page" }).click();
  await new DocumentView(page).showsText("x");
});

test("a part that is not there can be tried again, and is known to be gone when it does not come twice", async ({
  app,
  browser,
}) => {
  const view = await openFreely(browser, (page) => page.route("**/outline-panel-*.js", (route) => route.abort()));
  const { page } = view;
  await page.goto(`${app.origin}/d/${await app.createDocument("# Notes")}`);
  await view.showsText("# Notes");
  await view.text.click();
  await page.keyboard.press("ControlOrMeta+Shift+o");
  await expect(notifications(page)).toContainText("This part could not be loaded. Try again when you are online.");
  await expect(view.text).toBeFocused();
  await notifications(page).getByRole("button", { name: "Try again" }).click();
  await expect(notifications(page)).toContainText("the server has a newer version. Your text stays as it is.");
  await page.unroute("**/outline-panel-*.js");
  await notifications(page).getByRole("button", { name: "Reload the page" }).click();
  await expect(outline(page).getByRole("button", { name: "Notes" })).toBeVisible();
});

test("a part that fails is closed, and the text beside it stays", async ({ app, browser }) => {
  const view = await openFreely(browser, (page) =>
    page.route("**/outline-panel-*.js", (route) => {
      const body = 'export function OutlinePanel() { throw new Error("planted"); }';
      return route.fulfill({ contentType: "text/javascript", body });
    }),
  );
  const { page } = view;
  await page.goto(`${app.origin}/d/${await app.createDocument("# Notes")}`);
  await view.showsText("# Notes");
  await page.keyboard.press("ControlOrMeta+Shift+o");
  await expect(notifications(page)).toContainText("That part failed and was closed. The text is as it was.");
  await view.type(" go on");
  await view.showsText("# Notes go on");
  await expect(view.saveState).toHaveText("Saved");
});

test("an error that nothing caught is told once, and the page goes on when it shows the text as it is", async ({
  app,
  browser,
}) => {
  const view = await openFreely(browser);
  const { page } = view;
  await page.goto(`${app.origin}/d/${await app.createDocument("# Notes")}`);
  await view.showsText("# Notes");
  for (const _time of ["first", "second"]) {
    await page.evaluate(() => {
      setTimeout(() => {
        throw new Error("planted");
      });
    });
  }
  await expect(notifications(page).getByText("Something on this page failed. The text is as it was.")).toHaveCount(1);
  await view.type(" go on");
  await view.showsText("# Notes go on");
});

/** Opens a document with a clock of its own, and has its link copied from the palette, which a toast tells. */
async function copyLink(app: App, browser: Browser): Promise<DocumentView> {
  const view = await openFreely(browser, (page) => page.clock.install());
  const { page } = view;
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto(`${app.origin}/d/${await app.createDocument("# Notes")}`);
  await view.showsText("# Notes");
  await view.text.click();
  await page.keyboard.press("ControlOrMeta+k");
  await page.getByRole("combobox", { name: "Type what you want to do" }).fill("copy the link");
  await page.keyboard.press("Enter");
  return view;
}

test("a toast takes no focus, stays while one points at it, and goes by itself", async ({ app, browser }) => {
  const view = await copyLink(app, browser);
  const { page } = view;
  const copied = notifications(page).getByText("The link is copied.");
  await expect(copied).toBeVisible();
  await expect(view.text).toBeFocused();
  await copied.hover();
  await page.clock.fastForward(20_000);
  await expect(copied).toBeVisible();
  await page.mouse.move(600, 200);
  await page.clock.fastForward(7_000);
  await expect(copied).toBeHidden();
});

test("a toast that is closed by keyboard gives the focus back to where it was", async ({ app, browser }) => {
  const view = await copyLink(app, browser);
  const { page } = view;
  const close = notifications(page).getByRole("button", { name: "Close" });
  await expect(close).toBeVisible();
  await expect(view.text).toBeFocused();
  await close.focus();
  await page.keyboard.press("Enter");
  await expect(close).toHaveCount(0);
  await expect(view.text).toBeFocused();
});

test("a hint comes after a quiet while, takes no focus, and never comes back", async ({ app, browser }) => {
  const view = await openFreely(browser, (page) => page.clock.install());
  const { page } = view;
  const hint = page.getByRole("complementary", { name: "Hint" });
  const wait = async (): Promise<void> => page.clock.fastForward(5_000);
  const comes = async (words: string): Promise<void> => {
    await expect(async () => {
      await wait();
      await expect(hint).toContainText(words, { timeout: 500 });
    }).toPass();
  };
  await page.goto(`${app.origin}/d/${await app.createDocument("# Notes")}`);
  await view.showsText("# Notes");
  await view.text.click();
  await expect(hint).toHaveCount(0);
  await comes("Send somebody the address of this page");
  await expect(view.text).toBeFocused();
  expect(await seriousFaults(page)).toEqual([]);
  await hint.getByRole("button", { name: "Got it" }).click();
  await expect(hint).toHaveCount(0);
  await comes("Ctrl+K finds everything");
  await page.keyboard.press("ControlOrMeta+k");
  await expect(hint).toHaveCount(0);
  await page.reload();
  await view.showsText("# Notes");
  for (let waited = 0; waited < 10; waited += 1) await wait();
  await expect(hint).toHaveCount(0);
});
