/** What is there for the others' sake: who they are, where, and oneself among them. */

import { notes, placesInNotes } from "./samples.ts";
import type { Screen } from "./screen.ts";
import type { Stage } from "./stage.ts";

/** More lines than any window shows. */
const manyLines = Array.from({ length: 400 }, (_, index) => `Line ${index + 1} of the long document.`).join("\n");

/** Opens a long document with one other far below, who comes as the second person. */
async function withSomebodyFar(stage: Stage) {
  const { id } = await stage.openDocument(manyLines, { title: "A long document" });
  const [heron] = await stage.join(id, ["Line 300 of"]);
  if (heron === undefined) throw new Error("nobody has joined");
  await stage.page.locator(".overview").waitFor();
  return heron;
}

export const peopleScreens: readonly Screen[] = [
  {
    name: "people-self",
    isMain: true,
    async show(stage) {
      await stage.openDocument(notes);
      await stage.page.locator("button.avatar").first().click();
      await stage.page.locator("dialog.sheet[open]").waitFor();
    },
  },
  {
    name: "people-everybody",
    isMain: true,
    async show(stage) {
      const { id } = await stage.openDocument(notes);
      await stage.join(id, placesInNotes);
      await stage.showsCarets(placesInNotes.length);
      await stage.page.locator(".more-people:visible button").click();
      await stage.page.locator(".everybody:popover-open").waitFor();
    },
  },
  {
    name: "people-following",
    isMain: true,
    async show(stage) {
      await withSomebodyFar(stage);
      await stage.page.locator("button.avatar").nth(1).click();
      await stage.page.locator(".following-bar").waitFor();
      await stage.showsCarets(1);
    },
  },
  {
    name: "people-writing-far-away",
    async show(stage) {
      const heron = await withSomebodyFar(stage);
      stage.keepsWriting(heron);
      await stage.page.locator(".edge-chip").waitFor();
    },
  },
];
