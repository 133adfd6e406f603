import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { DocumentView, expect, test } from "./fixtures.ts";

interface GivenFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

function file(name: string, content: string | Buffer, mimeType = "text/plain"): GivenFile {
  return { name, mimeType, buffer: Buffer.from(content) };
}

/** Texts as encoders of these encodings write them. */
const encoded: readonly (readonly [string, string, string])[] = [
  [
    "windows-1252",
    "R3L832UgYXVzIE38bmNoZW46IHNjaPZuZSBTdHJh32UsIGdy9t9lciCWIIRqYZMu",
    "Grüße aus München: schöne Straße, größer – „ja“.",
  ],
  ["shift_jis", "grGC6oLNk/qWe4zqgsyDZYNMg1iDZ4LFgreBQonvi2OCzIOBg4I=", "これは日本語のテキストです。会議のメモ"],
  ["gb18030", "1eLKx9K7uPbW0M7EzsSxvs7EvP6ho7vh0um8x8K8o7q+9raoyNXG2g==", "这是一个中文文本文件。会议记录：决定日期"],
  [
    "koi8-r",
    "/NTPINTFy9PUz9fZyiDGwcrMIM7BINLV09PLz80g0drZy8UuIPDSydfF1CwgzcnSIQ==",
    "Это текстовый файл на русском языке. Привет, мир!",
  ],
];

/** Drops `files` onto the middle of the page, as a person does. */
async function drop(page: Page, files: readonly GivenFile[], onto = "body"): Promise<void> {
  const given = files.map(({ name, mimeType, buffer }) => ({ name, mimeType, base64: buffer.toString("base64") }));
  await page.evaluate(
    ({ given, onto }) => {
      const dataTransfer = new DataTransfer();
      for (const { name, mimeType, base64 } of given) {
        const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
        dataTransfer.items.add(new File([bytes], name, { type: mimeType }));
      }
      const target = document.querySelector(onto);
      const { left = 0, top = 0, width = 0, height = 0 } = target?.getBoundingClientRect() ?? {};
      const at = { clientX: left + width / 2, clientY: top + height / 2 };
      for (const type of ["dragenter", "dragover", "drop"])
        target?.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true, ...at }));
    },
    { given, onto },
  );
}

const chosenFile = (page: Page) => page.locator("input[type=file]");

/** The text of the document that a link of the dialog leads to. */
async function textBehind(page: Page, name: string, textOf: (id: string) => Promise<string>): Promise<string> {
  const address = await page.getByRole("dialog").getByRole("link", { name }).getAttribute("href");
  return textOf(address?.slice("/d/".length) ?? "");
}

test("several files become several documents, whatever their encoding, and what is no text is refused with a reason", async ({
  app,
  openAs,
}) => {
  const { page } = await openAs("/");
  const sixteen = "Sixteen bits, ünd more";
  const littleEndian = Buffer.from(`\uFEFF${sixteen}`, "utf16le");
  await chosenFile(page).setInputFiles([
    file("utf8.txt", "plain ünd 日本"),
    file("marked.txt", "\uFEFFwith a mark"),
    file("le.txt", littleEndian),
    file("be.txt", Buffer.from(littleEndian).swap16()),
    ...encoded.map(([name, base64]) => file(`${name}.txt`, Buffer.from(base64, "base64"))),
    file("picture.png", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0, 0, 0, 13]), "image/png"),
    file("hidden.txt", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0, 0, 0, 13])),
  ]);
  const dialog = page.getByRole("dialog", { name: /^(Open 10 files|Files)$/ });
  await expect(dialog.getByRole("link")).toHaveCount(8);
  await expect(dialog.getByRole("listitem").filter({ hasText: "picture.png" })).toContainText("it is a picture");
  await expect(dialog.getByRole("listitem").filter({ hasText: "hidden.txt" })).toContainText("it is not a text file");
  await expect(dialog.getByRole("listitem").filter({ hasText: "koi8-r.txt" })).toContainText("Read as koi8-r");
  const textOf = (id: string): Promise<string> => app.textOf(id);
  expect(await textBehind(page, "utf8.txt", textOf)).toBe("plain ünd 日本");
  expect(await textBehind(page, "marked.txt", textOf)).toBe("with a mark");
  expect(await textBehind(page, "le.txt", textOf)).toBe(sixteen);
  expect(await textBehind(page, "be.txt", textOf)).toBe(sixteen);
  for (const [name, , text] of encoded) expect(await textBehind(page, `${name}.txt`, textOf)).toBe(text);
  // Whoever closes the dialog finds them on the first page.
  await dialog.getByRole("button", { name: "Close" }).click();
  await expect(page.getByRole("link", { name: "koi8-r.txt" })).toBeVisible();
});

