import { expect, test } from "./fixtures.ts";
import { seriousFaults } from "./serious-faults.ts";

test("an address without a document says so, with a way on, and does not try again", async ({ app, openAs }) => {
  const { page } = await openAs("/");
  let sockets = 0;
  page.on("websocket", () => {
    sockets += 1;
  });
  const answer = await page.goto(`${app.origin}/d/${"A".repeat(22)}`);
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole("heading", { name: "There is no document at this address." })).toBeVisible();
  // What makes a client that still tries do so at once.
  await page.evaluate(() => window.dispatchEvent(new Event("online")));
  await page.waitForLoadState("networkidle");
  expect(sockets).toBe(1);
  expect(await seriousFaults(page)).toEqual([]);
  await page.getByRole("button", { name: "New document" }).click();
  await expect(page.getByRole("textbox", { name: "Text" })).toBeVisible();
});

test("any other address is not found either", async ({ app, openAs }) => {
  const { page } = await openAs("/elsewhere");
  await expect(page.getByRole("heading", { name: "There is no page at this address." })).toBeVisible();
  expect((await fetch(`${app.origin}/elsewhere`)).status).toBe(404);
});

test("a document's page has its scripts loaded at once, and the first page does not load them", async ({ app }) => {
  const pageOf = async (path: string): Promise<string> => (await fetch(app.origin + path)).text();
  const loaded = /rel="modulepreload"[^>]+document-page-/;
  expect(await pageOf(`/d/${await app.createDocument("")}`)).toMatch(loaded);
  expect(await pageOf("/")).not.toMatch(loaded);
});

test("a document is asked for while its page's scripts are still being loaded", async ({ app, openAs }) => {
  const view = await openAs("/");
  const { page } = view;
  let letThrough = (): void => undefined;
  const isLetThrough = new Promise<void>((resolve) => {
    letThrough = resolve;
  });
  await page.route("**/document-page-*.js", async (route) => {
    await isLetThrough;
    await route.continue();
  });
  const asked = page.waitForEvent("websocket").then((socket) => socket.waitForEvent("framereceived"));
  await page.goto(`${app.origin}/d/${await app.createDocument("# Here at once")}`, { waitUntil: "commit" });
  await asked;
  letThrough();
  await view.showsText("# Here at once");
});

test("a text file becomes a document, and a picture does not", async ({ openAs }) => {
  const view = await openAs("/");
  const file = view.page.getByLabel("A text file");
  await file.setInputFiles({ name: "photo.png", mimeType: "image/png", buffer: Buffer.from([0x89, 0x50, 0, 1]) });
  const dialog = view.page.getByRole("dialog", { name: "Files" });
  await expect(dialog).toContainText("photo.png");
  await expect(dialog).toContainText("Not opened: it is a picture or a recording, not text.");
  await dialog.getByRole("button", { name: "Close" }).click();
  await file.setInputFiles({ name: "plan.md", mimeType: "text/markdown", buffer: Buffer.from("# Plan\r\n\r\nFirst") });
  await expect(view.text).toBeVisible();
  await view.showsText("# Plan\n\nFirst");
  await expect(view.title).toHaveValue("plan.md");
});

test("a text file that is dropped anywhere becomes a document", async ({ openAs }) => {
  const view = await openAs("/");
  await view.page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(["dropped"], "notes.txt", { type: "text/plain" }));
    for (const type of ["dragover", "drop"]) {
      document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
    }
  });
  await expect(view.text).toBeVisible();
  await view.showsText("dropped");
  await expect(view.title).toHaveValue("notes.txt");
});

test("the first page lists what was opened on this device, and forgets it when asked", async ({ app, openAs }) => {
  const view = await openAs(`/d/${await app.createDocument("# Recipe book\nSourdough: 500 g flour")}`);
  await view.showsText("# Recipe book\nSourdough: 500 g flour");
  await view.page.goto(app.origin);
  const entry = view.page.getByRole("listitem").filter({ hasText: "Sourdough" });
  await entry.getByRole("link", { name: "Recipe book" }).click();
  await view.showsText("# Recipe book\nSourdough: 500 g flour");
  await view.page.goto(app.origin);
  await entry.getByRole("button", { name: "Take Recipe book off this list" }).click();
  await expect(entry).toHaveCount(0);
});

test("/new is a new document, and its owner's key does not stay in the address", async ({ openAs }) => {
  const view = await openAs("/new");
  await expect(view.text).toBeVisible();
  await expect(view.page).toHaveURL(/\/d\/[\w-]{22}$/);
});

test("the share dialog copies the address, and gives the focus back", async ({ app, openAs }) => {
  const view = await openAs(`/d/${await app.createDocument("x")}`);
  await view.page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  const share = view.page.getByRole("button", { name: "Share" });
  await share.press("Enter");
  const dialog = view.page.getByRole("dialog", { name: "Share" });
  await dialog.getByRole("button", { name: "Copy link" }).press("Enter");
  await expect(dialog.getByRole("status", { name: "Copying" })).toContainText("Copied");
  expect(await view.page.evaluate(() => navigator.clipboard.readText())).toBe(view.page.url());
  await view.page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(share).toBeFocused();
});

test("one's own name and colour are changed for everybody", async ({ app, openAs }) => {
  const path = `/d/${await app.createDocument("x")}`;
  const [fox, heron] = [await openAs(path), await openAs(path)];
  await fox.page.getByRole("button", { name: /\(you\)/ }).click();
  const dialog = fox.page.getByRole("dialog", { name: "You" });
  await dialog.getByLabel("Name").fill("Ada Lovelace");
  await dialog.getByRole("radio", { name: "Teal" }).check();
  await dialog.getByRole("button", { name: "Done" }).click();
  const avatar = heron.page.getByRole("button", { name: "Ada Lovelace: go to caret and follow" });
  await expect(avatar).toHaveAttribute("data-initials", "AL");
  await expect(avatar).toHaveClass(/hue-4/);
});

test("dark is a choice that stays", async ({ app, openAs }) => {
  const view = await openAs(`/d/${await app.createDocument("x")}`);
  await view.page.getByRole("button", { name: "More" }).click();
  await view.page.getByRole("menuitem", { name: "Settings" }).click();
  await view.page.getByRole("radio", { name: "Dark" }).check();
  const background = () => view.page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  expect(await background()).toBe("rgb(23, 22, 20)");
  await view.page.reload();
  await expect.poll(background).toBe("rgb(23, 22, 20)");
});

for (const width of [1280, 390, 320]) {
  for (const colorScheme of ["light", "dark"] as const) {
    test(`nothing serious is wrong for assistive technology at ${width} px, ${colorScheme}`, async ({
      app,
      openAs,
    }) => {
      const id = await app.createDocument(
        "# Launch notes\n\n- [ ] Read *aloud*\n\n`code` and [a link](https://example.com)",
      );
      const home = await openAs("/", { width, colorScheme });
      expect(await seriousFaults(home.page)).toEqual([]);
      const view = await openAs(`/d/${id}`, { width, colorScheme });
      await openAs(`/d/${id}`);
      await expect(view.people).toHaveCount(2);
      await expect(view.saveState).toHaveText("Saved");
      expect(await seriousFaults(view.page)).toEqual([]);
      for (const { page } of [home, view]) {
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      }
    });
  }
}
