/** What can be done with the others, and with how they see one, by command. */

import type { ReadonlySignal } from "@preact/signals-core";
import { rest } from "../words/words.ts";
import type { Command } from "./commands.ts";
import { followed, peopleSheet } from "./following.ts";
import type { Person } from "./people.ts";

/** For when the words of what is loaded on demand are there. */
export function peopleCommands(people: ReadonlySignal<readonly Person[]>): readonly Command[] {
  const section = "people";
  const text = () => rest().people.commands;
  const show = (sheet: "self" | "everybody") => (): void => {
    peopleSheet.value = sheet;
  };
  const isAvailable = (): boolean => people.value.length > 1;
  return [
    { id: "change-self", label: () => text().self, section, run: show("self") },
    { id: "show-everybody", label: () => text().everybody, section, run: show("everybody") },
    { id: "go-to-somebody", label: () => text().goTo, section, isAvailable, run: show("everybody") },
    { id: "follow-somebody", label: () => text().follow, section, isAvailable, run: show("everybody") },
    {
      id: "stop-following",
      label: () => rest().people.stopFollowing,
      section,
      isAvailable: () => followed.value !== null,
      run() {
        followed.value = null;
      },
    },
  ];
}
