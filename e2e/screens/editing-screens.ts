/** What belongs to the text itself: finding, choosing, folding, and what one has set to be shown. */

import { code, notes } from "./samples.ts";
import type { Screen } from "./screen.ts";
import type { Stage } from "./stage.ts";

/** Opens finding in the notes, and has `words` looked for. */
async function find(stage: Stage, words: string): Promise<void> {
  await stage.openDocument(notes);
  await stage.text.focus();
  await stage.page.keyboard.press("ControlOrMeta+f");
  await stage.page.locator(".find").waitFor();
  if (words === "") return;
  await stage.page.keyboard.type(words);
  await stage.page.locator(".find-count:not(:empty)").waitFor();
}

/** Opens what the line below the text has behind its `index`th button. */
async function openChoice(stage: Stage, index: number): Promise<void> {
  await stage.openDocument(notes);
  await stage.caretBehind("on the same page.");
  await stage.page.locator(".foot button[aria-haspopup]").nth(index).dispatchEvent("click");
  await stage.page.locator("dialog.choice[open]").waitFor();
}

export const editingScreens: readonly Screen[] = [
  {
    name: "find-empty",
    show: (stage) => find(stage, ""),
  },
  {
    name: "find-hits",
    isMain: true,
    async show(stage) {
      await find(stage, "the");
      await stage.page.keyboard.press("Enter");
    },
  },
  {
    name: "find-nothing",
    show: (stage) => find(stage, "zebra"),
  },
  {
    name: "find-replace",
    async show(stage) {
      await find(stage, "[Oo]tter|Heron");
      await stage.page.locator(".find-switch").last().click();
      await stage.page.locator("input[name=replace]").fill("Marten");
    },
  },
  { name: "language-chooser", isMain: true, show: (stage) => openChoice(stage, 0) },
  {
    name: "language-chooser-nothing",
    async show(stage) {
      await openChoice(stage, 0);
      await stage.page.locator("dialog.choice input").fill("klingon");
    },
  },
  { name: "indentation-chooser", isMain: true, show: (stage) => openChoice(stage, 1) },
  {
    name: "text-vim",
    async show(stage) {
      await stage.remember("samepage:keymap", "vim");
      await stage.openDocument(notes);
      await stage.caretBehind("Every");
      await stage.page.locator(".cm-fat-cursor").waitFor({ state: "attached" });
    },
  },
  {
    name: "text-whitespace",
    async show(stage) {
      await stage.remember("samepage:whitespace", true);
      await stage.openDocument(`${code}\n\tindented by a tab, and ended by spaces   \n`, {
        title: "smallest-change.ts",
        language: "typescript",
      });
      await stage.page.locator(".cm-highlightTab").first().waitFor();
    },
  },
  {
    name: "text-folded",
    isMain: true,
    async show(stage) {
      await stage.openDocument(code, { title: "smallest-change.ts", language: "typescript" });
      // It is there when the grammar is, which says what can be folded.
      await stage.page.locator(".cm-foldGutter button").first().waitFor({ state: "attached" });
      await stage.caretBehind("interface");
      await stage.page.locator(".cm-activeLine", { hasText: "interface" }).waitFor();
      await stage.page.keyboard.press("ControlOrMeta+Shift+BracketLeft");
      await stage.page.locator(".cm-foldPlaceholder").waitFor();
    },
  },
  {
    name: "text-selected",
    isMain: true,
    async show(stage) {
      await stage.openDocument(notes);
      await stage.caretBehind("Everyone who opens ");
      await stage.page.keyboard.press("Shift+ArrowDown");
      await stage.page.locator(".cm-selectionBackground").first().waitFor({ state: "attached" });
    },
  },
];
