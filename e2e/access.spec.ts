/** The ways into a document, and out of it, on the real server: keys in the address, passwords, shut doors, names. */

import type { Page } from "@playwright/test";
import { decodeFrame } from "@samepage/protocol";
import { type DocumentView, expect, test } from "./fixtures.ts";
import { addLink, createOwned, personHere } from "./owned-document.ts";
import { seriousFaults } from "./serious-faults.ts";

const right = (view: DocumentView) => view.page.getByRole("status", { name: "What you may do" });
const junk = "J".repeat(22);

/** How many connections `page` has opened since this was last asked. */
function countConnections(page: Page): () => number {
  let opened = 0;
  page.on("websocket", () => {
    opened += 1;
  });
  return () => {
    const counted = opened;
    opened = 0;
    return counted;
  };
}

/** Whether this message holds what somebody wrote. */
function isEdit(message: string | Buffer): boolean {
  if (typeof message === "string") return false;
  const frame = decodeFrame(message);
  return frame.ok && frame.value.kind === "update";
}

/** A line between page and server on which what one writes stays under way while `isHolding`. */
async function slowLine(page: Page): Promise<{ isHolding: boolean; letThrough: () => void }> {
  const held: (() => void)[] = [];
  const line = {
    isHolding: false,
    letThrough() {
      line.isHolding = false;
      for (const send of held.splice(0)) send();
    },
  };
  await page.routeWebSocket(/\/sync\//, (client) => {
    const server = client.connectToServer();
    client.onMessage((message) => {
      if (line.isHolding && isEdit(message)) held.push(() => server.send(message));
      else server.send(message);
    });
  });
  return line;
}

/** Expects a page that is read from its heading on, and whose button `name` is the next that the keyboard gets to. */
async function reachesByKeyboard(page: Page, heading: string, name: string): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(heading);
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  expect(await seriousFaults(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name })).toBeFocused();
}

