/** A document in its states: who is there, and how the writing goes. */

import { addLink } from "../owned-document.ts";
import { code, notes, placesInNotes } from "./samples.ts";
import type { Screen } from "./screen.ts";
import type { Stage } from "./stage.ts";

/** Opens the notes with `others` further people in them. */
async function openWith(stage: Stage, others: number): Promise<void> {
  const { id } = await stage.openDocument(notes);
  await stage.caretBehind("Rehearse the restart with 1,000 people");
  await stage.join(id, placesInNotes.slice(0, others));
  await stage.showsCarets(others);
}

export const documentScreens: readonly Screen[] = [
  { name: "document-empty", isMain: true, show: async (stage) => void (await stage.openDocument("")) },
  { name: "document-one-person", isMain: true, show: (stage) => openWith(stage, 0) },
  { name: "document-two-people", isMain: true, show: (stage) => openWith(stage, 1) },
  { name: "document-three-people", show: (stage) => openWith(stage, 2) },
  { name: "document-ten-people", isMain: true, show: (stage) => openWith(stage, 9) },
  {
    name: "document-code",
    isMain: true,
    async show(stage) {
      await stage.openDocument(code, { title: "smallest-change.ts", language: "typescript" });
      await stage.caretBehind("// A surrogate pair is never split.");
    },
  },
  {
    name: "document-long-title",
    async show(stage) {
      const title = "What we decided about the launch, the rehearsal and the party afterwards, in full";
      await stage.openDocument(notes, { title });
    },
  },
  {
    name: "document-opening",
    async show(stage) {
      const { id } = await stage.create(notes);
      stage.line = "unanswered";
      await stage.visit(`/d/${id}`);
      await stage.page.locator(".first-paint[inert] .first-text").waitFor();
    },
  },
  {
    name: "document-opening-by-link",
    async show(stage) {
      const owned = await stage.create(notes);
      await owned.asOwner("PATCH", "", { access: "none" });
      stage.line = "unanswered";
      await stage.visit(`/d/${owned.id}#owner=${owned.ownerKey}`);
      await stage.page.locator(".opening").waitFor();
    },
  },
  {
    name: "document-saving",
    async show(stage) {
      await stage.openDocument(notes);
      stage.line = "unanswered";
      await stage.writeBehind("on the same page.", " It says when.");
      await stage.savesAs("saving");
    },
  },
  {
    name: "document-offline",
    isMain: true,
    async show(stage) {
      await stage.openDocument(notes);
      stage.line = "cut";
      await stage.writeBehind("on the same page.", " Also offline.");
      await stage.savesAs("offline");
    },
  },
  {
    name: "document-read-only",
    async show(stage) {
      const { path } = await addLink(await stage.create(notes), { role: "view" });
      await stage.visit(path);
      await stage.showsText();
    },
  },
  {
    name: "document-locked",
    async show(stage) {
      const owned = await stage.create(notes);
      await owned.asOwner("PATCH", "", { locked: true });
      await stage.visit(`/d/${owned.id}`);
      await stage.showsText();
    },
  },
  {
    name: "document-not-saved",
    isMain: true,
    async show(stage) {
      await stage.openDocument(notes);
      stage.line = "refusing";
      await stage.writeBehind("on the same page.", " Mostly.");
      await stage.savesAs("not-saved");
    },
  },
  {
    name: "document-revoked",
    async show(stage) {
      const owned = await stage.create(notes);
      const { id, path } = await addLink(owned, { role: "edit" });
      await stage.visit(path);
      await stage.showsText();
      await owned.asOwner("DELETE", `/links/${id}`);
      await stage.page.locator(".notice").waitFor();
    },
  },
  {
    name: "document-deleted",
    async show(stage) {
      const owned = await stage.openDocument(notes);
      await owned.asOwner("DELETE");
      await stage.page.locator(".notice").waitFor();
    },
  },
];
