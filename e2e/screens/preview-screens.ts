/** The preview of Markdown, beside the text and in its place. */

import { code, notes, rich } from "./samples.ts";
import type { Screen } from "./screen.ts";
import type { Stage } from "./stage.ts";

/** Opens a document with `text` and its preview. */
async function openPreview(stage: Stage, text: string, seen: string): Promise<void> {
  await stage.openDocument(text);
  await stage.page.locator(".foot button[aria-pressed]").click();
  await stage.page.frameLocator(".preview-panel iframe").locator(seen).first().waitFor();
}

export const previewScreens: readonly Screen[] = [
  { name: "preview", isMain: true, show: (stage) => openPreview(stage, notes, "table") },
  { name: "preview-rich", isMain: true, show: (stage) => openPreview(stage, rich, ".diagram svg") },
  {
    name: "preview-alone",
    async show(stage) {
      await openPreview(stage, rich, ".diagram svg");
      await stage.page.evaluate(() => document.querySelector<HTMLElement>(".preview-tools .wide-only")?.click());
      await stage.page.locator("html[data-preview-alone]").waitFor();
    },
  },
  {
    name: "preview-of-code",
    async show(stage) {
      await stage.remember("samepage:panel", "preview");
      await stage.openDocument(code, { title: "smallest-change.ts", language: "typescript" });
      await stage.page.locator(".preview-notice").waitFor();
    },
  },
];
