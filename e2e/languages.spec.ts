/** The language of the text: what it seems to be, what somebody chose, and how its file's lines end. */

import { readFile } from "node:fs/promises";
import { expect, test } from "./fixtures.ts";

async function create(origin: string, content: Readonly<Record<string, string>>): Promise<string> {
  const headers = { "content-type": "application/json" };
  const response = await fetch(`${origin}/api/documents`, { method: "POST", body: JSON.stringify(content), headers });
  const { id }: { id: string } = await response.json();
  return id;
}

async function settingsOf(origin: string, id: string): Promise<Record<string, unknown>> {
  return (await fetch(`${origin}/api/documents/${id}`)).json();
}

test("the language follows from title, first line or text while nobody chose one, and nobody writes that down", async ({
  app,
  openAs,
}) => {
  const id = await create(app.origin, { text: "" });
  const [fox, heron] = [await openAs(`/d/${id}`), await openAs(`/d/${id}`)];
  const languageOf = ({ page }: typeof fox) => page.getByRole("button", { name: /^Language:/ });
  await expect(languageOf(fox)).toHaveText("Markdown");
  await fox.type("#!/usr/bin/env python3\n");
  for (const view of [fox, heron]) await expect(languageOf(view)).toHaveText("Python");
  await fox.title.fill("main.rs");
  await fox.title.press("Enter");
  for (const view of [fox, heron]) await expect(languageOf(view)).toHaveText("Rust");
  await fox.type('fn main() { println!("hello"); }');
  await expect(fox.text.locator(".cm-line").last().locator("span").first()).toHaveText("fn");
  expect(await settingsOf(app.origin, id)).toMatchObject({ language: "auto" });
});

test("a language is found in a list by keys, and is the same for everybody on the page and ever after", async ({
  app,
  openAs,
}) => {
  const id = await create(app.origin, { text: "SELECT name FROM people;", title: "Names" });
  const [fox, heron] = [await openAs(`/d/${id}`), await openAs(`/d/${id}`)];
  const button = fox.page.getByRole("button", { name: /^Language:/ });
  await expect(button).toHaveText("Markdown");
  await button.click();
  await expect(fox.page.getByRole("combobox", { name: "Find a language" })).toBeFocused();
  await fox.page.keyboard.type("no such language");
  await expect(fox.page.getByText("No language is called that.")).toBeVisible();
  await fox.page.getByRole("combobox").fill("postgre");
  await expect(fox.page.getByRole("option")).toHaveText(["PostgreSQL"]);
  await fox.page.keyboard.press("Enter");
  for (const view of [fox, heron])
    await expect(view.page.getByRole("button", { name: "Language: PostgreSQL" })).toBeVisible();
  await expect(button).toBeFocused();
  expect(await settingsOf(app.origin, id)).toMatchObject({ language: "postgresql" });
  const otter = await openAs(`/d/${id}`);
  await expect(otter.page.getByRole("button", { name: "Language: PostgreSQL" })).toBeVisible();
  await button.click();
  await expect(fox.page.getByRole("combobox", { name: "Find a language" })).toBeFocused();
  await fox.page.keyboard.press("Home");
  await fox.page.keyboard.press("Enter");
  await expect(heron.page.getByRole("button", { name: "Language: Markdown" })).toBeVisible();
  expect(await settingsOf(app.origin, id)).toMatchObject({ language: "auto" });
});

test("a language that this version does not know is shown as plain text", async ({ app, openAs }) => {
  const id = await create(app.origin, { text: "# no heading", language: "klingon" });
  const fox = await openAs(`/d/${id}`);
  await expect(fox.page.locator(".cm-foldGutter")).toBeAttached();
  await fox.showsText("# no heading");
  await expect(fox.text.locator(".cm-line span")).toHaveCount(0);
});

test("a file whose lines end with CRLF comes back as it came, until somebody chooses otherwise", async ({
  app,
  openAs,
}) => {
  const id = await create(app.origin, { text: "one\r\ntwo\r\n", title: "windows.txt" });
  const fox = await openAs(`/d/${id}`);
  await fox.showsText("one\ntwo\n");
  const download = async (): Promise<string> => {
    await fox.page.getByRole("button", { name: "More" }).click();
    const [file] = await Promise.all([
      fox.page.waitForEvent("download"),
      fox.page.getByRole("menuitem", { name: "Download the text" }).click(),
    ]);
    return readFile(await file.path(), "utf8");
  };
  expect(await download()).toBe("one\r\ntwo\r\n");
  await fox.page.getByRole("button", { name: "Line ends: CRLF" }).click();
  await fox.page.getByRole("option", { name: "LF, as on Linux and macOS" }).click();
  await expect(fox.page.getByRole("button", { name: "Line ends: CRLF" })).toHaveCount(0);
  expect(await download()).toBe("one\ntwo\n");
  expect(await settingsOf(app.origin, id)).toMatchObject({ lineEnds: "lf" });
});
