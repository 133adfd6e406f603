/** What a document's page shows before its scripts have run. */

import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { createOwned } from "./owned-document.ts";

const text = [
  "# Launch notes",
  "",
  "Everyone who opens this address is on the same page, and this line is longer than a narrow page is wide, so it wraps.",
  "\tindented, and **bold**",
  "- [ ] <b>no HTML</b> & no entity: &amp;",
  "مرحبا بالعالم",
  "https://example.com/an-address-that-has-no-place-to-break-it-but-goes-on-and-on-and-on-and-on-until-it-has-to-be-broken",
].join("\n");

/** Where the words of `root` begin and end in each row of them, from the top, in CSS pixels. */
function rowsOf(page: Page, root: string): Promise<readonly { top: number; left: number; right: number }[]> {
  return page.evaluate((root) => {
    const element = document.querySelector(root);
    if (element === null) throw new Error(`there is no ${root}`);
    const rows = new Map<number, { top: number; left: number; right: number }>();
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const range = document.createRange();
      range.selectNodeContents(walker.currentNode);
      for (const { left, right, top } of range.getClientRects()) {
        if (right === left) continue;
        const row = rows.get(Math.round(top)) ?? { top: Math.round(top), left, right };
        rows.set(row.top, { ...row, left: Math.min(row.left, left), right: Math.max(row.right, right) });
      }
    }
    return [...rows.values()].toSorted((one, other) => one.top - other.top);
  }, root);
}

/** Whether the page has its style and the faces of its letters: words are in the document before either. */
async function isStyled(): Promise<boolean> {
  const faces = ["JetBrains Mono Variable", "Inter Variable"].map((name) => document.fonts.load(`1em "${name}"`));
  return (await Promise.all(faces)).every((loaded) => loaded.length > 0);
}

test("the beginning of a text is there before the scripts, in the place where it stays", async ({ app, openAs }) => {
  const id = await app.createDocument(text);
  const { page } = await openAs("/elsewhere");
  // Nothing is kept on the device, and the scripts come when they are told to.
  await page.context().route("**/service-worker.js", (route) => route.abort());
  let held = Promise.withResolvers<void>();
  await page.route("**/assets/document-page*.js", async (route) => {
    await held.promise;
    await route.continue();
  });
  for (const [width, leastRows] of [
    [1280, 6],
    [390, 10],
  ] as const) {
    held = Promise.withResolvers();
    await page.setViewportSize({ width, height: 800 });
    await page.goto(`${app.origin}/d/${id}`, { waitUntil: "commit" });
    await expect(page.locator(".first-text")).toContainText("Everyone who opens this address");
    await expect(page.locator(".first-title")).toHaveText("Launch notes");
    await expect.poll(() => page.evaluate(isStyled)).toBe(true);
    const before = await rowsOf(page, ".first-text");
    expect(before.length).toBeGreaterThanOrEqual(leastRows);
    held.resolve();
    await page.getByRole("textbox", { name: "Text" }).waitFor();
    await expect(page.locator(".first-paint")).toHaveCount(0);
    const after = await rowsOf(page, ".cm-content");
    expect(after.map(({ top }) => top)).toEqual(before.map(({ top }) => top));
    for (const [index, { left, right }] of before.entries()) {
      expect(after[index]?.left).toBeCloseTo(left, 0);
      expect(after[index]?.right).toBeCloseTo(right, 0);
    }
  }
});

test("the title of the first paint stays while the text is on its way", async ({ app, openAs }) => {
  const { page } = await openAs("/elsewhere");
  await page.context().route("**/service-worker.js", (route) => route.abort());
  // The text never comes: no connection says anything.
  await page.routeWebSocket(/\/sync\//, (socket) => void socket.connectToServer().onMessage(() => undefined));
  const title = page.getByRole("textbox", { name: "Title" });
  await page.goto(`${app.origin}/d/${await app.createDocument(text)}`);
  await expect(title).toHaveAttribute("placeholder", "Launch notes");
  await expect(title).toHaveValue("");
  await expect(page).toHaveTitle("Launch notes · Samepage");
  const named = await createOwned(app.origin, text);
  await named.asOwner("PATCH", "", { title: "The launch" });
  await page.goto(`${app.origin}/d/${named.id}`);
  await expect(title).toHaveValue("The launch");
  await expect(page).toHaveTitle("The launch · Samepage");
});

test("without scripts one reads the beginning", async ({ app, browser }) => {
  const id = await app.createDocument(text);
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${app.origin}/d/${id}`);
  await expect(page.getByText("Everyone who opens this address")).toBeVisible();
  await context.close();
});

test("a text that the bare address does not give is not in the page, and is there by its link", async ({
  app,
  openAs,
}) => {
  const owned = await createOwned(app.origin, text);
  await owned.asOwner("PATCH", "", { access: "none" });
  const html = await (await fetch(`${app.origin}/d/${owned.id}`)).text();
  expect(html).toContain("first-paint");
  expect(html).not.toContain("Everyone");
  const view = await openAs(`/d/${owned.id}#owner=${owned.ownerKey}`);
  await view.showsText(text);
  await expect(view.page.locator(".first-paint")).toHaveCount(0);
});
