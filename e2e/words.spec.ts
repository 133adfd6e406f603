import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";

/** By what a browser asks for: the page's language, its heading, and how it says that the text is stored. */
const spoken = [
  { asked: "en-GB", lang: "en", dir: "ltr", heading: "Write on the same page.", saved: "Saved" },
  { asked: "de-AT", lang: "de", dir: "ltr", heading: "Schreibt auf derselben Seite.", saved: "Gespeichert" },
  { asked: "es-MX", lang: "es", dir: "ltr", heading: "Escribid en la misma página.", saved: "Guardado" },
  { asked: "fr-CA", lang: "fr", dir: "ltr", heading: "Écrivez sur la même page.", saved: "Enregistré" },
  { asked: "ja-JP", lang: "ja", dir: "ltr", heading: "同じページに、いっしょに書く。", saved: "保存済み" },
  { asked: "zh-CN", lang: "zh-Hans", dir: "ltr", heading: "写在同一页上。", saved: "已保存" },
  { asked: "ar-EG", lang: "ar", dir: "rtl", heading: "اكتبوا على الصفحة نفسها.", saved: "محفوظ" },
  { asked: "pt-BR", lang: "en", dir: "ltr", heading: "Write on the same page.", saved: "Saved" },
] as const;

for (const { asked, lang, dir, heading, saved } of spoken) {
  test(`whoever's browser asks for ${asked} meets the page in ${lang}`, async ({ app, openAs }) => {
    const id = await app.createDocument("# One\n");
    const { page } = await openAs("/", { locale: asked });
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(heading);
    await expect(page.locator("html")).toHaveAttribute("lang", lang);
    await expect(page.locator("html")).toHaveAttribute("dir", dir);

    await page.goto(`${app.origin}/d/${id}`);
    await expect(page.locator("header").getByRole("status")).toHaveText(saved);
    await expect(page.locator("html")).toHaveAttribute("lang", lang);
    await expect(page.locator("html")).toHaveAttribute("dir", dir);
  });
}

test("another language is chosen without a reload, keeps the focus, and stays for the next visit", async ({
  openAs,
}) => {
  const { page } = await openAs("/");
  await page.evaluate(() => document.documentElement.setAttribute("data-same-page", ""));
  const choice = page.getByRole("combobox", { name: "Language" });
  await choice.focus();
  await choice.selectOption({ label: "العربية" });
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("اكتبوا على الصفحة نفسها.");
  await expect(page.getByRole("combobox", { name: "اللغة" })).toBeFocused();
  await expect(page.locator("html[data-same-page]")).toHaveAttribute("dir", "rtl");

  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("اكتبوا على الصفحة نفسها.");
  await page.getByRole("combobox").selectOption("auto");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Write on the same page.");
});

test("in a document another language is chosen without a reload, and the text, what is open and the focus stay", async ({
  app,
  openAs,
}) => {
  const view = await openAs(`/d/${await app.createDocument("# One\n")}`);
  await view.type("Two");
  await view.page.keyboard.press("ControlOrMeta+,");
  const choice = view.page.getByRole("combobox", { name: "Language of the page" });
  await choice.focus();
  await choice.selectOption({ label: "日本語" });
  await expect(view.page.getByRole("dialog", { name: "設定" })).toBeVisible();
  await expect(view.page.getByRole("combobox", { name: "ページの言語" })).toBeFocused();
  await expect(view.page.locator("html")).toHaveAttribute("lang", "ja");
  await view.page.keyboard.press("Escape");
  await expect(view.page.getByRole("textbox", { name: "本文" })).toBeFocused();
  await view.page.keyboard.type("!");
  await expect(view.page.locator(".cm-line")).toHaveText(["# One", "Two!"]);
  await expect(view.page.getByRole("status", { name: "保存の状態" })).toHaveText("保存済み");
});

test("a page that is not there says so in the person's language", async ({ openAs }) => {
  const { page } = await openAs("/d/AAAAAAAAAAAAAAAAAAAAAA", { locale: "fr-FR" });
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Il n’y a pas de document à cette adresse.");
  await expect(page).toHaveTitle("Introuvable · Samepage");
});

test("a language that cannot be loaded leaves the page in English, and says so", async ({ openAs }) => {
  const { page } = await openAs("/");
  await page.route(/\/assets\/first-/, (route) => route.abort());
  await page.getByRole("combobox", { name: "Language" }).selectOption("ja");
  await expect(page.getByRole("status", { name: "Notifications" })).toContainText("could not be loaded");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Write on the same page.");
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
});

test("a line runs the way its words do, and so do the arrow keys in it", async ({ app, openAs }) => {
  const id = await app.createDocument("- [x] مرحبا\n\nHello\n}\n");
  for (const locale of ["en-US", "ar-EG"]) {
    const { page } = await openAs(`/d/${id}`, { locale });
    const lines = page.locator(".cm-line");
    for (const [index, direction] of ["rtl", "rtl", "ltr", "ltr"].entries()) {
      await expect(lines.nth(index)).toHaveCSS("direction", direction);
    }
    await lines.first().click();
    await page.keyboard.press("ControlOrMeta+Home");
    await page.keyboard.press("ArrowLeft");
    await expect(page.locator("footer")).toContainText(locale === "en-US" ? "Ln 1, Col 2" : "سطر 1، عمود 2");
  }
});

test("a line of signs runs as the words behind it where none are before it, and code from the left in any page", async ({
  app,
  openAs,
}) => {
  const xOf = async (page: Page, part: string): Promise<number> => (await page.locator(part).boundingBox())?.x ?? 0;
  const prose = await openAs(`/d/${await app.createDocument("---\n\n# One\n")}`, { locale: "ar" });
  await expect(prose.page.locator(".cm-line").first()).toHaveCSS("direction", "ltr");
  expect(await xOf(prose.page, ".cm-gutters")).toBeGreaterThan(await xOf(prose.page, ".cm-content"));

  const content = JSON.stringify({ text: "// مرحبا\n", language: "rust" });
  const headers = { "content-type": "application/json" };
  const created = await fetch(`${app.origin}/api/documents`, { method: "POST", body: content, headers });
  const { id }: { id: string } = await created.json();
  const code = await openAs(`/d/${id}`, { locale: "ar" });
  await expect(code.page.locator(".cm-line").first()).toHaveText("// مرحبا");
  await expect(code.page.locator(".cm-line").first()).toHaveCSS("direction", "ltr");
  expect(await xOf(code.page, ".cm-gutters")).toBeLessThan(await xOf(code.page, ".cm-content"));
});

test("in Arabic the whole page runs from the right: the bar, the line numbers, the dialogs", async ({
  app,
  openAs,
}) => {
  const id = await app.createDocument("# مرحبا\n");
  const { page } = await openAs(`/d/${id}`, { locale: "ar" });
  const xOf = async (selector: string): Promise<number> => (await page.locator(selector).first().boundingBox())?.x ?? 0;
  await expect(page.locator(".cm-line").first()).toHaveText("# مرحبا");
  expect(await xOf(".cm-gutters")).toBeGreaterThan(await xOf(".cm-content"));
  expect(await xOf("header a")).toBeGreaterThan(await xOf("button.share"));
  await page.getByRole("button", { name: "مشاركة" }).click();
  const dialog = page.getByRole("dialog", { name: "مشاركة" });
  await expect(dialog).toBeVisible();
  expect((await dialog.boundingBox())?.x).toBeLessThan(200);
  await expect(dialog.getByRole("textbox").first()).toHaveCSS("direction", "ltr");
});
