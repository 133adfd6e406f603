import { expect, test } from "./fixtures.ts";
import { connectStock } from "./stock-client.ts";

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
    await expect(view.page).toHaveTitle("Launch notes · Samepage");
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
  await expect(fox.title).toHaveAttribute("placeholder", "From the text");
  await fox.title.fill("Minutes");
  await fox.title.press("Enter");
  await expect(fox.text).toBeFocused();
  await expect(heron.title).toHaveValue("Minutes");
  await expect(heron.page).toHaveTitle("Minutes · Samepage");
  await fox.title.fill("never mind");
  await fox.title.press("Escape");
  await expect(fox.title).toHaveValue("Minutes");

  await fox.title.focus();
  await heron.title.fill("Renamed meanwhile");
  await heron.title.press("Enter");
  await expect(fox.title).toHaveValue("Renamed meanwhile");
  await fox.text.click();
  await expect(heron.page).toHaveTitle("Renamed meanwhile · Samepage");
});

test("a carriage return that another program brought does not move what is typed after it", async ({ app, openAs }) => {
  const id = await app.createDocument("");
  const stock = connectStock(app.syncOrigin, id);
  stock.text.insert(0, "a\r\nb\r\nc");
  const fox = await openAs(`/d/${id}`);
  await expect(fox.text.locator(".cm-line")).toHaveCount(3);
  await fox.text.click();
  await fox.page.keyboard.press("Control+End");
  await fox.page.keyboard.type("XYZ");
  await expect.poll(() => app.textOf(id)).toBe("a\r\nb\r\ncXYZ");
  stock.provider.destroy();
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

test("pasted line ends become one kind", async ({ app, openAs }) => {
  const id = await app.createDocument("");
  const fox = await openAs(`/d/${id}`);
  await fox.text.click();
  await fox.text.evaluate((editor) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", "one\r\ntwo\rthree");
    editor.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  });
  await expect(fox.saveState).toHaveText("Saved");
  await expect.poll(() => app.textOf(id)).toBe("one\ntwo\nthree");
});
