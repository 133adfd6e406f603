/** What is around the text: palette, settings, keys, outline, hints, toasts. */

import { notes } from "./samples.ts";
import type { Screen } from "./screen.ts";
import type { Stage } from "./stage.ts";

/** Opens the notes, and what `key` opens, which is then found by `opened`. */
async function openBy(stage: Stage, key: string, opened: string): Promise<void> {
  await stage.openDocument(notes);
  await stage.text.focus();
  await stage.page.keyboard.press(key);
  await stage.page.locator(opened).waitFor();
}

const openPalette = (stage: Stage): Promise<void> => openBy(stage, "ControlOrMeta+k", "dialog.palette[open]");

/** Does the command that the palette finds by `words`. */
async function command(stage: Stage, words: string): Promise<void> {
  await openPalette(stage);
  await stage.page.keyboard.type(words);
  await stage.page.keyboard.press("Enter");
}

export const shellScreens: readonly Screen[] = [
  { name: "palette", isMain: true, show: openPalette },
  {
    name: "palette-found",
    async show(stage) {
      await openPalette(stage);
      await stage.page.keyboard.type("theme");
    },
  },
  {
    name: "palette-nothing",
    async show(stage) {
      await openPalette(stage);
      await stage.page.keyboard.type("zebra crossing");
      await stage.page.locator(".palette-nothing").waitFor();
    },
  },
  { name: "settings", isMain: true, show: (stage) => openBy(stage, "ControlOrMeta+,", "dialog.window[open]") },
  { name: "keys", isMain: true, show: (stage) => openBy(stage, "F1", "dialog.window[open]") },
  {
    name: "about",
    async show(stage) {
      await command(stage, "about");
      await stage.page.locator("dialog.window[open] dl").waitFor();
    },
  },
  { name: "outline", isMain: true, show: (stage) => openBy(stage, "ControlOrMeta+Shift+o", ".side.outline button") },
  {
    name: "outline-empty",
    async show(stage) {
      await stage.openDocument("");
      await stage.text.focus();
      await stage.page.keyboard.press("ControlOrMeta+Shift+o");
      await stage.page.locator(".side.outline").waitFor();
    },
  },
  {
    name: "toast",
    async show(stage) {
      await stage.page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
      await command(stage, "copy link");
      await stage.page.locator(".toast").waitFor();
    },
  },
  {
    name: "hints",
    async show(stage) {
      await stage.visit("/");
      await stage.page.evaluate(() => localStorage.removeItem("samepage:hints-done"));
      await stage.openDocument(notes);
      await stage.page.locator(".hint-card").waitFor();
    },
  },
];