test("one file is opened as a document with its name, and comes back as it was, with its line ends", async ({
  openAs,
}) => {
  const view = await openAs("/");
  await drop(view.page, [file("notes.txt", "one\r\ntwo\r\n")]);
  await expect(view.page).toHaveURL(/\/d\//);
  await expect(view.title).toHaveValue("notes.txt");
  await view.showsText("one\ntwo\n");
  await view.type("three");
  await expect(view.saveState).toHaveText("Saved");
  expect(await exported(view, "Download the text")).toEqual({ name: "notes.txt", text: "one\r\ntwo\r\nthree" });
});

test("a file that is dropped or pasted onto a document becomes one of its own, or is inserted, as one chooses", async ({
  app,
  openAs,
}) => {
  const id = await app.createDocument("before after");
  const view = await openAs(`/d/${id}`);
  const { page } = view;
  await view.showsText("before after");
  await drop(page, [file("dropped.md", "# Dropped")], ".cm-content");
  const dialog = page.getByRole("dialog", { name: /^(Open 1 file|Files)$/ });
  await expect(dialog.getByRole("button", { name: "Open as a new document" })).toBeFocused();
  await page.keyboard.press("Enter");
  expect(await textBehind(page, "dropped.md", (other) => app.textOf(other))).toBe("# Dropped");
  const [opened] = await Promise.all([
    page.waitForEvent("popup"),
    dialog.getByRole("link", { name: "dropped.md" }).click(),
  ]);
  await new DocumentView(opened).showsText("# Dropped");
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await view.showsText("before after");

  await view.text.press("ControlOrMeta+Home");
  for (let step = 0; step < "before".length; step += 1) await page.keyboard.press("ArrowRight");
  await view.text.evaluate((editor) => {
    const clipboardData = new DataTransfer();
    clipboardData.items.add(new File([" pasted"], "pasted.txt", { type: "text/plain" }));
    editor.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  });
  await page.getByRole("button", { name: "Insert here" }).click();
  await view.showsText("before pasted after");
  await expect(view.text).toBeFocused();
  await expect.poll(() => app.textOf(id)).toBe("before pasted after");
});

test("a file that is no text changes nothing, and says why", async ({ app, openAs }) => {
  const id = await app.createDocument("as it is");
  const view = await openAs(`/d/${id}`);
  await view.showsText("as it is");
  await drop(view.page, [file("film.mp4", Buffer.alloc(64), "video/mp4")], ".cm-content");
  const dialog = view.page.getByRole("dialog");
  await expect(dialog).toContainText("it is a picture or a recording, not text");
  await expect(dialog.getByRole("button", { name: "Insert here" })).toHaveCount(0);
  await dialog.getByRole("button", { name: "Close" }).click();
  await view.showsText("as it is");
});

const markdown = `# Plan

Some **bold** words, [a link](https://example.org/there) and \`code\`.

| a | b |
|---|---|
| 1 | 2 |

\`\`\`js
const answer = 42;
\`\`\`
`;

/** Chooses `name` in the menu behind ⋯. */
async function choose({ page }: DocumentView, name: string): Promise<void> {
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name }).click();
}

async function exported(view: DocumentView, name: string): Promise<{ readonly name: string; readonly text: string }> {
  const [download] = await Promise.all([view.page.waitForEvent("download"), choose(view, name)]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), "utf8") };
}

async function createTitled(
  origin: string,
  content: { title: string; text: string; language?: string },
): Promise<string> {
  const response = await fetch(`${origin}/api/documents`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(content),
  });
  const { id }: { id: string } = await response.json();
  return `/d/${id}`;
}

