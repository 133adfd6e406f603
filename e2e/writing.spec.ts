import { DocumentView, expect, test } from "./fixtures.ts";
import { paste } from "./paste.ts";

test("two people write into one text, see each other's carets, and find it again after a restart", async ({
  app,
  openAs,
}) => {
  const fox = await openAs("/");
  await fox.page.getByRole("button", { name: "New document" }).click();
  await expect(fox.page).toHaveURL(/\/d\/[\w-]{22}$/);
  await expect(fox.text).toBeFocused();
  const heron = await openAs(new URL(fox.page.url()).pathname);
  await expect(fox.people).toHaveCount(2);
  await expect(heron.people).toHaveCount(2);

  await fox.page.keyboard.type("# Launch notes");
  await heron.showsText("# Launch notes");
  await heron.text.click();
  await heron.page.keyboard.press("Control+End");
  await heron.page.keyboard.press("Enter");
  await heron.page.keyboard.type("Written by two.");
  await fox.showsText("# Launch notes\nWritten by two.");
  await expect(fox.page.locator(".remote-caret")).toHaveCount(1);
  await expect(heron.page.locator(".remote-caret")).toHaveCount(1);

  for (const view of [fox, heron]) {
    await expect(view.saveState).toHaveText("Saved");
    await expect(view.page.locator("html")).toHaveAttribute("data-save-state", "saved");
    await expect(view.page).toHaveTitle("(2) Launch notes · Samepage");
  }
  const path = new URL(fox.page.url()).pathname;
  await app.stop();
  await app.start();
  const otter = await openAs(path);
  await otter.showsText("# Launch notes\nWritten by two.");
});

test("undo takes back one's own writing and leaves the other's", async ({ app, openAs }) => {
  const path = `/d/${await app.createDocument("")}`;
  const [fox, heron] = [await openAs(path), await openAs(path)];
  await fox.text.click();
  await fox.page.keyboard.type("mine ");
  await heron.showsText("mine ");
  await heron.text.click();
  await heron.page.keyboard.press("Control+End");
  await heron.page.keyboard.type("theirs");
  await fox.showsText("mine theirs");
  await fox.page.keyboard.press("Control+z");
  await heron.showsText("theirs");
});

test("the title is shared, names the tab, and falls back to the first heading", async ({ app, openAs }) => {
  const path = `/d/${await app.createDocument("# From the text\n")}`;
  const [fox, heron] = [await openAs(path), await openAs(path)];
  await expect(fox.text).toBeVisible();
  await expect(fox.title).toHaveAttribute("placeholder", "From the text");
  await fox.title.fill("Minutes");
  await fox.title.press("Enter");
  await expect(fox.text).toBeFocused();
  await expect(heron.title).toHaveValue("Minutes");
  await expect(heron.page).toHaveTitle("(2) Minutes · Samepage");
  await fox.title.fill("never mind");
  await fox.title.press("Escape");
  await expect(fox.title).toHaveValue("Minutes");

  await fox.title.focus();
  await heron.title.fill("Renamed meanwhile");
  await heron.title.press("Enter");
  await expect(fox.title).toHaveValue("Renamed meanwhile");
  await fox.text.click();
  await expect(heron.page).toHaveTitle("(2) Renamed meanwhile · Samepage");
});

test("what is written while the server is away is kept, said so, and merged when it is back", async ({
  app,
  openAs,
}) => {
  const id = await app.createDocument("before\n");
  const fox = await openAs(`/d/${id}`);
  await fox.showsText("before\n");
  await expect(fox.saveState).toHaveText("Saved");
  await app.kill();
  await fox.text.click();
  await fox.page.keyboard.press("Control+End");
  await fox.page.keyboard.type("offline");
  await expect(fox.saveState).toHaveText("Offline, kept on this device");
  await app.start();
  await expect(fox.saveState).toHaveText("Saved", { timeout: 40_000 });
  expect(await app.textOf(id)).toBe("before\noffline");
});

test("what was called saved is there after the runtime is killed in the middle of writing", async ({ app, openAs }) => {
  const id = await app.createDocument("");
  const fox = await openAs(`/d/${id}`);
  await fox.text.click();
  for (let round = 0; round < 3; round += 1) {
    await fox.page.keyboard.type(`round ${round} `);
    await expect(fox.saveState).toHaveText("Saved", { timeout: 40_000 });
    const saved = (await fox.lines()).join("\n");
    await fox.page.keyboard.type("unsaved ");
    await app.kill();
    await app.start();
    expect(await app.textOf(id)).toContain(saved);
  }
  await expect(fox.saveState).toHaveText("Saved", { timeout: 40_000 });
  expect(await app.textOf(id)).toBe("round 0 unsaved round 1 unsaved round 2 unsaved ");
});

