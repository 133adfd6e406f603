/** What is around the text: palette, settings, keys, outline, hints, toasts. */

import { notes } from "./samples.ts";
import type { Screen } from "./screen.ts";
import type { Stage } from "./stage.ts";

/** Opens the notes, and what `key` opens, which is then found by `opened`. */
async function openBy(stage: Stage, key: string, opened: string): Promise<void> {
  await stage.openDocument(notes);
  await stage.text.focus();
  await stage.page.keyboard.press(key);
  await stage.page.locator(opened).first().waitFor();
}

const openPalette = (stage: Stage): Promise<void> => openBy(stage, "ControlOrMeta+k", ".palette-option");

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
  { name: "settings", isMain: true, show: (stage) => openBy(stage, "ControlOrMeta+,", ".settings-group") },
  { name: "keys", isMain: true, show: (stage) => openBy(stage, "F1", ".key-sections") },
  {
    name: "about",
    isMain: true,
    async show(stage) {
      await stage.openDocument(notes);
      await stage.page.locator("[popovertarget=more]").click();
      await stage.page.locator("#more [role=menuitem]").last().click();
      await stage.page.locator(".facts").waitFor();
    },
  },
  {
    name: "outline",
    isMain: true,
    show: (stage) => openBy(stage, "ControlOrMeta+Shift+o", ".outline [aria-current]"),
  },
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
    name: "toast-new-version",
    isMain: true,
    async show(stage) {
      await stage.page.addInitScript(() => {
        if (window.origin === "null") return;
        const waiting = { postMessage: () => undefined };
        const registration = Object.assign(new EventTarget(), { waiting, installing: null });
        const workers = Object.assign(new EventTarget(), {
          controller: waiting,
          ready: Promise.resolve({ active: waiting }),
          register: async () => registration,
          getRegistration: async () => registration,
        });
        Object.defineProperty(navigator, "serviceWorker", { value: workers });
      });
      await stage.openDocument(notes);
      await stage.page.locator(".toast").waitFor();
    },
  },
  {
    name: "files-onto-document",
    async show(stage) {
      const chooser = stage.page.waitForEvent("filechooser");
      await command(stage, "open file");
      const buffer = Buffer.from("Dropped.");
      const file = { name: "dropped.md", mimeType: "text/markdown", buffer };
      await (await chooser).setFiles(file);
      await stage.page.locator("dialog.files[open]").waitFor();
    },
  },
  {
    name: "hints",
    async show(stage) {
      await stage.visit("/elsewhere");
      await stage.page.evaluate(() => localStorage.setItem("samepage:hints-done", "[]"));
      await stage.page.clock.install();
      await stage.openDocument(notes);
      // It comes after a quiet while, counted from when its part of the app is there.
      for (let waited = 0; waited < 20 && !(await stage.page.locator(".hint-card").isVisible()); waited += 1) {
        // Not while an answer is on its way, which would seem to have taken as long: one asked for later comes later.
        await stage.page.evaluate(async () => void (await fetch("/icon.svg")));
        await stage.page.clock.fastForward(5_000);
      }
      await stage.page.locator(".hint-card").waitFor();
    },
  },
];
