import { describe, expect, test } from "vitest";
import { ago } from "../src/state/ago.ts";
import { cleanName, initials, peopleOf } from "../src/state/people.ts";
import {
  excerptOf,
  findIn,
  listedTitle,
  pinnedFirst,
  type RecentDocument,
  withOpened,
} from "../src/state/recent-documents.ts";
import { rightWords } from "../src/state/right-words.ts";
import { saveStateWords } from "../src/state/save-state-words.ts";
import { chooseName } from "../src/state/self.ts";
import { displayTitle } from "../src/state/title.ts";
import { waitInWords } from "../src/words/wait-in-words.ts";

describe("a document without a title", () => {
  test("is untitled when there are no words, and goes by its title once it has one", () => {
    expect(displayTitle("  ", "")).toBe("Untitled");
    expect(displayTitle(" Minutes ", "# Other")).toBe("Minutes");
  });
});

describe("the people", () => {
  const user = (id: string, name: string, hue: number) => ({ user: { id, name, hue } });

  test("are one for several tabs, oneself first, then by name", () => {
    const states = new Map<number, unknown>([
      [1, user("o", "Otter", 3)],
      [2, user("h", "Heron", 1)],
      [3, user("me", "Quiet Fox", 6)],
      [4, user("o", "Otter", 3)],
    ]);
    const people = peopleOf(states, 3);
    expect(people.map(({ name, isSelf, clients }) => [name, isSelf, clients])).toEqual([
      ["Quiet Fox", true, [3]],
      ["Heron", false, [2]],
      ["Otter", false, [1, 4]],
    ]);
  });

  test("see oneself by the name that was given for the one that one has now, and not for another", () => {
    const states = new Map<number, unknown>([
      [1, user("me", "Ada 2", 3)],
      [2, user("me", "Ada", 3)],
    ]);
    const ownName = (wanted: string) => peopleOf(states, 2, { wanted, name: "Ada 2" }).map(({ name }) => name);
    expect(ownName("Ada")).toEqual(["Ada 2"]);
    expect(ownName("Eve")).toEqual(["Ada"]);
  });

  test("of other programs, or with nonsense for a state, have a name and a colour of the palette all the same", () => {
    for (const state of [
      null,
      7,
      {},
      { user: null },
      { user: { name: 5, hue: "red" } },
      { user: { hue: 99, name: " " } },
    ]) {
      expect(peopleOf(new Map([[23, state]]), 1)).toEqual([
        { key: "client 23", name: "Guest", hue: 3, isSelf: false, clients: [23] },
      ]);
    }
  });

  test("have two letters each", () => {
    expect(initials("محمد سالم")).toBe("م\u200cس");
    expect([initials("Quiet Fox"), initials("Heron"), initials("ada king lovelace"), initials("é")]).toEqual([
      "QF",
      "HE",
      "AL",
      "É",
    ]);
  });

  test("have names that stand on one line, are of forty characters, and turn nothing beside them", () => {
    expect(cleanName(" Ada\n\tLovelace\u0000 ")).toBe("Ada Lovelace");
    expect(cleanName("\u202Eada\u200B")).toBe("ada");
    expect(cleanName("\u200B \n")).toBe("");
    expect([...cleanName("🦊".repeat(50))]).toHaveLength(40);
    expect(cleanName("👩\u200D💻")).toBe("👩\u200D💻");
  });

  test("get a name to begin with", () => {
    expect(chooseName(() => 0)).toBe("Quick Fox");
    expect(chooseName(() => 0.9999)).toBe("Curious Stoat");
  });
});

