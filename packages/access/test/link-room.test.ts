import { describe, expect, test } from "vitest";
import { type Link, linksToForget } from "../src/index.ts";

const now = 1_000;

function link(id: string, ends: Partial<Pick<Link, "expires" | "revoked">> = {}): Link {
  return { id, role: "view", label: "", created: 1, expires: null, revoked: null, hasPassword: false, ...ends };
}

describe("a document that may have three links", () => {
  test("forgets none while there is room for one more", () => {
    expect(linksToForget([], 3, now)).toEqual([]);
    expect(linksToForget([link("open"), link("ended", { revoked: 1 })], 3, now)).toEqual([]);
  });

  test("forgets the one that ended first, be it revoked or expired", () => {
    const open = link("open", { expires: now + 1 });
    const revoked = link("revoked", { revoked: 900, expires: now + 1 });
    const expired = link("expired", { expires: 800 });
    expect(linksToForget([open, revoked, expired], 3, now)).toEqual(["expired"]);
    expect(linksToForget([open, revoked, link("later", { expires: now })], 3, now)).toEqual(["revoked"]);
  });

  test("forgets as many as are too many, as after the setting was made smaller", () => {
    const ended = [5, 3, 4].map((revoked) => link(`ended ${revoked}`, { revoked }));
    expect(linksToForget([link("open"), ...ended], 3, now)).toEqual(["ended 3", "ended 4"]);
  });

  test("takes no more where too many still open something", () => {
    expect(linksToForget([link("1"), link("2"), link("3")], 3, now)).toBeNull();
    expect(linksToForget([link("1"), link("2"), link("3"), link("ended", { revoked: 1 })], 3, now)).toBeNull();
  });
});
