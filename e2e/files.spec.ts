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
  const dialog = page.getByRole("dialog", { name: "Open 10 files" });
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
  await view.page.getByRole("button", { name: "More" }).click();
  expect(await view.downloadedText()).toBe("one\r\ntwo\r\nthree");
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
  const dialog = page.getByRole("dialog", { name: "Open 1 file" });
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
