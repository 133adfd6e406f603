/** The Share dialog on the real server: by keyboard, in plain words, with one press to copy. */

import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";

const dialogOf = (page: Page) => page.getByRole("dialog", { name: "Share" });

async function copied(page: Page): Promise<string> {
  return page.evaluate(() => navigator.clipboard.readText());
}

test("copies the address with one press, and says so", async ({ app, openAs }) => {
  const id = await app.createDocument("Text");
  const fox = await openAs(`/d/${id}`);
  await fox.page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await fox.page.getByRole("button", { name: "Share" }).press("Enter");
  await expect(dialogOf(fox.page).getByRole("button", { name: "Copy link" })).toBeFocused();
  await fox.page.keyboard.press("Enter");
  await expect(fox.page.getByRole("status", { name: "Copying" })).toContainText("Copied");
  expect(await copied(fox.page)).toBe(`${app.origin}/d/${id}`);
  await expect(dialogOf(fox.page)).toContainText("Anyone with this address can write.");
  await expect(dialogOf(fox.page).getByRole("radio")).toHaveCount(0);
  await fox.page.keyboard.press("Escape");
  await expect(dialogOf(fox.page)).toBeHidden();
  await expect(fox.page.getByRole("button", { name: "Share" })).toBeFocused();
});

test("passes on the link by which one came, and never the owner's key", async ({ app, openAs }) => {
  const owner = await openAs("/new");
  await owner.page.getByRole("button", { name: "Share" }).click();
  await owner.page.locator("summary", { hasText: "Links" }).click();
  await owner.page.getByRole("button", { name: "New link…" }).click();
  await owner.page.getByLabel("Whoever has it can").selectOption("view");
  await owner.page.getByRole("button", { name: "Make the link" }).click();
  await expect(owner.page.getByRole("button", { name: "New link…" })).toBeFocused();
  const link = await owner.page.getByRole("textbox", { name: "New link" }).inputValue();
  expect(link).toMatch(/^http.*\/d\/[\w-]{22}#[\w-]{22}$/);
  await expect(dialogOf(owner.page)).toContainText("whoever has a link has the address too");
  const reader = await openAs(link.slice(app.origin.length));
  await reader.page.getByRole("button", { name: "Share" }).click();
  await expect(reader.page.getByRole("textbox", { name: "Address" })).toHaveValue(link);
  await expect(dialogOf(reader.page)).toContainText("Anyone with this link can only read, as you can.");
  const address = await owner.page.getByRole("textbox", { name: "Address" }).inputValue();
  expect(address).toBe(link.split("#")[0]);
  await dialogOf(owner.page).getByText("QR code").first().click();
  await expect(owner.page.getByRole("img", { name: "QR code of the address" }).first()).toBeVisible();
});

test("lets the owner decide by keyboard alone what the address gives, and says what that means", async ({
  app,
  openAs,
}) => {
  const owner = await openAs("/new");
  const { pathname } = new URL(owner.page.url());
  const fox = await openAs(pathname);
  await expect(fox.saveState).toHaveText("Saved");
  await owner.page.getByRole("button", { name: "Share" }).press("Enter");
  await expect(owner.page.getByRole("radio", { name: "Write" })).toBeChecked();
  await owner.page.keyboard.press("Tab");
  await expect(owner.page.getByRole("radio", { name: "Write" })).toBeFocused();
  for (const [word, said] of [
    ["Comment", "can read this page. Comments are to come"],
    ["Read", "can read this page, but not write in it"],
  ] as const) {
    await owner.page.keyboard.press("ArrowRight");
    await expect(owner.page.getByRole("radio", { name: word, exact: true })).toBeChecked();
    await expect(dialogOf(owner.page)).toContainText(said);
    await expect(fox.saveState).toHaveText("Read only");
  }
  await owner.page.keyboard.press("ArrowRight");
  await expect(dialogOf(owner.page)).toContainText("The address alone opens nothing.");
  await expect(fox.page.getByRole("alert")).toContainText("no longer open to everyone");
  await owner.page.reload();
  await owner.page.getByRole("button", { name: "Share" }).click();
  await expect(owner.page.getByRole("radio", { name: "Nothing" })).toBeChecked();
  expect((await fetch(`${app.origin}/api/documents${pathname.slice(2)}/text`)).status).toBe(403);
});

test("takes a choice back that the server did not make, and says why", async ({ openAs }) => {
  const owner = await openAs("/new");
  await owner.page.getByRole("button", { name: "Share" }).click();
  await expect(owner.page.getByRole("radio", { name: "Write" })).toBeChecked();
  await owner.page.context().setOffline(true);
  await owner.page.getByText("Nothing", { exact: true }).click();
  await expect(dialogOf(owner.page).getByRole("alert")).toContainText("The server cannot be reached");
  await expect(owner.page.getByRole("radio", { name: "Write" })).toBeChecked();
});

test("shows the owner who is here, removes them after asking, and lets them back in", async ({ openAs }) => {
  const owner = await openAs("/new");
  const fox = await openAs(new URL(owner.page.url()).pathname);
  await fox.text.click();
  await expect(owner.people).toHaveCount(2);
  await owner.page.getByRole("button", { name: "Share" }).click();
  await owner.page.locator("summary", { hasText: "Others here" }).press("Enter");
  await owner.page.getByRole("button", { name: /^Remove: / }).press("Enter");
  await expect(owner.page.getByRole("button", { name: "Remove", exact: true })).toBeFocused();
  await owner.page.keyboard.press("Enter");
  await expect(fox.page.getByRole("alert")).toContainText("The owner has removed you");
  await owner.page.getByRole("button", { name: /^Let back in: / }).click();
  await expect(owner.page.getByRole("button", { name: /^Let back in: / })).toHaveCount(0);
  await fox.page.reload();
  await expect(fox.saveState).toHaveText("Saved");
  // The list follows who comes, and what they may do.
  const others = owner.page.locator("details", { hasText: "Others here" });
  await expect(others.getByRole("listitem")).toContainText("can write · by the address");
  await dialogOf(owner.page).getByText("Read", { exact: true }).click();
  await expect(others.getByRole("listitem")).toContainText("can only read · by the address");
  await fox.page.close();
  await expect(others.getByRole("listitem")).toHaveCount(0);
});

test("locks the page, hands it to another device, and deletes it when the word is typed", async ({ app, openAs }) => {
  const owner = await openAs("/new");
  const { pathname } = new URL(owner.page.url());
  const more = owner.page.locator("summary", { hasText: "More for you as the owner" });
  await owner.page.getByRole("button", { name: "Share" }).click();
  await more.click();
  await owner.page.getByRole("checkbox", { name: /^Nobody can write/ }).click();
  await expect(owner.saveState).toHaveText("Read only");
  await owner.page.getByRole("button", { name: "Show the owner’s link" }).click();
  const link = await owner.page.getByRole("textbox", { name: "Owner’s link" }).inputValue();
  const other = await openAs(link.slice(app.origin.length));
  expect(new URL(other.page.url()).hash).toBe("");
  await other.page.getByRole("button", { name: "Share" }).click();
  await more.first().waitFor();
  await other.page.locator("summary", { hasText: "More for you as the owner" }).click();
  await expect(other.page.getByRole("checkbox", { name: /^Nobody can write/ })).toBeChecked();
  await other.page.getByRole("button", { name: "Delete…" }).click();
  await expect(other.page.getByRole("button", { name: "Delete the page" })).toBeDisabled();
  await expect(other.page.getByLabel("Type “delete” to go on")).toBeFocused();
  await other.page.getByRole("button", { name: "Keep it" }).click();
  await expect(other.page.getByRole("button", { name: "Delete…" })).toBeFocused();
  await other.page.keyboard.press("Enter");
  await other.page.getByLabel("Type “delete” to go on").fill("delete");
  await other.page.getByLabel("Type “delete” to go on").press("Enter");
  await expect(other.page.getByRole("heading", { level: 1 })).toHaveText("This page was deleted.");
  await expect(other.page.getByText("you can bring it back until")).toBeVisible();
  expect((await fetch(`${app.origin}${pathname}`)).status).toBe(404);
  await other.page.getByRole("button", { name: "Restore" }).click();
  await expect(other.saveState).toHaveText("Read only");
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`breaks no rule of accessibility, ${colorScheme}, with all its parts open`, async ({ openAs }) => {
    const owner = await openAs("/new", { colorScheme, width: 390 });
    const fox = await openAs(new URL(owner.page.url()).pathname);
    await fox.text.click();
    await owner.page.getByRole("button", { name: "Share" }).click();
    await expect(owner.page.getByRole("radio", { name: "Write" })).toBeChecked();
    for (const summary of await dialogOf(owner.page).locator("summary").all()) await summary.click();
    await owner.page.getByRole("button", { name: "New link…" }).click();
    await owner.page.getByRole("button", { name: "Show the owner’s link" }).click();
    await owner.page.getByRole("button", { name: "Delete…" }).click();
    await owner.page.getByRole("button", { name: /^Remove: / }).click();
    expect((await new AxeBuilder({ page: owner.page }).analyze()).violations).toEqual([]);
  });
}
