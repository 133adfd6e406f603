import { describe, expect, test } from "vitest";
import { admit, allow, type Link, type Rules, type Ticket } from "../src/index.ts";

const now = 1_000_000;
const rules: Rules = { access: "edit", isLocked: false, isEmbeddable: false, expires: null, deleted: null };
const bare: Ticket = { link: null, isUnlocked: false, isRemoved: false };
const link: Link = {
  id: "a",
  role: "view",
  label: "",
  created: 0,
  expires: null,
  revoked: null,
  hasPassword: false,
};
const owner: Ticket = { ...bare, link: { ...link, role: "owner" } };
const by = (change: Partial<Link>, ticket: Partial<Ticket> = {}): Ticket => ({
  ...bare,
  link: { ...link, ...change },
  ...ticket,
});

function outcome(ticket: Ticket, change: Partial<Rules> = {}): string {
  const admission = admit({ ...rules, ...change }, ticket, now);
  return admission.ok ? admission.role : admission.reason;
}

describe("admit", () => {
  test("gives whoever comes without a key what the owner set for the bare address", () => {
    for (const access of ["edit", "comment", "view"] as const) expect(outcome(bare, { access })).toBe(access);
    expect(outcome(bare, { access: "none" })).toBe("no key");
  });

  test("gives whoever comes with a key its link's role, whatever the bare address gives", () => {
    for (const access of ["edit", "none"] as const) {
      for (const role of ["view", "comment", "edit", "owner"] as const)
        expect(outcome(by({ role }), { access })).toBe(role);
    }
  });

  test("refuses a key that is not valid, even where the bare address gives something", () => {
    expect(outcome({ ...bare, link: "unknown" })).toBe("key not valid");
    expect(outcome(by({ revoked: now }))).toBe("key revoked");
    expect(outcome(by({ expires: now }))).toBe("key expired");
    expect(outcome(by({ expires: now + 1 }))).toBe("view");
  });

  test("asks for the password of a link that has one", () => {
    expect(outcome(by({ hasPassword: true }))).toBe("password needed");
    expect(outcome(by({ hasPassword: true }, { isUnlocked: true }))).toBe("view");
  });

  test("does not ask for the password of a link that opens nothing any more", () => {
    expect(outcome(by({ hasPassword: true, revoked: 1 }))).toBe("key revoked");
    expect(outcome(by({ hasPassword: true, expires: 1 }))).toBe("key expired");
    expect(outcome(by({ hasPassword: true }, { isRemoved: true }))).toBe("removed");
  });

  test("keeps out whoever was removed, by the bare address and by every link", () => {
    expect(outcome({ ...bare, isRemoved: true })).toBe("removed");
    expect(outcome(by({ role: "edit" }, { isRemoved: true }))).toBe("removed");
  });

  test("lets nobody take the document from the one who has its owner's key", () => {
    expect(outcome({ ...owner, isRemoved: true }, { access: "none", isLocked: true })).toBe("owner");
  });

  test("tells the owner alone that there was something where a document is deleted or has expired", () => {
    for (const gone of [{ deleted: 1 }, { expires: now }]) {
      expect(outcome(owner, gone)).toBe("deleted");
      for (const ticket of [bare, by({}), by({ revoked: 1 }), { ...bare, link: "unknown" } as const]) {
        expect(outcome(ticket, gone)).toBe("no such document");
      }
    }
  });
});

describe("allow", () => {
  test("says why somebody who is let in may not do something", () => {
    expect(allow(rules, by({}), "read-text", now)).toEqual({ ok: true, role: "view" });
    expect(allow(rules, by({}), "write-text", now)).toEqual({ ok: false, reason: "not allowed" });
    expect(allow({ ...rules, isLocked: true }, owner, "write-text", now)).toEqual({ ok: false, reason: "not allowed" });
    expect(allow({ ...rules, isLocked: true }, owner, "administer", now)).toEqual({ ok: true, role: "owner" });
  });
});