test("line ends become one kind and torn characters whole, however text comes in, and nothing moves by it", async ({
  app,
  openAs,
}) => {
  const path = `/d/${await app.createDocument("")}`;
  const id = path.slice("/d/".length);
  const [fox, heron] = [await openAs(path), await openAs(path)];
  await fox.text.click();
  // Made in the page: half a character would not come there whole.
  await fox.text.evaluate((editor) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", "one\r\ntwo\rthree\uD83D");
    editor.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  });
  await fox.page.keyboard.insertText(" 😀");
  await fox.page.keyboard.type("XYZ");
  const text = "one\ntwo\nthree\uFFFD 😀XYZ";
  await expect.poll(() => app.textOf(id)).toBe(text);
  await fox.showsText(text);
  await heron.showsText(text);
  await fox.page.keyboard.insertText("\uD83D");
  await fox.page.keyboard.insertText("\uDE00");
  await fox.page.keyboard.type("end");
  for (const view of [fox, heron]) await expect.poll(async () => (await view.lines()).at(-1)).toMatch(/end$/);
  await expect(fox.saveState).toHaveText("Saved");
  expect(await fox.lines()).toEqual(await heron.lines());
  expect(await app.textOf(id)).toBe((await fox.lines()).join("\n"));
});

test("a device that has no room left says so when the server is away", async ({ app, browser }) => {
  const id = await app.createDocument("");
  const page = await (await browser.newContext()).newPage();
  const view = new DocumentView(page);
  await page.goto(`${app.origin}/d/${id}`);
  await view.text.click();
  await page.keyboard.type("some words");
  await expect(view.saveState).toHaveText("Saved");
  await page.evaluate(() => {
    const { add } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.add = function (...record) {
      const request = add.apply(this, record);
      this.transaction.abort(); // What the browser does when the disk is full.
      return request;
    };
  });
  await app.kill();
  await page.keyboard.type(" and more");
  await expect(view.saveState).toHaveText("Not saved: no connection, and this device keeps no copy");
  await app.start();
  await expect(view.saveState).toHaveText("Saved", { timeout: 40_000 });
  expect(await app.textOf(id)).toBe("some words and more");
});

test("deleting this device's copy in one tab breaks nothing in another", async ({ app, openAs }) => {
  const id = await app.createDocument("");
  const view = await openAs(`/d/${id}`);
  const other = await view.page.context().newPage();
  await other.goto(app.origin);
  await view.text.click();
  await view.page.keyboard.type("before ");
  await expect(view.saveState).toHaveText("Saved");
  const deleted = await other.evaluate(
    (name) =>
      new Promise<string>((resolve) => {
        const request = indexedDB.deleteDatabase(name);
        request.onsuccess = () => resolve("deleted");
        request.onblocked = () => resolve("blocked");
      }),
    `samepage:${id}`,
  );
  expect(deleted).toBe("deleted");
  await view.page.keyboard.type("after");
  await expect.poll(() => app.textOf(id)).toBe("before after");
  await expect(view.saveState).toHaveText("Saved");
  await app.kill();
  await view.page.keyboard.type("!");
  await expect(view.saveState).toHaveText("Not saved: no connection, and this device keeps no copy");
});

test("a paste of a million characters arrives, and a text that would be too long is not put in", async ({
  app,
  openAs,
}) => {
  const id = await app.createDocument("");
  const view = await openAs(`/d/${id}`);
  await view.text.click();
  const words = (length: number) => ({
    "text/plain": "words and more\n".repeat(Math.ceil(length / 15)).slice(0, length),
  });
  await paste(view, words(1_000_000));
  await expect.poll(async () => (await app.textOf(id)).length).toBe(1_000_000);
  await expect(view.saveState).toHaveText("Saved");
  await paste(view, words(4_000_001));
  const notice = view.page.getByRole("alert");
  await expect(notice).toContainText("A document holds up to 5,000,000 characters, so nothing was put in.");
  await notice.getByRole("button", { name: "Close" }).click();
  await expect(notice).toHaveCount(0);
  await view.page.keyboard.type("end");
  await expect.poll(async () => (await app.textOf(id)).length).toBe(1_000_003);
});
