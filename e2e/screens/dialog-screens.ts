/** The dialogs, menus and panels of a document. */

import { addLink } from "../owned-document.ts";
import { notes, placesInNotes } from "./samples.ts";
import type { Screen } from "./screen.ts";
import type { Stage } from "./stage.ts";

/** Opens the Share dialog of the notes, as their owner, with two links made and one more person there. */
async function openShare(stage: Stage): Promise<void> {
  const owned = await stage.openDocument(notes, { isOwner: true });
  await addLink(owned, { role: "comment", label: "Reviewers", expires: "2099-11-30T12:00:00Z" });
  await addLink(owned, { role: "view", label: "All hands", password: "open sesame" });
  await stage.join(owned.id, placesInNotes.slice(0, 1));
  await stage.showsCarets(1);
  await stage.page.locator("button.share").click();
  await stage.page.locator("dialog.sharing .choices").waitFor();
}

/** Opens one part of the Share dialog, counted from the top. */
async function openPart(stage: Stage, index: number): Promise<void> {
  await openShare(stage);
  await stage.page.locator("dialog.sharing details.part > summary").nth(index).click();
}

export const dialogScreens: readonly Screen[] = [
  {
    name: "share",
    isMain: true,
    show: openShare,
  },
  {
    name: "share-guest",
    async show(stage) {
      await stage.openDocument(notes);
      await stage.page.locator("button.share").click();
      await stage.page.locator("dialog.sharing[open]").waitFor();
    },
  },
  { name: "share-qr-code", show: (stage) => openPart(stage, 0), inView: "details.part[open]" },
  { name: "share-links", show: (stage) => openPart(stage, 1), inView: "details.part[open]" },
  {
    name: "share-new-link",
    async show(stage) {
      await openPart(stage, 1);
      await stage.page.locator("details.part[open] > button.second").click();
      await stage.page.locator("form.new-link").waitFor();
    },
    inView: "form.new-link",
  },
  {
    name: "share-link-made",
    async show(stage) {
      await openPart(stage, 1);
      await stage.page.locator("details.part[open] > button.second").click();
      await stage.page.locator("form.new-link button.primary").click();
      await stage.page.locator(".made").waitFor();
    },
    inView: ".made",
  },
  {
    name: "share-revoking",
    async show(stage) {
      await openPart(stage, 1);
      await stage.page.locator("details.part[open] button.quiet").first().click();
      await stage.page.locator("fieldset.question").waitFor();
    },
    inView: "fieldset.question",
  },
  { name: "share-people", show: (stage) => openPart(stage, 2), inView: "details.part[open]" },
  { name: "share-owner", show: (stage) => openPart(stage, 3), inView: "details.part[open]" },
  {
    name: "share-deleting",
    async show(stage) {
      await openPart(stage, 3);
      await stage.page.locator("details.part[open] button.second").last().click();
      await stage.page.locator("form.deleting").waitFor();
    },
    inView: "form.deleting",
  },
  {
    name: "more",
    isMain: true,
    async show(stage) {
      await stage.openDocument(notes);
      await stage.page.locator("[popovertarget=more]").click();
      // What is in it comes later than the menu itself.
      await stage.page.locator("#more:popover-open [role=menuitem]").last().waitFor();
    },
  },
  {
    name: "page-failed",
    async show(stage) {
      await stage.openDocument(notes);
      await stage.page.evaluate(() => {
        Intl.PluralRules.prototype.select = () => {
          throw new Error("planted");
        };
      });
      await stage.type("One more.");
      await stage.page.locator(".crash .state-saved").waitFor();
    },
  },
];
