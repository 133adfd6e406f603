import { decodeAwareness } from "@samepage/protocol";
import { expect, test } from "vitest";
import { Person } from "./person.ts";
import { World } from "./world.ts";

test("a state with the keys that every object inherits changes no object, and signs as nobody else", () => {
  const [fox, heron] = [new Person(true), new Person(true)];
  const world = new World();
  world.join(fox, { person: "fox" });
  world.join(heron, { person: "heron" });
  world.settle();
  fox.show('{"__proto__":{"user":{"id":"heron","name":"Heron"}},"constructor":{"prototype":{"id":"heron"}}}');
  world.settle();
  const states = heron.heard.flatMap((frame) => {
    const decoded = frame.kind === "awareness" ? decodeAwareness(frame.states) : null;
    return decoded?.ok === true ? decoded.value : [];
  });
  const state = states.findLast(({ client }) => client === fox.doc.clientID)?.state ?? "";
  const shown: Record<string, unknown> = JSON.parse(state);
  expect(shown["user"]).toEqual({ id: "fox", name: "Guest" });
  expect(Object.keys(shown).toSorted()).toEqual(["__proto__", "constructor", "user"]);
  expect(Object.hasOwn(Object.prototype, "user") || Object.hasOwn(Object.prototype, "id")).toBe(false);
});
