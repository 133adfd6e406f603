import AxeBuilder from "@axe-core/playwright";
import type { BrowserContext, Page } from "@playwright/test";
import { decodeAnnouncement, decodeFrame, encodeAnnouncement, encodeFrame } from "@samepage/protocol";
import { expect, test } from "./fixtures.ts";

/** Whether this message is an announcement of the server's own epoch. */
function isEpoch(message: string | Buffer): boolean {
  if (typeof message === "string") return false;
  const frame = decodeFrame(message);
  return frame.ok && frame.value.kind === "announce" && decodeAnnouncement(frame.value.json)?.kind === "epoch";
}

/** Whether this message holds what somebody wrote. */
function isEdit(message: string | Buffer): boolean {
  if (typeof message === "string") return false;
  const frame = decodeFrame(message);
  return frame.ok && frame.value.kind === "update";
}

/** One life of a document: what the server says that it is, and which document it gives out for it. */
interface Life {
  readonly epoch: string;
  readonly id: string;
}

/** Has `page` meet, at whatever document it opens, the life that is the current one. */
async function routeTo(page: Page, syncOrigin: string, current: () => Life): Promise<void> {
  await page.routeWebSocket(/\/sync\//, (client) => {
    const { epoch, id } = current();
    const server = new WebSocket(`${syncOrigin}/sync/${id}`, ["samepage.1"]);
    server.binaryType = "arraybuffer";
    const waiting: (string | Uint8Array<ArrayBuffer>)[] = [];
    client.onMessage((message) => {
      const copy = typeof message === "string" ? message : Uint8Array.from(message);
      if (server.readyState === WebSocket.OPEN) server.send(copy);
      else waiting.push(copy);
    });
    server.addEventListener("open", () => {
      const json = encodeAnnouncement({ kind: "epoch", epoch });
      client.send(Buffer.from(encodeFrame({ kind: "announce", json })));
      for (const message of waiting) server.send(message);
    });
    server.addEventListener("message", ({ data }) => {
      const message = typeof data === "string" ? data : Buffer.from(data);
      if (!isEpoch(message)) client.send(message);
    });
    client.onClose(() => server.close());
  });
}

async function reloadBy(page: Page, button: string): Promise<void> {
  await Promise.all([page.waitForEvent("load"), page.getByRole("button", { name: button }).click()]);
}

async function hasDatabase(context: BrowserContext, id: string): Promise<boolean> {
  const names = await context.pages()[0]?.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
  return names?.includes(`samepage:${id}`) === true;
}

for (const [width, colorScheme] of [
  [1280, "light"],
  [390, "dark"],
] as const) {
  test(`a document that was made anew is opened when one says so, and its old text can be kept, at ${width} px`, async ({
    app,
    openAs,
  }) => {
    let life: Life = { epoch: "first", id: await app.createDocument("") };
    const { id } = life;
    const view = await openAs("/", { width, colorScheme });
    const { page } = view;
    await routeTo(page, app.syncOrigin, () => life);
    await page.goto(`${app.origin}/d/${id}`);
    await view.text.click();
    await page.keyboard.type("the old text");
    await expect(page.locator("html")).toHaveAttribute("data-save-state", "saved");

    life = { epoch: "second", id: await app.createDocument("the new text") };
    const anew = life.id;
    await page.reload();
    const notice = page.getByRole("alert");
    await expect(notice).toContainText("This document was deleted and made anew since you last saw it.");
    await view.showsText("the old text");
    await expect(view.text).toHaveAttribute("contenteditable", "false");
    expect(await app.textOf(anew)).toBe("the new text");
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.filter(({ impact }) => impact === "serious" || impact === "critical")).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);

    expect(await view.downloadedText()).toBe("the old text");
    await reloadBy(page, "Open the document as it is now");
    await view.showsText("the new text");
    await expect(notice).toHaveCount(0);
    await page.reload();
    await view.showsText("the new text");
    expect(await app.textOf(anew)).toBe("the new text");
  });
}

test("what the server refuses for good can be kept as a file, and the document opened without it", async ({
  app,
  openAs,
}) => {
  const id = await app.createDocument("stored ");
  const view = await openAs("/");
  const { page } = view;
  let isRefusing = true;
  await page.routeWebSocket(/\/sync\//, (client) => {
    const server = client.connectToServer();
    server.onMessage((message) => client.send(message));
    client.onMessage((message) => {
      if (isRefusing && isEdit(message)) client.close({ code: 4400, reason: "for the test" });
      else server.send(message);
    });
  });
  await page.goto(`${app.origin}/d/${id}`);
  await view.showsText("stored ");
  await view.text.click();
  await page.keyboard.press("Control+End");
  await page.keyboard.type("x");
  await expect(view.saveState).toHaveText("Not saved: the server did not take it");
  await expect(page.getByRole("alert")).toContainText("The server could not take the last edit, so it was not stored.");
  await expect(page.getByTitle("for the test")).toBeVisible();
  expect(await view.downloadedText()).toBe("stored x");
  isRefusing = false;
  await reloadBy(page, "Open without what was not stored");
  await view.showsText("stored ");
  await expect(view.saveState).toHaveText("Saved");
  expect(await app.textOf(id)).toBe("stored ");
  expect(await hasDatabase(page.context(), id)).toBe(true);
});
