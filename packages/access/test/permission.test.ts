import { expect, test } from "vitest";
import { type Action, can, roles } from "../src/index.ts";

const actions = ["read-text", "show-presence", "write-text", "change-settings", "administer"] as const;

function allowed(isLocked: boolean): Record<string, readonly Action[]> {
  return Object.fromEntries(roles.map((role) => [role, actions.filter((action) => can(role, action, isLocked))]));
}

test("who may only look or comment cannot write the text or change its settings", () => {
  const reading = ["read-text", "show-presence"];
  const writing = [...reading, "write-text", "change-settings"];
  expect(allowed(false)).toEqual({
    none: [],
    view: reading,
    comment: reading,
    edit: writing,
    owner: [...writing, "administer"],
  });
});

test("while the document is locked nobody writes, and its owner still decides", () => {
  const reading = ["read-text", "show-presence"];
  expect(allowed(true)).toEqual({
    none: [],
    view: reading,
    comment: reading,
    edit: reading,
    owner: [...reading, "administer"],
  });
});
