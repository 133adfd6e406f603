import { decodeAnnouncement, type Standing } from "@samepage/protocol";
import { describe, expect, test } from "vitest";
import { Person } from "./person.ts";
import { awarenessFrame, closingOf, insertion, sendRaw, updateFrame } from "./raw.ts";
import { World } from "./world.ts";

/** What `person` was told that it may, newest last. */
function standings(person: Person): Standing[] {
  return person.heard.flatMap((frame) => {
    const announcement = frame.kind === "announce" ? decodeAnnouncement(frame.json) : null;
    if (announcement?.kind !== "role") return [];
    const { kind: _kind, ...standing } = announcement;
    return [standing];
  });
}

const linkHash = new Uint8Array(32).fill(9);

function addLink(world: World, expires: number | null = null): string {
  return world.access.addLink({ hash: linkHash, role: "edit", label: "", created: 0, expires, password: null }).id;
}

describe("who is here", () => {
  test("is told what they may before anything of the text", () => {
    const [owner, viewer] = [new Person(true), new Person(true)];
    const world = new World();
    world.join(owner, { role: "owner", person: "o" });
    world.join(viewer, { role: "view", person: "v" });
    expect(standings(owner)).toEqual([{ role: "owner", mayWrite: true, isLocked: false, person: "o" }]);
    expect(standings(viewer)).toEqual([{ role: "view", mayWrite: false, isLocked: false, person: "v" }]);
    const kinds = viewer.heard.map((frame) => (frame.kind === "announce" ? JSON.parse(frame.json).kind : frame.kind));
    expect(kinds.indexOf("role")).toBeLessThan(kinds.indexOf("sync-step-1"));
  });

  test("hears at once what the bare address gives now, and is closed when it gives nothing", () => {
    const [fox, owner] = [new Person(true), new Person(true)];
    const world = new World();
    world.join(fox);
    world.join(owner, { role: "owner", link: ownerLink(world) });
    world.settle();
    world.access.changeRules({ access: "view" });
    world.receive({ kind: "rules-changed" });
    expect(standings(fox).at(-1)).toMatchObject({ role: "view", mayWrite: false });
    expect(standings(owner).length).toBe(1);
    world.access.changeRules({ access: "none" });
    world.receive({ kind: "rules-changed" });
    expect(closingOf(world, fox)).toEqual({ code: 4403, reason: "no key" });
    expect(closingOf(world, owner)).toBe(null);
  });

  test("with a link is closed when it is revoked, and nobody else is", () => {
    const [fox, heron] = [new Person(true), new Person(true)];
    const world = new World();
    const link = addLink(world);
    world.join(fox, { link });
    world.join(heron);
    world.settle();
    world.access.revokeLink(link, world.now);
    world.receive({ kind: "rules-changed" });
    expect(closingOf(world, fox)).toEqual({ code: 4401, reason: "key revoked" });
    expect(closingOf(world, heron)).toBe(null);
  });

  test("with a link that ends is closed by the alarm, at that time and even after a sleep", () => {
    for (const sleeps of [false, true]) {
      const [fox, heron] = [new Person(true), new Person(true)];
      const world = new World();
      world.join(fox, { link: addLink(world, world.now + 60_000) });
      world.join(heron);
      world.settle();
      expect(world.hasTimer).toBe(false);
      if (sleeps) world.hibernate();
      world.passTime(59_000);
      expect(closingOf(world, fox)).toBe(null);
      world.passTime(1_500);
      expect(closingOf(world, fox)).toEqual({ code: 4401, reason: "key expired" });
      expect(closingOf(world, heron)).toBe(null);
      expect(world.alarmAt).toBe(null);
    }
  });

  test("is closed in all their tabs when the owner removes them, whatever they came with", () => {
    const [fox, tab, heron] = [new Person(true), new Person(true), new Person(true)];
    const world = new World();
    world.join(fox, { person: "fox" });
    world.join(tab, { person: "fox", link: addLink(world) });
    world.join(heron);
    world.settle();
    world.access.removePerson({ person: "fox", name: "Fox", time: world.now });
    world.receive({ kind: "rules-changed" });
    for (const gone of [fox, tab]) expect(closingOf(world, gone)).toEqual({ code: 4403, reason: "removed" });
    expect(closingOf(world, heron)).toBe(null);
  });

  test("writes nothing while the document is locked, not even its owner, and all that was accepted is stored", () => {
    const [fox, owner] = [new Person(true), new Person(true)];
    const world = new World();
    world.join(fox);
    world.join(owner, { role: "owner", link: ownerLink(world) });
    world.settle();
    fox.text.insert(0, "before");
    world.deliverAll(fox);
    world.access.changeRules({ isLocked: true });
    world.receive({ kind: "rules-changed" });
    for (const person of [fox, owner])
      expect(standings(person).at(-1)).toMatchObject({ mayWrite: false, isLocked: true });
    world.passTime(1_000);
    expect(world.stored().text).toBe("before");
    expect(fox.unacknowledged).toBe(0);
    owner.text.insert(0, "x");
    world.deliverAll(owner);
    expect(closingOf(world, owner)).toEqual({ code: 4501, reason: "may not write any more" });
    world.access.changeRules({ isLocked: false });
    world.receive({ kind: "rules-changed" });
    fox.text.insert(6, " and after");
    world.settle();
    expect(world.stored().text).toBe("before and after");
  });

  test("is asked to come back when an edit was under way as the right to write ended, and not after that", () => {
    const fox = new Person(true);
    const world = new World();
    world.join(fox);
    world.settle();
    fox.text.insert(0, "late");
    world.access.changeRules({ access: "view" });
    world.receive({ kind: "rules-changed" });
    world.settle();
    expect(closingOf(world, fox)).toEqual({ code: 4501, reason: "may not write any more" });
    expect(world.stored().text).toBe("");
    world.join(fox, { role: "view" });
    world.settle();
    expect(closingOf(world, fox)).toEqual({ code: 4403, reason: "not allowed" });
    expect(world.stored().text).toBe("");
  });

  test("and may not write keeps nobody who may from an id, by showing it or by having written under it", () => {
    for (const hadRight of [false, true]) {
      const [fox, viewer, heron] = [new Person(true), new Person(true), new Person(true)];
      const world = new World();
      const link = addLink(world);
      world.join(heron, { link });
      world.join(viewer, { role: hadRight ? "edit" : "view" });
      world.settle();
      const client = fox.doc.clientID;
      if (hadRight) {
        sendRaw(world, viewer, updateFrame([insertion(client, 0, "v")]));
        world.settle();
      }
      sendRaw(world, viewer, awarenessFrame({ client, clock: 1, state: '{"at":1}' }));
      world.access.changeRules({ access: "view" });
      world.receive({ kind: "rules-changed" });
      fox.state = '{"at":2}';
      world.join(fox, { link });
      world.settle();
      fox.text.insert(0, "mine");
      world.settle();
      expect(closingOf(world, fox)).toBe(null);
      expect(fox.isSaved).toBe(true);
      expect(world.stored().text).toContain("mine");
    }
  });

  test("and may only read cannot take the presence of another who may only read", () => {
    const [fox, thief] = [new Person(true), new Person(true)];
    const world = new World();
    fox.state = "{}";
    world.join(fox, { role: "view" });
    world.settle();
    world.join(thief, { role: "view" });
    sendRaw(world, thief, awarenessFrame({ client: fox.doc.clientID, clock: 1, state: "{}" }));
    world.settle();
    expect(closingOf(world, thief)).toMatchObject({ code: 4403 });
    expect(closingOf(world, fox)).toBe(null);
  });
});

/** The id of the owner's key. */
function ownerLink(world: World): string {
  return world.access.linkOf(World.ownerKeyHash)?.id ?? "";
}

test("who is here counts once however many tabs they have, with what they may most", () => {
  const [tab, owner] = [new Person(true), new Person(true)];
  const world = new World();
  world.join(tab, { person: "o", role: "view" });
  world.join(owner, { person: "o", role: "owner", link: ownerLink(world) });
  tab.show('{"user":{"name":"Ada","hue":3}}');
  world.settle();
  expect(world.peopleHere()).toEqual([{ id: "o", name: "Ada", hue: 3, role: "owner", link: ownerLink(world) }]);
});
