/** The first page, and what stands where no document is. */

import { listedDocuments } from "./samples.ts";
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
  { name: "home-documents", isMain: true, show: withDocuments },
  {
    name: "home-nothing-found",
    async show(stage) {
      await withDocuments(stage);
      await stage.page.locator(".recent-head input").fill("zebra");
      await stage.page.locator(".recent-empty").waitFor();
    },
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
    name: "home-binary-file",
    async show(stage) {
      await stage.visit("/");
      const buffer = Buffer.from([0x89, 0x50, 0, 1]);
      await stage.page.locator("input[type=file]").setInputFiles({ name: "photo.png", mimeType: "image/png", buffer });
      await stage.page.locator(".fault:not(:empty)").waitFor();
    },
  },
];
