/** What stands in the place of a document that is not open, and where nothing is. */

import { addLink } from "../owned-document.ts";
import { notes } from "./samples.ts";
import type { Screen } from "./screen.ts";
import type { Stage } from "./stage.ts";

/** The page of the document is there before the one that stands in its place: only the latter's heading is waited for. */
async function meets(stage: Stage, path: string): Promise<void> {
  await stage.visit(path);
  await stage.page.locator(".plain h1").waitFor();
}

export const doorScreens: readonly Screen[] = [
  { name: "door-no-page", show: (stage) => meets(stage, "/elsewhere") },
  { name: "door-no-document", isMain: true, show: (stage) => meets(stage, `/d/${"A".repeat(22)}`) },
  {
    name: "door-password",
    isMain: true,
    async show(stage) {
      const { path } = await addLink(await stage.create(notes), { role: "edit", password: "open sesame" });
      await meets(stage, path);
    },
  },
  {
    name: "door-wrong-password",
    async show(stage) {
      const { path } = await addLink(await stage.create(notes), { role: "edit", password: "open sesame" });
      await meets(stage, path);
      await stage.page.locator(".password input").fill("wrong");
      await stage.page.keyboard.press("Enter");
      await stage.page.locator(".fault:not(:empty)").waitFor();
    },
  },
  {
    name: "door-no-key",
    async show(stage) {
      const owned = await stage.create(notes);
      await owned.asOwner("PATCH", "", { access: "none" });
      await meets(stage, `/d/${owned.id}`);
    },
  },
  {
    name: "door-revoked",
    async show(stage) {
      const owned = await stage.create(notes);
      const { id, path } = await addLink(owned, { role: "edit" });
      await owned.asOwner("DELETE", `/links/${id}`);
      await meets(stage, path);
    },
  },
  {
    name: "door-deleted-own",
    async show(stage) {
      const owned = await stage.create(notes);
      await owned.asOwner("DELETE");
      await meets(stage, `/d/${owned.id}#owner=${owned.ownerKey}`);
    },
  },
  {
    name: "door-too-many",
    async show(stage) {
      await stage.page.route("**/new", async (route) => {
        await route.fulfill({ response: await route.fetch({ url: `${stage.origin}/` }) });
      });
      await meets(stage, "/new");
    },
  },
];
