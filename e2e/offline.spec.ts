import type { Page } from "@playwright/test";
import { DocumentView, expect, test } from "./fixtures.ts";
import { Line } from "./line.ts";

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

test("a file that is opened without a network comes back with its line ends, before and after the server has it", async ({
  app,
  openAs,
}) => {
  const view = await openAs("/", { keepsApp: true });
  const { page } = view;
  await untilKept(page);
  await app.kill();
  const downloaded = async (): Promise<string> => {
    await page.getByRole("button", { name: "More" }).click();
    const download = page.waitForEvent("download");
    await page.getByRole("menuitem", { name: "Download the text" }).click();
    const chunks: Buffer[] = [];
    for await (const chunk of await (await download).createReadStream()) chunks.push(chunk);
    return Buffer.concat(chunks).toString();
  };
  const buffer = Buffer.from("one\r\ntwo\r\n");
  await page.locator("input[type=file]").setInputFiles({ name: "notes.txt", mimeType: "text/plain", buffer });
  await expect(page).toHaveURL(/\/d\/[\w-]{22}$/);
  await view.showsText("one\ntwo\n");
  await expect(view.saveState).toHaveText(offline);
  expect(await downloaded()).toBe("one\r\ntwo\r\n");
  await app.start();
  await expect(view.saveState).toHaveText("Saved", comesBack);
  await page.reload();
  await view.showsText("one\ntwo\n");
  await expect(view.title).toHaveValue("notes.txt");
  expect(await downloaded()).toBe("one\r\ntwo\r\n");
});

test("two tabs of one document show each other what is written while the server is away, and all of it merges", async ({
  app,
  openAs,
}) => {
  const id = await app.createDocument("start\n");
  const one = await openAs(`/d/${id}`, { keepsApp: true });
  await one.showsText("start\n");
  await untilKept(one.page);
  await expect(one.saveState).toHaveText("Saved");
  await app.kill();
  await one.type("from one");
  await expect(one.saveState).toHaveText(offline);
  const other = new DocumentView(await one.page.context().newPage());
  await other.page.goto(`${app.origin}/d/${id}`);
  await other.showsText("start\nfrom one");
  await other.type(", from the other");
  await one.showsText("start\nfrom one, from the other");
  await one.type("!");
  await other.showsText("start\nfrom one, from the other!");
  await app.start();
  for (const view of [one, other]) {
    await expect(view.saveState).toHaveText("Saved", comesBack);
    await view.showsText("start\nfrom one, from the other!");
  }
  expect(await app.textOf(id)).toBe("start\nfrom one, from the other!");
});

test("an hour offline with edits on both sides merges, and loses nothing of either", async ({
  app,
  browser,
  openAs,
}) => {
  const id = await app.createDocument("middle\n");
  const line = await Line.to(app.origin);
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.clock.install();
  await page.goto(`${line.origin}/d/${id}`);
  const away = new DocumentView(page);
  const there = await openAs(`/d/${id}`);
  await away.showsText("middle\n");
  await there.showsText("middle\n");
  await line.cut();
  const lines = (name: string): string => Array.from({ length: 30 }, (_, at) => `${name} ${at}\n`).join("");
  await away.text.click();
  await page.keyboard.press("ControlOrMeta+Home");
  for (let minute = 0; minute < 30; minute += 1) {
    await page.keyboard.type(`away ${minute}\n`);
    await page.clock.fastForward("02:00");
  }
  await expect(away.saveState).toHaveText(offline);
  await there.type(lines("there").trimEnd());
  await expect(there.saveState).toHaveText("Saved");
  await line.mend();
  await page.clock.fastForward("01:00");
  await expect(away.saveState).toHaveText("Saved", comesBack);
  const merged = `${lines("away")}middle\n${lines("there").trimEnd()}`;
  expect(await app.textOf(id)).toBe(merged);
  for (const view of [away, there]) {
    await view.text.press("ControlOrMeta+Home");
    await expect.poll(async () => (await view.lines()).slice(0, 3)).toEqual(["away 0", "away 1", "away 2"]);
    await view.text.press("ControlOrMeta+End");
    await expect.poll(async () => (await view.lines()).at(-1)).toBe("there 29");
  }
  await context.close();
  await line.cut();
});

/** Throws away what the browser keeps in databases, as it does when it needs the room. */
async function evictDatabases(page: Page, origin: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send("Storage.clearDataForOrigin", { origin, storageTypes: "indexeddb" });
  await session.detach();
}

test("a copy that the browser throws away while the page is open is made anew from the text on the screen", async ({
  app,
  openAs,
}) => {
  const id = await app.createDocument("kept ");
  const view = await openAs(`/d/${id}`, { keepsApp: true });
  await view.showsText("kept ");
  await untilKept(view.page);
  await expect(view.saveState).toHaveText("Saved");
  await app.kill();
  await view.type("and unsent");
  await expect(view.saveState).toHaveText(offline);
  await evictDatabases(view.page, app.origin);
  const names = () => view.page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
  await expect.poll(names).toContain(`samepage:${id}`);
  await expect(view.saveState).toHaveText(offline);
  await view.page.reload();
  await view.showsText("kept and unsent");
  await app.start();
  await expect(view.saveState).toHaveText("Saved", comesBack);
  expect(await app.textOf(id)).toBe("kept and unsent");
});

