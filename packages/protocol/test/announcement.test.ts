import { expect, test } from "vitest";
import { type Announcement, decodeAnnouncement, encodeAnnouncement } from "../src/index.ts";

const role = { kind: "role", role: "view", mayWrite: false, isLocked: false, person: "fox" } as const;

test("what one may do is read as it was told", () => {
  const told: Announcement[] = [role, { kind: "role", role: "owner", mayWrite: true, isLocked: true, person: "owl" }];
  for (const one of told) expect(decodeAnnouncement(encodeAnnouncement(one))).toEqual(one);
});

test("a given name is read as it was told, and passed over when half of it is missing", () => {
  const name = { kind: "name", wanted: "Ada", name: "Ada 2" } as const;
  expect(decodeAnnouncement(encodeAnnouncement(name))).toEqual(name);
  for (const wrong of [{ name: 7 }, { wanted: undefined }, { wanted: null }]) {
    expect(decodeAnnouncement(JSON.stringify({ ...name, ...wrong }))).toBeNull();
  }
});

test("a role that is not known, or only half told, is passed over", () => {
  const wrongs = [
    { role: "king" },
    { role: "none" },
    { role: "toString" },
    { mayWrite: "yes" },
    { isLocked: undefined },
    { person: 7 },
    { person: null },
    { person: undefined },
  ];
  for (const wrong of wrongs) expect(decodeAnnouncement(JSON.stringify({ ...role, ...wrong }))).toBeNull();
});
