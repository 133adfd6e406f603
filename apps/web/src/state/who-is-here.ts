/** Follows who is here. A caret that moves is a change of presence too, and no news of that. */

import { type ReadonlySignal, signal } from "@preact/signals-core";
import type { GivenName } from "@samepage/protocol";
import type { Awareness } from "y-protocols/awareness";
import { type Person, peopleOf } from "./people.ts";

interface Changes {
  readonly added: readonly number[];
  readonly updated: readonly number[];
  readonly removed: readonly number[];
}

/** Everybody who shows a state in `awareness`, as `peopleOf` has them; `stop` ends it. */
export function followWhoIsHere(
  awareness: Awareness,
  givenName: ReadonlySignal<GivenName | null>,
): { readonly people: ReadonlySignal<readonly Person[]>; stop(): void } {
  const people = signal<readonly Person[]>([]);
  /** What each client said of its person when that was last looked at. */
  const users = new Map<number, string>();
  const read = (): void => {
    people.value = peopleOf(awareness.getStates(), awareness.clientID, givenName.peek());
  };
  const hear = ({ added, updated, removed }: Changes): void => {
    let isNews = false;
    for (const client of [...added, ...updated, ...removed]) {
      const state = awareness.getStates().get(client);
      const user = state === undefined ? undefined : (JSON.stringify(state["user"]) ?? "");
      isNews ||= users.get(client) !== user;
      if (user === undefined) users.delete(client);
      else users.set(client, user);
    }
    if (isNews) read();
  };
  hear({ added: [...awareness.getStates().keys()], updated: [], removed: [] });
  awareness.on("change", hear);
  const stopNames = givenName.subscribe(read);
  return {
    people,
    stop() {
      awareness.off("change", hear);
      stopNames();
    },
  };
}
