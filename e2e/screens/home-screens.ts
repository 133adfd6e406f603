/** The first page, and what stands where no document is. */

import { code, listedDocuments, notes } from "./samples.ts";
import type { Screen } from "./screen.ts";
import type { Stage } from "./stage.ts";

/** Has documents stand in the list of those that were opened here. */
async function withDocuments(stage: Stage): Promise<void> {
  await stage.visit("/");
  await stage.page.evaluate((listed) => {
    const dayMs = 86_400_000;
    const list = listed.map((document, index) => ({ ...document, openedAt: Date.now() - index ** 2 * dayMs }));
    localStorage.setItem("samepage:recent", JSON.stringify(list));
  }, listedDocuments);
  await stage.page.reload();
  await stage.page
    .locator(".recent li")
    .nth(listedDocuments.length - 1)
    .waitFor();
}

/** Has two documents be kept on the device, the list of them open. */
async function withKept(stage: Stage): Promise<void> {
  const kept = [[notes], [code, { title: "smallest-change.ts", language: "typescript" }]] as const;
  for (const [text, settings] of kept) {
    await stage.openDocument(text, settings);
    await stage.type(" ");
    await stage.savesAs("saved");
  }
  await stage.visit("/");
  await stage.page.locator(".kept summary").click();
  await stage.page.locator(".kept li").nth(1).waitFor();
}

interface GivenFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

const picture: GivenFile = { name: "photo.png", mimeType: "image/png", buffer: Buffer.from([0x89, 0x50, 0, 1]) };

async function chooseFiles(stage: Stage, files: readonly GivenFile[]): Promise<void> {
  await stage.page.locator("input[type=file]").setInputFiles([...files]);
  await stage.page.locator("dialog.files[open]").waitFor();
}

/** Has a file of `type` held over the page. */
async function dragOver(stage: Stage): Promise<void> {
  await stage.page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(["dropped"], "notes.txt", { type: "text/plain" }));
    document.body.dispatchEvent(new DragEvent("dragover", { dataTransfer, bubbles: true, cancelable: true }));
  });
}

export const homeScreens: readonly Screen[] = [
  {
    name: "home-empty",
    isMain: true,
    async show(stage) {
      await stage.visit("/");
      await stage.page.locator("h1").waitFor();
    },
  },
  { name: "home-documents", isMain: true, show: withDocuments, inView: ".recent li:nth-child(3)" },
  {
    name: "home-nothing-found",
    async show(stage) {
      await withDocuments(stage);
      await stage.page.locator(".recent-head input").fill("zebra");
      await stage.page.locator(".recent-empty").waitFor();
    },
    inView: ".recent-empty",
  },
  {
    name: "home-dropping",
    async show(stage) {
      await withDocuments(stage);
      await dragOver(stage);
      await stage.page.locator(".drop-here").waitFor();
    },
  },
  {
    name: "home-pinned",
    isMain: true,
    async show(stage) {
      await withDocuments(stage);
      await stage.page.locator(".recent li .pin").nth(2).click();
      await stage.page.locator(".recent li .pin[aria-pressed=true]").waitFor();
      await stage.page.mouse.move(0, 0);
    },
    inView: ".recent li:nth-child(3)",
  },
  {
    name: "home-renaming",
    async show(stage) {
      await withDocuments(stage);
      await stage.page.locator(".recent li .actions button:nth-child(2)").nth(1).click();
      await stage.page.locator(".recent input.rename").waitFor();
    },
    inView: ".recent input.rename",
  },
  {
    name: "home-forgotten",
    async show(stage) {
      await withDocuments(stage);
      await stage.page.locator(".recent li .actions button:nth-child(3)").nth(1).click();
      await stage.page.locator(".toast").waitFor();
    },
    inView: ".recent li:nth-child(3)",
  },
  {
    name: "home-kept-documents",
    isMain: true,
    async show(stage) {
      await withKept(stage);
      await stage.page.mouse.move(0, 0);
    },
    inView: ".kept",
  },
  {
    name: "home-removing-copy",
    async show(stage) {
      await withKept(stage);
      await stage.page.locator(".kept li button").first().click();
      await stage.page.locator(".kept fieldset").waitFor();
    },
    inView: ".kept fieldset",
  },
  {
    name: "home-language",
    async show(stage) {
      await stage.visit("/");
      await stage.page.locator(".home-foot select").focus();
    },
    inView: ".home-foot",
  },
  {
    name: "files-refused",
    isMain: true,
    async show(stage) {
      await stage.visit("/");
      await chooseFiles(stage, [picture]);
    },
  },
  {
    name: "files-opened",
    isMain: true,
    async show(stage) {
      await stage.visit("/");
      await chooseFiles(stage, [
        { name: "minutes.md", mimeType: "text/markdown", buffer: Buffer.from("# Minutes") },
        {
          name: "from-munich.txt",
          mimeType: "text/plain",
          buffer: Buffer.from("Gr\xfc\xdfe aus M\xfcnchen", "latin1"),
        },
        picture,
        { name: "interview.py", mimeType: "text/x-python", buffer: Buffer.from("def merge(intervals):\n    pass\n") },
      ]);
      await stage.page.locator("dialog.files a").nth(2).waitFor();
    },
  },
];
