import type { Page } from "@playwright/test";
import { DocumentView, expect, test } from "./fixtures.ts";

/** Resolves when the app is kept on this device, and answers for this page. */
async function untilKept(page: Page): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
}

/** So long a page may take to come back to a server. */
const comesBack = { timeout: 40_000 };

const offline = "Offline, kept on this device";

test("a document that was opened once opens again without a network, and what is written then merges", async ({
  app,
  openAs,
}) => {
  const id = await app.createDocument("before\n");
  const view = await openAs(`/d/${id}`, { keepsApp: true });
  await view.showsText("before\n");
  await untilKept(view.page);
  await expect(view.saveState).toHaveText("Saved");
  await app.kill();
  await view.page.reload();
  await view.showsText("before\n");
  await view.type("offline");
  await expect(view.saveState).toHaveText(offline);
  await view.page.reload();
  await view.showsText("before\noffline");

  await view.page.goto(`${app.origin}/`);
  await expect(view.page.getByRole("link", { name: "before" })).toBeVisible();
  await view.page.getByRole("link", { name: "before" }).click();
  await view.showsText("before\noffline");
  await view.page.getByRole("button", { name: "Share" }).click();
  await expect(view.page.getByRole("dialog", { name: "Share" })).toBeVisible();
  await view.page.keyboard.press("Escape");

  await app.start();
  await expect(view.saveState).toHaveText("Saved", comesBack);
  expect(await app.textOf(id)).toBe("before\noffline");
});

test("a new document is started without a network, keeps its address, and is created when the server is back", async ({
  app,
  openAs,
}) => {
  const home = await openAs("/", { keepsApp: true });
  const { page } = home;
  await untilKept(page);
  await app.kill();
  await page.getByRole("button", { name: "New document" }).click();
  await expect(page).toHaveURL(/\/d\/[\w-]{22}$/);
  const view = new DocumentView(page);
  await expect(view.text).toBeFocused();
  await page.keyboard.type("# On a train");
  await expect(view.saveState).toHaveText(offline);
  await view.title.fill("Written on a train");
  await view.title.press("Enter");
  await expect(page).toHaveTitle("Written on a train · Samepage");
  const address = page.url();
  await page.reload();
  await view.showsText("# On a train");
  await expect(view.saveState).toHaveText(offline);

  await app.start();
  await expect(view.saveState).toHaveText("Saved", comesBack);
  expect(page.url()).toBe(address);
  const id = new URL(address).pathname.slice("/d/".length);
  expect(await app.textOf(id)).toBe("# On a train");
  await expect(view.title).toHaveValue("Written on a train");
  const other = await openAs(`/d/${id}`);
  await other.showsText("# On a train");
  await expect(other.title).toHaveValue("Written on a train");
  // Whoever started it owns it.
  await page.getByRole("button", { name: "Share" }).click();
  await expect(page.getByRole("dialog", { name: "Share" }).getByRole("radio").first()).toBeVisible();
});

test("the address of a new document starts one without a network, too", async ({ app, openAs }) => {
  const home = await openAs("/", { keepsApp: true });
  await untilKept(home.page);
  await app.kill();
  await home.page.goto(`${app.origin}/new`);
  await expect(home.page).toHaveURL(/\/d\/[\w-]{22}$/);
  await expect(home.text).toBeFocused();
  await home.page.keyboard.type("by address");
  await expect(home.saveState).toHaveText(offline);
  await app.start();
  await expect(home.saveState).toHaveText("Saved", comesBack);
  expect(await app.textOf(new URL(home.page.url()).pathname.slice("/d/".length))).toBe("by address");
});