test("a document is downloaded as its source, as plain text, and as a page that stands by itself", async ({
  app,
  browser,
  openAs,
}) => {
  const view = await openAs(await createTitled(app.origin, { title: "The plan: 2.0", text: markdown }));
  await view.showsText(markdown);
  expect(await exported(view, "Download the text")).toEqual({ name: "The plan 2.0.md", text: markdown });
  expect(await exported(view, "Download as plain text")).toEqual({ name: "The plan 2.0.txt", text: markdown });
  const html = await exported(view, "Download as HTML");
  expect(html.name).toBe("The plan 2.0.html");
  const page = await (await browser.newContext({ javaScriptEnabled: false, offline: true })).newPage();
  await page.setContent(html.text);
  await expect(page.getByRole("heading", { name: "Plan", level: 1 })).toBeVisible();
  await expect(page.getByRole("link", { name: "a link" })).toHaveAttribute("href", "https://example.org/there");
  await expect(page.getByRole("cell", { name: "2" })).toBeVisible();
  await expect(page).toHaveTitle("The plan: 2.0");
});

test("code is downloaded with its own ending, and as a block of code in Markdown", async ({ app, openAs }) => {
  const view = await openAs(await createTitled(app.origin, { title: "script", language: "python", text: "print(1)" }));
  await view.showsText("print(1)");
  expect(await exported(view, "Download the text")).toEqual({ name: "script.py", text: "print(1)" });
  expect(await exported(view, "Download as Markdown")).toEqual({
    name: "script.md",
    text: "```python\nprint(1)\n```\n",
  });
});

test("the text is copied as rich text, what is selected or all, and as plain text beside it", async ({
  app,
  openAs,
}) => {
  const view = await openAs(`/d/${await app.createDocument(markdown)}`);
  await view.page.context().grantPermissions(["clipboard-read", "clipboard-write"], { origin: app.origin });
  await view.showsText(markdown);
  await choose(view, "Copy as rich text");
  await expect(view.page.getByRole("status", { name: "Notifications" })).toContainText("Copied as rich text.");
  const copied = await view.page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const read = async (type: string): Promise<string> => (await (await item?.getType(type))?.text()) ?? "";
    return { html: await read("text/html"), plain: await read("text/plain") };
  });
  expect(copied.plain).toBe(markdown);
  expect(copied.html).toContain("<strong>bold</strong>");
  expect(copied.html).toMatch(/<td[^>]*>2<\/td>/);
});

/** Has every frame of `view` note what it would print, in the place of the browser's dialog. */
async function watchPrinting({ page }: DocumentView): Promise<void> {
  await page.addInitScript(() => {
    window.print = () => {
      document.documentElement.dataset["printed"] = document.title;
      window.dispatchEvent(new Event("beforeprint"));
    };
  });
  await page.reload();
}

test("Ctrl+P prints the rendered Markdown and nothing of the page around it", async ({ app, openAs }) => {
  const view = await openAs(await createTitled(app.origin, { title: "The plan", text: markdown }));
  await watchPrinting(view);
  await view.showsText(markdown);
  await view.text.click();
  await view.page.keyboard.press("ControlOrMeta+p");
  const printed = view.page.frameLocator("iframe[aria-hidden=true]");
  await expect(printed.locator("html")).toHaveAttribute("data-printed", "The plan");
  await expect(printed.getByRole("heading", { name: "Plan", level: 1, includeHidden: true })).toHaveCount(1);
  await view.page.emulateMedia({ media: "print", colorScheme: "dark" });
  const link = printed.getByRole("link", { name: "a link", includeHidden: true });
  expect(await link.evaluate((each) => getComputedStyle(each, "::after").content)).toContain("(");
  expect(await printed.locator("#preview").evaluate((each) => getComputedStyle(each).color)).toBe("rgb(0, 0, 0)");
});

test("code is printed with the numbers of its lines, on as many pages as it needs, black on white", async ({
  app,
  openAs,
}) => {
  const text = Array.from({ length: 200 }, (_, index) => `line ${index + 1};`).join("\n");
  const path = await createTitled(app.origin, { title: "long.js", language: "javascript", text });
  const view = await openAs(path, { colorScheme: "dark" });
  await expect(view.text).toContainText("line 1;");
  const pdf = await view.page.pdf({ format: "A4" });
  // Each page is an object of the file; 200 lines of code fit on no two.
  expect(pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length ?? 0).toBeGreaterThan(2);
  await expect(view.text).toBeVisible();
  await view.page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await view.page.emulateMedia({ media: "print" });
  await expect(view.page.locator(".print-source > div")).toHaveCount(200);
  await expect(view.page.locator(".print-source")).toHaveCSS("color", "rgb(0, 0, 0)");
  await expect(view.text).toBeHidden();
});
