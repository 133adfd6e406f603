import { decodeAnnouncement, decodeAwareness } from "@samepage/protocol";
import { describe, expect, test } from "vitest";
import { Person } from "./person.ts";
import { World } from "./world.ts";

/** What `person` last heard of the Yjs client `client`: its `user`. */
function userHeard(person: Person, client: number): Record<string, unknown> {
  const entries = person.heard.flatMap((frame) => {
    if (frame.kind !== "awareness") return [];
    const decoded = decodeAwareness(frame.states);
    return decoded.ok ? decoded.value : [];
  });
  const state = entries.findLast((entry) => entry.client === client)?.state ?? "{}";
  return JSON.parse(state).user;
}

/** The names that `person` was told the others see, each with the one that it was given for. */
function namesTold(person: Person): (readonly [wanted: string, name: string])[] {
  return person.heard.flatMap((frame) => {
    const announcement = frame.kind === "announce" ? decodeAnnouncement(frame.json) : null;
    return announcement?.kind === "name" ? [[announcement.wanted, announcement.name] as const] : [];
  });
}

function showUser(world: World, person: Person, user: unknown): void {
  person.show(JSON.stringify({ user }));
  world.settle();
}

/** A world with a fox, and with a heron who hears of it. */
function worldOfTwo(): { world: World; fox: Person; heron: Person } {
  const [fox, heron] = [new Person(true), new Person(true)];
  const world = new World();
  world.join(fox, { person: "fox" });
  world.join(heron, { person: "heron" });
  world.settle();
  return { world, fox, heron };
}

describe("what somebody shows of themselves", () => {
  test("is signed with who they are, whoever they say they are", () => {
    const { world, fox, heron } = worldOfTwo();
    showUser(world, fox, { id: "heron", name: "Quick Fox", hue: 3, color: "#aabbcc" });
    expect(userHeard(heron, fox.doc.clientID)).toEqual({ id: "fox", name: "Quick Fox", hue: 3, color: "#aabbcc" });
  });

  test("is signed even when it says nothing of a person", () => {
    const { world, fox, heron } = worldOfTwo();
    for (const state of ["{}", '{"user":null}', '{"user":"heron"}', '{"user":["heron"]}']) {
      fox.show(state);
      world.passTime(100);
      world.settle();
      expect(userHeard(heron, fox.doc.clientID)).toEqual({ id: "fox", name: "Guest" });
    }
  });

  test("says no colour but one of the palette or a plain one", () => {
    const { world, fox, heron } = worldOfTwo();
    for (const hue of [-1, 10, 1.5, "3", "url(x)", null]) {
      for (const color of ["red;background:url(//x)", "#12", "#1234567890", 7, "expression(1)"]) {
        world.passTime(100);
        showUser(world, fox, { name: "Fox", hue, color });
        expect(userHeard(heron, fox.doc.clientID)).toEqual({ id: "fox", name: "Fox" });
      }
    }
  });

  test("has a name of what can be seen, in one line, of forty code units at most", () => {
    const { world, fox, heron } = worldOfTwo();
    const named = (name: unknown): unknown => {
      world.passTime(100);
      showUser(world, fox, { name });
      return userHeard(heron, fox.doc.clientID)["name"];
    };
    const unseen =
      "\u200b\u200d\u2060\u00ad\u200e\u202e\u2066\ufe0f\u034f\u3164\u115f\u2800\u180e\u{e0041}\u0000\ufeff";
    for (const letter of unseen) {
      expect(named(`He${letter}ron`)).toBe("Heron");
      expect(named(letter)).toBe("Guest");
    }
    expect(named("  two\n\n lines\t of\u2028it ")).toBe("two lines of it");
    expect(named("x".repeat(1_000))).toBe("x".repeat(40));
    expect(named(`${"x".repeat(39)}🦊`)).toBe("x".repeat(39));
    expect(named("\ud800 Fox")).toBe("\ufffd Fox");
    for (const none of ["", "   ", 7, null, { toString: "x" }]) expect(named(none)).toBe("Guest");
  });

  test("has a name that nobody else here has, however it is written", () => {
    const { world, fox, heron } = worldOfTwo();
    showUser(world, heron, { name: "Ada" });
    for (const name of ["Ada", "ada", "Ａda", "A\u200bda", " Ada "]) {
      world.passTime(100);
      showUser(world, fox, { name });
      const given = userHeard(heron, fox.doc.clientID)["name"];
      expect(given).toMatch(/ 2$/);
      expect(String(given).length).toBeLessThanOrEqual(40);
    }
    showUser(world, heron, { name: "x".repeat(40) });
    world.passTime(100);
    showUser(world, fox, { name: "x".repeat(40) });
    expect(userHeard(heron, fox.doc.clientID)["name"]).toBe(`${"x".repeat(38)} 2`);
  });

  test("has the same name in all tabs of one person", () => {
    const { world, fox, heron } = worldOfTwo();
    const tab = new Person(true);
    showUser(world, heron, { name: "Ada" });
    showUser(world, fox, { name: "Ada" });
    world.leave(heron);
    world.join(heron, { person: "heron" });
    world.join(tab, { person: "fox" });
    world.settle();
    showUser(world, tab, { name: "Ada" });
    expect(userHeard(heron, tab.doc.clientID)).toEqual({ id: "fox", name: "Ada 2" });
  });

  test("keeps its name while a caret moves, and after the room has slept", () => {
    const { world, fox, heron } = worldOfTwo();
    showUser(world, heron, { name: "Ada" });
    showUser(world, fox, { name: "Ada" });
    world.hibernate();
    showUser(world, fox, { name: "Ada", at: 2 });
    expect(userHeard(heron, fox.doc.clientID)["name"]).toBe("Ada 2");
  });

  test("is told to its own client whenever the name changes, and only then", () => {
    const { world, fox, heron } = worldOfTwo();
    showUser(world, heron, { name: "Ada" });
    showUser(world, fox, { name: "Ada" });
    showUser(world, fox, { name: "Ada", at: 2 });
    world.hibernate();
    showUser(world, fox, { name: "Ada", at: 3 });
    showUser(world, fox, { name: "Eve" });
    world.leave(heron);
    showUser(world, fox, { name: "Ada" });
    expect(namesTold(heron)).toEqual([["Ada", "Ada"]]);
    expect(namesTold(fox)).toEqual([
      ["Ada", "Ada 2"],
      ["Eve", "Eve"],
      ["Ada", "Ada"],
    ]);
  });

  test("may be as large as a state may be, and a stock client may send it back as it was signed", () => {
    const { world, heron } = worldOfTwo();
    const stock = new Person(false);
    world.join(stock, { person: "stock" });
    world.settle();
    const empty = JSON.stringify({ pad: "" }).length;
    stock.show(JSON.stringify({ pad: "x".repeat(2_048 - empty) }));
    world.settle();
    heron.heard.length = 0;
    const signed = { ...{ pad: "x".repeat(2_048 - empty) }, user: { id: "stock", name: "Guest" } };
    stock.show(JSON.stringify(signed));
    world.settle();
    expect(world.closed).toEqual([]);
    stock.show(JSON.stringify({ pad: "x".repeat(2_049 - empty) }));
    world.settle();
    expect(world.closed).toMatchObject([{ code: 4413 }]);
  });
});
