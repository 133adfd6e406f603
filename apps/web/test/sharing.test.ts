import { beforeAll, describe, expect, test } from "vitest";
import type { Link } from "../src/connection/sharing-api.ts";
import {
  fieldFromTime,
  givenWords,
  hasEnded,
  limitsNobody,
  linkWords,
  timeFromField,
} from "../src/state/sharing-words.ts";
import { withRest } from "../src/words/words.ts";

beforeAll(() => withRest(async () => undefined));

const link: Link = {
  id: "0011223344556677",
  role: "view",
  label: "",
  created: "2026-01-01T00:00:00.000Z",
  expires: null,
  revoked: null,
  hasPassword: false,
};
const now = Date.parse("2026-06-01T00:00:00Z");

describe("what whoever gets the address can do", () => {
  test("is said of the bare address by what the owner set", () => {
    expect(givenWords("edit", null, false)).toBe("Anyone with this address can write. No account needed.");
    expect(givenWords("view", null, false)).toBe("Anyone with this address can only read. No account needed.");
    expect(givenWords("none", null, false)).toContain("opens nothing");
    expect(givenWords(null, null, false)).toBe("");
  });

  test("is said of a link by its role, and that it takes a password", () => {
    expect(givenWords("edit", "view", false)).toBe("Anyone with this link can only read, as you can.");
    expect(givenWords(null, "edit", true)).toBe(
      "Anyone with this link can write, as you can. They also need its password.",
    );
  });
});

test("a link limits nobody while the address without its key gives more", () => {
  expect(limitsNobody("view", "edit")).toBe(true);
  expect(limitsNobody("view", "comment")).toBe(true);
  expect(limitsNobody("view", "view")).toBe(false);
  expect(limitsNobody("edit", "view")).toBe(false);
  expect(limitsNobody("view", "none")).toBe(false);
});

test("a link has ended when it was revoked or its time is over", () => {
  expect(hasEnded(link, now)).toBe(false);
  expect(hasEnded({ ...link, expires: "2026-05-31T00:00:00Z" }, now)).toBe(true);
  expect(hasEnded({ ...link, expires: "2026-06-02T00:00:00Z" }, now)).toBe(false);
  expect(hasEnded({ ...link, revoked: "2026-05-31T00:00:00Z" }, now)).toBe(true);
});

test("a link says in one line what it gives, until when, and that it takes a password", () => {
  expect(linkWords(link, now)).toBe("can only read");
  expect(linkWords({ ...link, role: "edit", hasPassword: true }, now)).toBe("can write · with a password");
  expect(linkWords({ ...link, expires: "2026-06-02T00:00:00Z" }, now)).toMatch(/^can only read · until .*2026/);
  expect(linkWords({ ...link, expires: "2026-05-02T00:00:00Z" }, now)).toMatch(/· ended .*2026/);
  expect(linkWords({ ...link, revoked: "2026-05-02T00:00:00Z" }, now)).toMatch(/· revoked .*2026/);
});

test("a field for date and time gives back the time that it was given, to the minute", () => {
  expect(timeFromField("")).toBeNull();
  expect(fieldFromTime(null)).toBe("");
  for (const time of ["2026-06-01T10:20:00.000Z", "2026-12-31T23:59:00.000Z"]) {
    expect(timeFromField(fieldFromTime(time))).toBe(time);
  }
});
