/** Rights that change while pages are open, on the real server: who is cut off loses no text, and the others go on. */

import { type DocumentView, expect, test } from "./fixtures.ts";
import { addLink, createOwned, type OwnedDocument, personHere } from "./owned-document.ts";

const text = "Notes of the meeting";

/** What of the text stands on the page, and can be downloaded. */
async function keepsItsText(view: DocumentView, words: string): Promise<void> {
  await view.showsText(`${text}${words}`);
  expect(await view.downloadedText()).toBe(`${text}${words}`);
}

const cuts: readonly {
  readonly what: string;
  readonly said: string;
  /** Where the one opens the page who is to be cut off. */
  readonly open: (owned: OwnedDocument) => Promise<{ id: string; path: string }>;
  readonly cut: (owned: OwnedDocument, link: string) => Promise<unknown>;
}[] = [
  {
    what: "whose link is revoked",
    said: "The owner has revoked the link that you came by",
    open: (owned) => addLink(owned, { role: "edit" }),
    cut: (owned, link) => owned.asOwner("DELETE", `/links/${link}`),
  },
  {
    what: "whose link expires",
    said: "The link that you came by has expired",
    open: (owned) => addLink(owned, { role: "edit", expires: new Date(Date.now() + 20_000).toISOString() }),
    cut: async () => undefined,
  },
  {
    what: "whom the owner removes",
    said: "The owner has removed you from this page",
    open: async ({ id }) => ({ id: "", path: `/d/${id}` }),
    cut: async (owned) => {
      const fox = await personHere(owned, "Fox");
      expect((await owned.asOwner("DELETE", `/people/${fox}`)).status).toBe(204);
    },
  },
  {
    what: "by whose address nothing is to be had any more",
    said: "This page is no longer open to everyone who has its address",
    open: async ({ id }) => ({ id: "", path: `/d/${id}` }),
    cut: (owned) => owned.asOwner("PATCH", "", { access: "none" }),
  },
];

for (const { what, said, open, cut } of cuts) {
  test(`somebody ${what} is cut off at once with all their text, and the others go on`, async ({ app, openAs }) => {
    const owned = await createOwned(app.origin, text);
    const others = await addLink(owned, { role: "edit" });
    const { id: link, path } = await open(owned);
    const fox = await openAs(path);
    const heron = await openAs(others.path);
    await fox.page.evaluate(() => {
      const self = JSON.parse(localStorage.getItem("samepage:self") ?? "{}");
      localStorage.setItem("samepage:self", JSON.stringify({ ...self, name: "Fox" }));
    });
    await fox.page.reload();
    await fox.type(" and more");
    await heron.showsText(`${text} and more`);
    await expect(fox.saveState).toHaveText("Saved");
    await cut(owned, link);
    // A link may end by itself, some seconds from here.
    await expect(fox.page.getByRole("alert")).toContainText(said, { timeout: 30_000 });
    await keepsItsText(fox, " and more");
    await heron.type(", by heron");
    await expect(heron.saveState).toHaveText("Saved");
    expect(await (await owned.asOwner("GET", "/text")).text()).toBe(`${text} and more, by heron`);
    await keepsItsText(fox, " and more");
    await fox.page.reload();
    await expect(fox.page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(fox.text).toHaveCount(0);
  });
}

test("a locked document is read by all and written by nobody until it is unlocked, and no text is lost", async ({
  app,
  openAs,
}) => {
  const owned = await createOwned(app.origin, text);
  const fox = await openAs(`/d/${owned.id}`);
  const heron = await openAs(`/d/${owned.id}`);
  await fox.showsText(text);
  await heron.showsText(text);
  // What is typed as the lock falls is stored, or kept on the page until it may be.
  await fox.text.click();
  await fox.page.keyboard.press("ControlOrMeta+End");
  const typing = fox.page.keyboard.type(" 0123456789", { delay: 20 });
  await owned.asOwner("PATCH", "", { locked: true });
  await typing;
  await expect(fox.text).toHaveAttribute("aria-readonly", "true");
  await expect(heron.saveState).toHaveText("Read only");
  await expect(fox.page.getByText("The owner has locked this page")).toBeVisible();
  const shown = (await fox.lines()).join("\n");
  await heron.text.click();
  await heron.page.keyboard.type("x");
  expect(await (await owned.asOwner("GET", "/text")).text()).not.toContain("x");
  await owned.asOwner("PATCH", "", { locked: false });
  await expect(fox.saveState).toHaveText("Saved");
  await heron.showsText(shown);
  expect(await (await owned.asOwner("GET", "/text")).text()).toBe(shown);
  await heron.type("!");
  await fox.showsText(`${shown}!`);
});

test("a link to read shows what others write, and gives no way to write or to an address that does", async ({
  app,
  openAs,
}) => {
  const owned = await createOwned(app.origin, text);
  const editing = await addLink(owned, { role: "edit" });
  const reading = await addLink(owned, { role: "view" });
  await owned.asOwner("PATCH", "", { access: "none" });
  const fox = await openAs(editing.path);
  const reader = await openAs(reading.path);
  await expect(reader.saveState).toHaveText("Read only");
  await fox.type("!");
  await reader.showsText(`${text}!`);
  await reader.text.click();
  await reader.page.keyboard.type("x");
  await expect(reader.page.getByText("You can read this page, but not write in it.")).toBeVisible();
  expect(await reader.page.content()).not.toContain(editing.path.split("#")[1]);
  await fox.type("?");
  await reader.showsText(`${text}!?`);
  const stranger = await openAs(`/d/${owned.id}`);
  await expect(stranger.page.getByRole("heading", { level: 1 })).toHaveText(/not open to everyone/);
});

test("a link with a password opens for whoever knows it, also the next time", async ({ app, openAs }) => {
  const owned = await createOwned(app.origin, text);
  const { path } = await addLink(owned, { role: "edit", password: "open sesame" });
  const fox = await openAs(path);
  const field = fox.page.getByLabel("Password");
  await field.fill("wrong");
  await field.press("Enter");
  await expect(fox.page.getByRole("alert")).toContainText("not the password of this link");
  await field.fill("open sesame");
  await field.press("Enter");
  await fox.showsText(text);
  await fox.page.reload();
  await fox.showsText(text);
  await fox.type("!");
  await expect(fox.saveState).toHaveText("Saved");
});

test("a deleted page is gone for everybody, and its owner brings it back", async ({ app, openAs }) => {
  const owner = await openAs("/new");
  await owner.type("Kept words");
  await expect(owner.saveState).toHaveText("Saved");
  const { pathname } = new URL(owner.page.url());
  const fox = await openAs(pathname);
  await fox.showsText("Kept words");
  const key = await owner.page.evaluate(() =>
    Object.entries(localStorage)
      .find(([name]) => name.startsWith("samepage:owner:"))?.[1]
      ?.replaceAll('"', ""),
  );
  const headers = { authorization: `Bearer ${key}` };
  await fetch(`${app.origin}/api/documents${pathname.slice(2)}`, { method: "DELETE", headers });
  await expect(fox.page.getByRole("alert")).toContainText("no document at this address any more");
  await fox.showsText("Kept words");
  await fox.page.reload();
  await expect(fox.page.getByRole("heading", { level: 1 })).toHaveText("There is no document at this address.");
  await owner.page.reload();
  await owner.page.getByRole("button", { name: /Restore|Bring/ }).click();
  await owner.showsText("Kept words");
  await fox.page.reload();
  await fox.showsText("Kept words");
  await fox.type("!");
  await owner.showsText("Kept words!");
});
