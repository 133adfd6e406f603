import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { createOwned } from "./owned-document.ts";

/** The titles on the first page, from the top. */
function titles(page: Page) {
  return page.getByRole("region", { name: "Opened on this device" }).getByRole("link");
}

test("documents opened on this device are found by their words, and pinned to the top", async ({ app, openAs }) => {
  const view = await openAs("/");
  for (const name of ["Launch notes", "Recipe book", "Minutes", "Interview"]) {
    await view.page.goto(`${app.origin}/d/${await app.createDocument(`# ${name}\nAbout ${name.toLowerCase()}.`)}`);
    await expect(view.text).toContainText(name);
  }
  await view.page.goto(app.origin);
  await expect(titles(view.page)).toHaveText(["Interview", "Minutes", "Recipe book", "Launch notes"]);

  await view.page.getByRole("searchbox", { name: "Find a document" }).fill("book about");
  await expect(titles(view.page)).toHaveText(["Recipe book"]);
  await view.page.getByRole("searchbox").fill("nowhere");
  await expect(view.page.getByText("No document here matches that.")).toBeVisible();
  await view.page.getByRole("searchbox").fill("");

  const pin = view.page.getByRole("button", { name: "Pin Recipe book to the top" });
  await pin.focus();
  await view.page.keyboard.press("Enter");
  await expect(titles(view.page)).toHaveText(["Recipe book", "Interview", "Minutes", "Launch notes"]);
  await expect(pin).toHaveAttribute("aria-pressed", "true");
  await expect(pin).toBeFocused();
  await view.page.reload();
  await expect(titles(view.page).first()).toHaveText("Recipe book");
});

test("renaming on the first page renames the document, or only the entry where one may not", async ({
  app,
  openAs,
}) => {
  const owned = await createOwned(app.origin, "# Plans\n");
  const view = await openAs(`/d/${owned.id}`);
  await expect(view.text).toContainText("Plans");
  const reader = await openAs(`/d/${owned.id}`);
  await view.page.goto(app.origin);
  await view.page.getByRole("button", { name: "Rename Plans" }).click();
  await view.page.keyboard.type("Plans for May");
  await view.page.keyboard.press("Enter");
  await expect(titles(view.page)).toHaveText(["Plans for May"]);
  await expect(reader.title).toHaveValue("Plans for May");

  await view.page.getByRole("button", { name: "Rename Plans for May" }).click();
  await view.page.keyboard.type("No");
  await view.page.keyboard.press("Escape");
  await expect(titles(view.page)).toHaveText(["Plans for May"]);
  await expect(view.page.getByRole("button", { name: "Rename Plans for May" })).toBeFocused();

  await owned.asOwner("PATCH", "", { access: "view" });
  await view.page.getByRole("button", { name: "Rename Plans for May" }).click();
  await view.page.keyboard.type("Mine");
  await view.page.keyboard.press("Enter");
  await expect(titles(view.page)).toHaveText(["Mine"]);
  await expect(view.page.getByRole("status", { name: "Notifications" })).toContainText("Only this list calls it that");
  await titles(view.page).click();
  await expect(view.title).toHaveValue("Plans for May");
});

test("an entry that is forgotten is put back where it was, when one says so", async ({ app, openAs }) => {
  const view = await openAs("/");
  for (const name of ["One", "Two", "Three"]) {
    await view.page.goto(`${app.origin}/d/${await app.createDocument(`# ${name}\n`)}`);
    await expect(view.text).toContainText(name);
  }
  await view.page.goto(app.origin);
  await view.page.getByRole("button", { name: "Take Two off this list" }).click();
  await expect(titles(view.page)).toHaveText(["Three", "One"]);
  await expect(view.page.getByRole("heading", { name: "Opened on this device" })).toBeFocused();
  await view.page.getByRole("button", { name: "Undo" }).click();
  await expect(titles(view.page)).toHaveText(["Three", "Two", "One"]);
});

test("the first page shows by their colours who was there last, and fits a narrow window", async ({ app, openAs }) => {
  const id = await app.createDocument("# Together\n");
  const view = await openAs(`/d/${id}`);
  const other = await openAs(`/d/${id}`);
  await expect(view.people).toHaveCount(2);
  await other.page.close();
  await view.page.goto(app.origin);
  await expect(view.page.locator(".recent .company i")).toHaveCount(1);
  await view.page.setViewportSize({ width: 320, height: 800 });
  await expect(view.page.getByRole("button", { name: "Pin Together to the top" })).toBeInViewport();
  expect(await view.page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
});