test("a key in the address goes with the first connection, stays in the address, and is there when one comes back", async ({
  app,
  openAs,
}) => {
  const owned = await createOwned(app.origin, "text");
  const { path } = await addLink(owned, { role: "edit" });
  const [, key = ""] = path.split("#");
  await owned.asOwner("PATCH", "", { access: "none" });
  const view = await openAs("/");
  const { page } = view;
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url(), request.headers()["referer"] ?? ""));
  const connections = countConnections(page);
  await page.goto(app.origin + path);
  await view.showsText("text");
  await expect(view.saveState).toHaveText("Saved");
  expect(connections()).toBe(1);
  expect(page.url()).toBe(app.origin + path);

  await page.goto(app.origin);
  await page.getByRole("link", { name: "text" }).click();
  await view.type("!");
  await expect(view.saveState).toHaveText("Saved");
  expect(connections()).toBe(1);
  // A browser sends no fragment, and Playwright shows the one of the page that was asked for.
  expect(asked.map((text) => text.replace(/#.*/, "")).filter((text) => text.includes(key))).toEqual([]);
});

test("another link that is put into the same tab is opened, and what it gives needs no reload", async ({
  app,
  openAs,
}) => {
  const owned = await createOwned(app.origin, "text");
  const [reading, writing] = [await addLink(owned, { role: "view" }), await addLink(owned, { role: "edit" })];
  const view = await openAs(reading.path, { width: 390 });
  const { page } = view;
  await expect(right(view)).toHaveText("You can read this page, but not write in it.");
  await expect(view.title).toHaveAttribute("readonly");
  expect(await seriousFaults(page)).toEqual([]);
  await page.evaluate((path) => location.assign(path), writing.path);
  await expect(right(view)).toHaveText("");
  await view.type("!");
  await expect(view.saveState).toHaveText("Saved");
  expect(await app.textOf(owned.id)).toBe("text!");
  await page.evaluate((hash) => location.assign(hash), `#${junk}`);
  await reachesByKeyboard(page, "This link does not open the page.", "Go to the home page");
});

test("an owner's key is kept and taken out of the address, and one that is no good costs nothing", async ({
  app,
  openAs,
}) => {
  const owned = await createOwned(app.origin, "text");
  await owned.asOwner("PATCH", "", { access: "none" });
  const address = `${app.origin}/d/${owned.id}`;
  const view = await openAs("/");
  const { page } = view;
  const connections = countConnections(page);
  const open = async (hash: string): Promise<number> => {
    await page.goto(app.origin);
    await page.goto(address + hash);
    await expect(view.saveState).toHaveText("Saved");
    expect(page.url()).toBe(address);
    return connections();
  };
  expect(await open(`#owner=${owned.ownerKey}`)).toBe(1);
  expect(await open(`#owner=${junk}`), "the junk, then the one that is kept").toBe(2);
  expect(await open("")).toBe(1);

  const keep = (key: string) => localStorage.setItem(`samepage:owner:${location.pathname.slice(3)}`, `"${key}"`);
  await page.evaluate(keep, junk);
  expect(await open(`#owner=${owned.ownerKey}`)).toBe(1);
  expect(await open(""), "the junk was given up").toBe(1);
});

test("whoever finds the door shut on coming back is shown nothing of what this device has, nor is the first page", async ({
  app,
  openAs,
}) => {
  const text = "# Name\n\ntheirs";
  const owned = await createOwned(app.origin, text);
  const view = await openAs(`/d/${owned.id}`, { width: 390 });
  const { page } = view;
  await expect(view.saveState).toHaveText("Saved");
  const person = await personHere(owned);
  await page.goto(app.origin);
  await expect(page.getByText("theirs")).toBeVisible();
  await owned.asOwner("DELETE", `/people/${person}`);

  await page.getByRole("link", { name: "Name" }).click();
  await reachesByKeyboard(page, "The owner has closed this page to you.", "Try again");
  await expect(page.getByText("theirs")).toHaveCount(0);
  const databases = () => page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
  await expect.poll(databases).not.toContain(`samepage:${owned.id}`);
  await page.goto(app.origin);
  await expect(page.getByRole("link", { name: "Name" })).toBeVisible();
  await expect(page.getByText("theirs")).toHaveCount(0);

  await page.getByRole("link", { name: "Name" }).click();
  await reachesByKeyboard(page, "The owner has closed this page to you.", "Try again");
  await owned.asOwner("PUT", `/people/${person}`);
  await page.keyboard.press("Enter");
  await view.showsText(text);
});

test("what is under way when the page is locked is kept, said not to be saved, and stored once it may be", async ({
  app,
  openAs,
}) => {
  const owned = await createOwned(app.origin, "theirs");
  const view = await openAs("/");
  const { page } = view;
  const line = await slowLine(page);
  await page.goto(`${app.origin}/d/${owned.id}`);
  await expect(view.saveState).toHaveText("Saved");
  line.isHolding = true;
  await view.type(" and mine");
  await owned.asOwner("PATCH", "", { locked: true });
  await expect(view.text).toHaveAttribute("contenteditable", "false");
  line.letThrough();
  await expect(view.saveState).toHaveText("Not saved: the document is locked");
  await expect(right(view)).toContainText("What you wrote last is on this device");
  expect(await seriousFaults(page)).toEqual([]);
  await page.reload();
  await expect(view.saveState).toHaveText("Not saved: the document is locked");
  await view.showsText("theirs and mine");
  expect(await app.textOf(owned.id)).toBe("theirs");
  await owned.asOwner("PATCH", "", { locked: false });
  await expect(view.saveState).toHaveText("Saved");
  expect(await app.textOf(owned.id)).toBe("theirs and mine");
});

test("whoever is cut off with text that is not stored has it, now and after a reload, as a file and to copy", async ({
  app,
  openAs,
}) => {
  const owned = await createOwned(app.origin, "theirs");
  const view = await openAs("/", { width: 390 });
  const { page } = view;
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  const line = await slowLine(page);
  await page.goto(`${app.origin}/d/${owned.id}`);
  await expect(view.saveState).toHaveText("Saved");
  line.isHolding = true;
  await view.type(" and mine");
  await owned.asOwner("DELETE", `/people/${await personHere(owned)}`);
  for (const isReloaded of [false, true]) {
    if (isReloaded) await page.reload();
    await expect(page.getByRole("alert")).toContainText("The owner has removed you from this page");
    await expect(view.saveState).toHaveText("Not saved: the server did not take it");
    await view.showsText("theirs and mine");
    expect(await view.downloadedText()).toBe("theirs and mine");
    await page.evaluate(() => navigator.clipboard.writeText(""));
    await view.text.focus();
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.press("ControlOrMeta+c");
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("theirs and mine");
    expect(await seriousFaults(page)).toEqual([]);
  }
  await page.getByRole("button", { name: "Open without what was not stored" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("The owner has closed this page to you.");
  await expect(page.getByText("mine")).toHaveCount(0);
});

test("a link's password is asked for by keyboard alone, and cannot be guessed at will", async ({ app, openAs }) => {
  const owned = await createOwned(app.origin, "behind a password");
  const { path } = await addLink(owned, { role: "edit", password: "open sesame" });
  const { page } = await openAs(path, { width: 390 });
  const tryIt = async (password: string, said: RegExp): Promise<void> => {
    await page.keyboard.type(password);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("alert")).toHaveText(said);
  };
  await expect(page.getByLabel("Password")).toBeFocused();
  expect(await seriousFaults(page)).toEqual([]);
  await tryIt("", /^Type the password first\.$/);
  await tryIt("wrong", /^That is not the password of this link\. Try again\.$/);
  const headers = { authorization: `Bearer ${path.split("#")[1]}`, "content-type": "application/json" };
  const guess = { method: "POST", headers, body: JSON.stringify({ password: "guess" }) };
  const guessed = async () => (await fetch(`${app.origin}/api/documents/${owned.id}/unlock`, guess)).status;
  await expect.poll(guessed, { intervals: [0] }).toBe(429);
  await tryIt("open sesame", /^Too many tries\. Try again in \d+ minutes\.$/);
  expect(await seriousFaults(page)).toEqual([]);
});

test("the owner of a page that is deleted hears so, and brings it back by keyboard, until a day that is named", async ({
  app,
  openAs,
}) => {
  const owned = await createOwned(app.origin, "deleted by mistake");
  const view = await openAs(`/d/${owned.id}#owner=${owned.ownerKey}`, { width: 390 });
  const { page } = view;
  await view.showsText("deleted by mistake");
  await expect(view.saveState).toHaveText("Saved");
  await owned.asOwner("DELETE");
  await expect(page.getByRole("alert")).toContainText("This page was deleted. You own it, so you can bring it back.");
  expect(await seriousFaults(page)).toEqual([]);
  await page.getByRole("alert").getByRole("button", { name: "Restore" }).click();
  await expect(view.saveState).toHaveText("Saved");

  const { erased }: { erased: string } = await (await owned.asOwner("DELETE")).json();
  await page.reload();
  await expect(page.getByText(`bring it back until`)).toContainText(String(new Date(erased).getFullYear()));
  await reachesByKeyboard(page, "This page was deleted.", "Restore");
  await page.keyboard.press("Enter");
  await view.showsText("deleted by mistake");
});

test("whoever comes when there are too many connections is told so, and let in when there is room", async ({
  app,
  openAs,
}) => {
  const path = `/d/${await app.createDocument("text")}`;
  await app.stop();
  await app.start({ CONNECTS_PER_MINUTE: "1", REFUSAL_DELAY_MS: "0" });
  const view = await openAs("/");
  const { page } = view;
  await page.clock.install();
  await page.goto(app.origin + path);
  await view.showsText("text");
  // At once, unless a minute has just begun.
  await expect(async () => {
    await page.reload();
    const words = "The server takes no more connections from where you are just now.";
    await expect(right(view)).toContainText(words, { timeout: 5_000 });
  }).toPass();
  expect(await seriousFaults(page)).toEqual([]);
  await app.stop();
  await app.start({ CONNECTS_PER_MINUTE: "0" });
  await page.clock.runFor(21_000);
  await expect(right(view)).toHaveText("");
  await view.type("!");
  await expect(view.saveState).toHaveText("Saved");
});

test("whoever asks for too many new pages is told so on one, by keyboard too", async ({ app, openAs }) => {
  await app.stop();
  await app.start({ CREATES_PER_HOUR: "1", REFUSAL_DELAY_MS: "0", CLIENT_ADDRESS_HEADER: "X-Client-Address" });
  const { page, text } = await openAs("/", { width: 390 });
  await page.setExtraHTTPHeaders({ "X-Client-Address": "192.0.2.1" });
  // The first is created, and a second if an hour has just begun.
  await expect(async () => {
    await page.goto(`${app.origin}/new`);
    await expect(page).toHaveURL(`${app.origin}/new`, { timeout: 2_000 });
  }).toPass();
  await reachesByKeyboard(page, "Too many new pages for now.", "Try again");
  await page.setExtraHTTPHeaders({ "X-Client-Address": "192.0.2.2" });
  await page.keyboard.press("Enter");
  await expect(text).toBeVisible();
});

test("two people with one name get different names, and each is shown the one that the others see", async ({
  app,
  openAs,
}) => {
  const path = `/d/${await app.createDocument("x")}`;
  const [fox, heron] = [await openAs(path), await openAs(path)];
  const rename = async ({ page }: DocumentView, name: string): Promise<void> => {
    await page.getByRole("button", { name: /\(you\)/ }).click();
    await page.getByRole("dialog", { name: "You" }).getByLabel("Name").fill(name);
    await page.keyboard.press("Enter");
  };
  const names = ({ page }: DocumentView) =>
    page
      .getByRole("list", { name: "People here" })
      .getByRole("button")
      .evaluateAll((buttons) => buttons.map((button) => button.getAttribute("data-name")));
  await rename(fox, "Ada");
  await expect.poll(() => names(heron)).toContain("Ada");
  await rename(heron, "ada");
  await expect.poll(() => names(fox)).toEqual(["Ada (you)", "ada 2"]);
  await expect.poll(() => names(heron)).toEqual(["ada 2 (you)", "Ada"]);

  await heron.page.reload();
  await expect.poll(() => names(heron)).toEqual(["ada 2 (you)", "Ada"]);
  await heron.page.getByRole("button", { name: /\(you\)/ }).click();
  const dialog = heron.page.getByRole("dialog", { name: "You" });
  await expect(dialog).toContainText("On this page they see you as ada 2.");
  await dialog.getByLabel("Name").fill("Eve");
  await heron.page.keyboard.press("Enter");
  await expect.poll(() => names(heron)).toEqual(["Eve (you)", "Ada"]);
  await expect.poll(() => names(fox)).toEqual(["Ada (you)", "Eve"]);
});
