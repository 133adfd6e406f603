/** One change of what stands beside the text: by whom it may be made, and making it, all of it or nothing. */

import { can, type RouteName, type Rules, routeActions } from "@samepage/access";
import type { Settings } from "@samepage/protocol";
import { type Description, describe } from "./description.ts";
import type { Asker, OpenDocument } from "./open-document.ts";

/** What the owner may change of the rules. */
export type RulesChange = Partial<Omit<Rules, "deleted">>;

/** What is to be otherwise. */
export interface Change {
  readonly settings: Partial<Settings>;
  readonly rules: RulesChange;
}

const settingsRoute = "PATCH /api/documents/:id";

/** What whoever asks for `change` must be allowed. */
export function routeOfChange({ rules }: Change): RouteName {
  return isEmpty(rules) ? settingsRoute : "PATCH /api/documents/:id (rules)";
}

/** Makes `change` for somebody of `role`, who may use its route; null, and nothing is changed, where a lock forbids it. */
export function makeChange(open: OpenDocument, role: Asker["role"], change: Change): Description | null {
  const { journal, room } = open;
  const before = journal.access.rules();
  const { isLocked } = { ...before, ...change.rules };
  // The owner may unlock and rename at once, and rename and lock.
  const isLockedThroughout = before.isLocked && isLocked;
  const hasSettings = !isEmpty(change.settings);
  if (hasSettings && !can(role, routeActions[settingsRoute], isLockedThroughout)) return null;
  if (!isEmpty(change.rules)) {
    journal.access.changeRules(change.rules);
    room.receive({ kind: "rules-changed" });
  }
  if (hasSettings) {
    const settings = { ...journal.settings(), ...change.settings };
    journal.changeSettings(settings);
    room.receive({ kind: "settings-changed", settings });
  }
  return describe(open, role);
}

function isEmpty(part: object): boolean {
  return Object.keys(part).length === 0;
}