test("what was written offline and thrown away by the browser while the page was closed is said to be lost", async ({
  app,
  openAs,
}) => {
  const id = await app.createDocument("on the server");
  const view = await openAs(`/d/${id}`, { keepsApp: true });
  await view.showsText("on the server");
  await untilKept(view.page);
  await expect(view.saveState).toHaveText("Saved");
  await app.kill();
  await view.type(", and not");
  await expect(view.saveState).toHaveText(offline);
  await view.page.goto(`${app.origin}/`);
  await evictDatabases(view.page, app.origin);
  await app.start();
  await view.page.goto(`${app.origin}/d/${id}`);
  await view.showsText("on the server");
  await expect(view.page.getByRole("alert")).toContainText("had not reached the server, and is lost");
  // It is said once.
  await view.page.reload();
  await view.showsText("on the server");
  await expect(view.saveState).toHaveText("Saved");
  await expect(view.page.getByRole("alert")).toHaveCount(0);
});

test("a server that creates no more documents is asked again when it says, and that is told", async ({
  app,
  openAs,
}) => {
  const home = await openAs("/", { keepsApp: true });
  await untilKept(home.page);
  await app.kill();
  await home.page.getByRole("button", { name: "New document" }).click();
  await expect(home.text).toBeFocused();
  await home.page.keyboard.type("waits");
  // The page asks every few seconds: it is not to be the one whose document is still created.
  const creating = "**/api/documents";
  await home.page.route(creating, (route) => route.abort());
  await app.start({ CREATES_PER_HOUR: "1" });
  const device = await home.page.evaluate(() => String(JSON.parse(localStorage.getItem("samepage:device") ?? "null")));
  const created = await fetch(`${app.origin}/api/documents`, {
    method: "POST",
    headers: { "samepage-device": device },
  });
  expect(created.status).toBe(201);
  await home.page.unroute(creating);
  await expect(home.page.getByRole("alert")).toContainText("The server creates no more pages", comesBack);
  await expect(home.page.getByRole("alert")).toContainText(/is created there in \d+ minutes?/);
  await expect(home.saveState).toHaveText(offline);
  await home.page.reload();
  await home.showsText("waits");
});

test("what is kept on this device is listed with its size, and is removed when one says so", async ({
  app,
  openAs,
}) => {
  const id = await app.createDocument("# Stays on the server");
  const view = await openAs(`/d/${id}`, { keepsApp: true });
  await view.showsText("# Stays on the server");
  await untilKept(view.page);
  await view.type(".");
  await expect(view.saveState).toHaveText("Saved");
  await app.kill();
  await view.page.goto(`${app.origin}/`);
  await view.page.getByRole("button", { name: "New document" }).click();
  await expect(view.text).toBeFocused();
  await view.page.keyboard.type("# Only here");
  await expect(view.page).toHaveTitle(/Only here/);
  await view.page.goto(`${app.origin}/`);

  const kept = view.page.locator("details", { hasText: "Kept on this device" });
  await expect(kept).toContainText("2 documents");
  await kept.locator("summary").click();
  await expect(kept).toContainText(/This browser (may delete these copies|has promised)/);
  await expect(kept.getByRole("meter")).toBeVisible();
  const row = (title: string) => kept.getByRole("listitem").filter({ hasText: title });
  await expect(row("Stays on the server")).toContainText(/\d+ kB/);
  await expect(row("Only here")).toContainText("Only on this device so far");

  await row("Stays on the server").getByRole("button", { name: "Remove" }).click();
  await expect(row("Stays on the server")).toContainText("The page itself stays on the server.");
  await row("Stays on the server").getByRole("button", { name: "Remove" }).click();
  await expect(row("Stays on the server")).toHaveCount(0);
  await row("Only here").getByRole("button", { name: "Remove" }).click();
  await expect(row("Only here")).toContainText("it is lost for good");
  await row("Only here").getByRole("button", { name: "Keep" }).click();
  await expect(row("Only here")).toHaveCount(1);

  await app.start();
  await view.page.goto(`${app.origin}/d/${id}`);
  await view.showsText("# Stays on the server.");
});

test("a browser that runs out of room is noticed, and asked not to throw anything away, after the first edit", async ({
  app,
  openAs,
}) => {
  const id = await app.createDocument("");
  const view = await openAs("/");
  await view.page.addInitScript(() => {
    StorageManager.prototype.estimate = async () => ({ usage: 90, quota: 100 });
    StorageManager.prototype.persist = async () => {
      document.documentElement.dataset["asked"] = "yes";
      return true;
    };
  });
  await view.page.goto(`${app.origin}/d/${id}`);
  await expect(view.text).toBeFocused();
  await expect(view.page.locator("html[data-asked]")).toHaveCount(0);
  const writes = async (): Promise<number> => {
    await view.page.keyboard.type("x");
    return view.page.locator("html[data-asked]").count();
  };
  await expect.poll(writes).toBe(1);
  await expect(view.page.getByText("little room left (90 % in use)")).toBeVisible();
});
