/** Everything by keyboard alone: the main job, and each dialog and panel. No mouse in this file. */

import { expect, test } from "./fixtures.ts";
import { KeyboardPerson } from "./keyboard-person.ts";
import { allScreens } from "./screens/all-screens.ts";
import { Stage } from "./screens/stage.ts";

test("the main job is done by keyboard alone, and one always sees where one is", async ({ app, openAs }) => {
  const view = await openAs("/");
  const { page } = view;
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  const person = new KeyboardPerson(page);
  await person.press(page.getByRole("button", { name: "New document" }));
  await expect(view.text).toBeFocused();
  await page.keyboard.type("# By keyboard\nWritten without a mouse.");
  await person.goTo(view.title, "Shift+Tab");
  await page.keyboard.type("Keys only");
  await page.keyboard.press("Enter");
  await expect(view.text).toBeFocused();
  await expect(page).toHaveTitle(/Keys only/);

  const share = page.getByRole("button", { name: "Share" });
  await person.press(share, "Shift+Tab");
  await expect(page.getByRole("button", { name: "Copy link" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status", { name: "Copying" })).toContainText("Copied");
  const address = await page.evaluate(() => navigator.clipboard.readText());
  await page.keyboard.press("Escape");
  await expect(share).toBeFocused();

  const heron = await openAs(address.slice(app.origin.length));
  await heron.showsText("# By keyboard\nWritten without a mouse.");
  await expect(heron.title).toHaveValue("Keys only");

  const search = page.getByRole("textbox", { name: "Find" });
  await person.goTo(view.text);
  await page.keyboard.press("ControlOrMeta+f");
  await expect(search).toBeFocused();
  await page.keyboard.type("mouse");
  await person.goTo(page.getByRole("textbox", { name: "Replace" }));
  await page.keyboard.type("click");
  await person.press(page.getByRole("button", { name: "replace all" }));
  await page.keyboard.press("Escape");
  await expect(view.text).toBeFocused();
  await heron.showsText("# By keyboard\nWritten without a click.");

  await page.keyboard.press("ControlOrMeta+k");
  await expect(page.getByRole("combobox", { name: "Type what you want to do" })).toBeFocused();
  await page.keyboard.type("outline");
  await page.keyboard.press("Enter");
  const outline = page.getByRole("complementary", { name: "Outline" });
  await expect(outline.getByRole("button", { name: "By keyboard" })).toBeVisible();
  await person.press(outline.getByRole("button", { name: "By keyboard" }));
  await expect(view.text).toBeFocused();
  await page.keyboard.press("ControlOrMeta+Shift+o");
  await expect(outline).toBeHidden();

  const preview = page.getByRole("region", { name: "Preview" });
  await view.doCommand("show or hide the preview");
  await expect(preview.locator("iframe").contentFrame().getByRole("heading", { name: "By keyboard" })).toBeVisible();
  await expect(view.text).toBeFocused();
  await person.press(preview.getByRole("button", { name: "Close the preview" }));
  await expect(preview).toBeHidden();
  await expect(view.text).toBeFocused();

  await page.keyboard.press("ControlOrMeta+,");
  const settings = page.getByRole("dialog", { name: "Settings" });
  await expect(settings).toBeVisible();
  await person.goTo(settings.getByRole("radio", { name: "As the system" }));
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Escape");
  await expect(view.text).toBeFocused();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "light");

  await person.press(page.getByRole("link", { name: "Home" }), "Shift+Tab");
  await page.waitForURL(`${app.origin}/`);
  await person.press(page.getByRole("link", { name: "Keys only" }));
  await page.waitForURL(address);
  await view.text.waitFor();
  await view.showsText("# By keyboard\nWritten without a click.");
});

/** What opens by a key or a button, which has the focus again when it is closed. */
const openings: readonly { readonly what: string; readonly key: string; readonly opened: string }[] = [
  { what: "the palette", key: "ControlOrMeta+k", opened: "dialog.palette[open]" },
  { what: "the settings", key: "ControlOrMeta+,", opened: "dialog.window[open]" },
  { what: "the list of keys", key: "F1", opened: "dialog.window[open]" },
  { what: "search and replace", key: "ControlOrMeta+f", opened: ".find" },
];

test("every dialog that a key opens in the text is closed by Escape, which gives the focus back to the text", async ({
  app,
  openAs,
}) => {
  const view = await openAs(`/d/${await app.createDocument("# Keys")}`);
  await view.showsText("# Keys");
  // What searches comes after the text, and the margin to fold at with it.
  await view.page.locator(".cm-foldGutter").waitFor({ state: "attached" });
  await view.text.focus();
  for (const { what, key, opened } of openings) {
    await view.page.keyboard.press(key);
    await expect(view.page.locator(opened), what).toBeVisible();
    expect(await new KeyboardPerson(view.page).focusFault(), what).toBeNull();
    await view.page.keyboard.press("Escape");
    await expect(view.page.locator(opened), what).toBeHidden();
    await expect(view.text, what).toBeFocused();
  }
});

test("every dialog and menu of a button is closed by Escape, which gives the focus back to the button", async ({
  app,
  openAs,
}) => {
  const { page } = await openAs(`/d/${await app.createDocument("# Keys")}`);
  const person = new KeyboardPerson(page);
  for (const [button, opened] of [
    [page.getByRole("button", { name: "Share" }), page.getByRole("dialog", { name: "Share" })],
    [page.getByRole("button", { name: "More" }), page.getByRole("menu")],
    [page.getByRole("button", { name: /\(you\)/ }), page.getByRole("dialog", { name: "You" })],
  ] as const) {
    await button.press("Enter");
    await expect(opened).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(opened).toBeHidden();
    await expect(button).toBeFocused();
    expect(await person.focusFault()).toBeNull();
  }
});

for (const screen of allScreens.filter(({ isMain }) => isMain)) {
  test(`Tab comes to everything and shows where it is: ${screen.name}`, async ({ app, openAs }) => {
    const { page } = await openAs("/elsewhere");
    const stage = await Stage.on(page, app);
    await screen.show(stage);
    expect(await new KeyboardPerson(page).faultsOfAllStops()).toEqual([]);
    stage.leave();
  });
}