describe("the documents opened on this device", () => {
  const entry = (id: string, title = id): RecentDocument => ({ id, title, excerpt: `about ${title}`, openedAt: 0 });

  test("stand newest first, each once", () => {
    const list = withOpened(withOpened(withOpened([], entry("a")), entry("b")), entry("a"));
    expect(list.map(({ id }) => id)).toEqual(["a", "b"]);
  });

  test("keep their pin, their title here and their company when they are opened again, and none is lost by its pin", () => {
    const chosen = { ...entry("a"), isPinned: true, localTitle: "Mine", company: [3] };
    const [again] = withOpened([entry("b"), chosen], entry("a", "Theirs"));
    expect(again).toEqual({ ...entry("a", "Theirs"), isPinned: true, localTitle: "Mine", company: [3] });
    expect(listedTitle(again ?? chosen)).toBe("Mine");
    const many = Array.from({ length: 300 }, (_, index) => entry(`${index}`));
    const kept = withOpened([...many, { ...entry("old"), isPinned: true }], entry("new"));
    expect([kept.length, kept[0]?.id, kept.at(-1)?.id]).toEqual([201, "new", "old"]);
    expect(
      pinnedFirst(kept)
        .map(({ id }) => id)
        .slice(0, 2),
    ).toEqual(["old", "new"]);
  });

  test("are found by words of their title or excerpt, in any order", () => {
    const list = [entry("1", "Launch notes"), entry("2", "Recipe book")];
    expect(findIn(list, "NOTES about").map(({ id }) => id)).toEqual(["1"]);
    expect(findIn(list, " ")).toHaveLength(2);
    expect(findIn(list, "nothing")).toEqual([]);
  });

  test("show the line after the one that names them", () => {
    expect(excerptOf("# Launch notes\n\n> Everyone is here.", "Launch notes")).toBe("Everyone is here.");
    expect(excerptOf("", "Untitled")).toBe("");
  });

  test("tell when they were open in the words of a list", () => {
    const now = Date.UTC(2026, 10, 21, 12);
    const hour = 3_600_000;
    expect(ago(now - 20_000, now, "en")).toBe("now");
    expect(ago(now - 2 * hour, now, "en")).toBe("2h ago");
    expect(ago(now - 3 * 24 * hour, now, "en")).toBe("Wed");
    expect(ago(now - 40 * 24 * hour, now, "en")).toBe("Oct 12");
    expect(ago(now - 400 * 24 * hour, now, "en")).toBe("Oct 17, 2025");
  });
});

test("the save state reads as the product promises", () => {
  expect(saveStateWords({ kind: "saved" })).toBe("Saved");
  expect(saveStateWords({ kind: "saving" })).toBe("Saving…");
  expect(saveStateWords({ kind: "offline" })).toBe("Offline, kept on this device");
  expect(saveStateWords({ kind: "read-only" })).toBe("Read only");
  expect(saveStateWords({ kind: "reconnecting" })).toBe("Reconnecting…");
  expect(saveStateWords({ kind: "not-saved", reason: "refused" })).toMatch(/^Not saved: /);
  expect(saveStateWords({ kind: "not-saved", reason: "not-allowed" })).toBe("Not saved: you may not write here");
  expect(saveStateWords({ kind: "not-saved", reason: "locked" })).toBe("Not saved: the document is locked");
});

test("what one may do is said while it is not everything", () => {
  const role = { role: "edit", mayWrite: true, isLocked: false, person: "fox" } as const;
  const cannot = { ...role, mayWrite: false } as const;
  expect(rightWords(null, false)).toBe("");
  expect(rightWords(role, false)).toBe("");
  for (const name of ["view", "comment"] as const) {
    for (const isLocked of [true, false]) {
      expect(rightWords({ ...cannot, role: name, isLocked }, false)).toBe(
        "You can read this page, but not write in it.",
      );
    }
  }
  expect(rightWords({ ...cannot, isLocked: true }, false)).toMatch(/^The owner has locked this page/);
  expect(rightWords({ ...cannot, role: "owner", isLocked: true }, false)).toMatch(/^You have locked this page/);
  expect(rightWords(role, true)).toMatch(/^The server takes no more connections/);
});

test("a wait is never said to be shorter than it is", () => {
  const said = [null, 0, 0.2, 1, 59, 60, 61, 3_599, 3_600, 3_601].map(waitInWords);
  expect(said).toEqual([
    "in a while",
    "in a while",
    "in 1 second",
    "in 1 second",
    "in 59 seconds",
    "in 1 minute",
    "in 2 minutes",
    "in 60 minutes",
    "in 1 hour",
    "in 2 hours",
  ]);
});
