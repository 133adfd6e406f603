import { signal } from "@preact/signals-core";
import { expect, test } from "vitest";
import { Awareness } from "y-protocols/awareness";
import * as Y from "yjs";
import { announce, announcements } from "../src/state/announcing.ts";
import { arrivalsBetween } from "../src/state/arrivals.ts";
import { followed, peopleSheet } from "../src/state/following.ts";
import type { Person } from "../src/state/people.ts";
import { tabTitle } from "../src/state/tab-title.ts";
import { followWhoIsHere } from "../src/state/who-is-here.ts";
import { rest } from "../src/words/en/rest.ts";
import { withRest } from "../src/words/words.ts";

const person = (key: string, isSelf = false): Person => ({ key, name: key, hue: 0, isSelf, clients: [1] });

test("the tab says how many are here while one is not alone, and first whether somebody came", () => {
  expect(tabTitle("Launch notes", 1, false)).toBe("Launch notes · Samepage");
  expect(tabTitle("Launch notes", 3, false)).toBe("(3) Launch notes · Samepage");
  expect(tabTitle("Launch notes", 3, true)).toBe("• (3) Launch notes · Samepage");
  expect(tabTitle("Launch notes", 1, true)).toBe("Launch notes · Samepage");
});

test("who came and who left is told of everybody but oneself", () => {
  const before = [person("me", true), person("Heron"), person("Otter")];
  const after = [person("me", true), person("Otter"), person("Wren"), person("Lynx")];
  expect(arrivalsBetween(before, after)).toEqual({ joined: ["Wren", "Lynx"], left: ["Heron"] });
  expect(arrivalsBetween([], before)).toEqual({ joined: ["Heron", "Otter"], left: [] });
});

test("several people are said in one sentence, whatever they are called", () => {
  expect(rest.announcements.joined("Heron", 0)).toBe("Heron joined");
  expect(rest.announcements.joined("C# fan", 2)).toBe("C# fan and 2 others joined");
  expect(rest.announcements.writingHere("Heron", 1)).toBe("Heron and 1 other are writing in this line");
});

test("of what was said, the last sentences are kept", () => {
  for (const message of ["one", "two", "three", "four"]) announce(message);
  expect(announcements.value.map(({ message }) => message)).toEqual(["two", "three", "four"]);
});

test("one follows and goes to somebody by command while others are here, and stops while one follows", async () => {
  const people = signal([person("me", true)]);
  const { peopleCommands } = await withRest(() => import("../src/state/people-commands.ts"));
  const commands = peopleCommands(people);
  const available = () => commands.filter(({ isAvailable }) => isAvailable?.() ?? true).map(({ id }) => id);
  expect(available()).toEqual(["change-self", "show-everybody"]);
  people.value = [person("me", true), person("Heron")];
  expect(available()).toEqual(["change-self", "show-everybody", "go-to-somebody", "follow-somebody"]);
  followed.value = "Heron";
  expect(available()).toContain("stop-following");
  await commands.find(({ id }) => id === "stop-following")?.run();
  expect(followed.value).toBe(null);
  await commands.find(({ id }) => id === "change-self")?.run();
  expect(peopleSheet.value).toBe("self");
  expect(commands.map(({ label }) => label()).every((label) => label !== "")).toBe(true);
});

test("a caret that moves is no news of who is here", () => {
  const awareness = new Awareness(new Y.Doc());
  const { people, stop } = followWhoIsHere(awareness, signal(null));
  awareness.setLocalStateField("user", { id: "me", name: "Quiet Fox", hue: 1 });
  const known = people.value;
  expect(known).toMatchObject([{ name: "Quiet Fox", isSelf: true }]);
  awareness.setLocalStateField("cursor", { anchor: 1, head: 1 });
  expect(people.value).toBe(known);
  awareness.setLocalStateField("user", { id: "me", name: "Heron", hue: 1 });
  expect(people.value).toMatchObject([{ name: "Heron" }]);
  stop();
  awareness.destroy();
});
