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

  await person.press(page.getByRole("link", { name: "Home" }), "Shift+Tab");
  await page.waitForURL(`${app.origin}/`);
  await person.press(page.getByRole("link", { name: "Keys only" }));
  await page.waitForURL(address);
  await view.text.waitFor();
  await view.showsText("# By keyboard\nWritten without a mouse.");
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
