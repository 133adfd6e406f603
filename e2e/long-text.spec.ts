/** Long texts: everything works in them. How fast it is, `pnpm bench page` says. */

import { type DocumentView, expect, test } from "./fixtures.ts";

/** Markdown of about `length` characters in which "needle" stands 10,000 times. */
function longText(length: number): string {
  const sentence = "Nobody reads this paragraph, which is here to be long enough. ";
  const block = Math.floor(length / 10_000) - " needle\n\n".length;
  return `${sentence.repeat(Math.ceil(block / sentence.length)).slice(0, block)} needle\n\n`.repeat(10_000);
}

async function workThrough(fox: DocumentView, heron: DocumentView): Promise<void> {
  const { page } = fox;
  await expect(page.locator(".cm-foldGutter")).toBeAttached();
  await expect(page.locator(".foot")).toContainText("words");
  await fox.text.click({ position: { x: 200, y: 100 } });
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.type("The end.");
  await expect(fox.text.getByText("The end.")).toBeInViewport();
  await expect(fox.saveState).toHaveText("Saved");
  await page.keyboard.press("ControlOrMeta+f");
  await page.keyboard.type("needle");
  await expect(page.locator(".find-count")).toHaveText("10,000 matches");
  await page.keyboard.press("Enter");
  await expect(page.locator(".find-count")).toHaveText("1 of 10,000");
  await page.getByRole("textbox", { name: "Replace with" }).fill("thread");
  await page.getByRole("button", { name: "Replace all" }).click();
  await expect(page.locator(".find-count")).toHaveText("No matches");
  await expect(fox.saveState).toHaveText("Saved", { timeout: 60_000 });
  await expect(heron.text.getByText("thread").first()).toBeVisible({ timeout: 60_000 });
}

for (const [name, length] of [
  ["1 MB", 1_000_000],
  ["5 MB", 4_900_000],
] as const) {
  test(`a text of ${name} is opened, gone through to its end, searched, replaced in ten thousand places and written in`, async ({
    app,
    openAs,
  }) => {
    test.slow();
    const text = longText(length);
    const id = await app.createDocument(text);
    const [fox, heron] = [await openAs(`/d/${id}`), await openAs(`/d/${id}`)];
    await workThrough(fox, heron);
    const expected = `${text.replaceAll("needle", "thread")}The end.`;
    await expect.poll(async () => (await app.textOf(id)) === expected, { timeout: 60_000 }).toBe(true);
    await fox.page.keyboard.press("Escape");
    await fox.page.keyboard.press("ControlOrMeta+z");
    await expect.poll(async () => (await app.textOf(id)) === `${text}The end.`, { timeout: 60_000 }).toBe(true);
  });
}
