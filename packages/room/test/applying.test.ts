import { type ApplyResult, LiveDocument } from "@samepage/document";
import { expect, test } from "vitest";
import { Person } from "./person.ts";
import { closingOf, insertion, sendRaw, updateFrame } from "./raw.ts";
import { World } from "./world.ts";

/** Stumbles over every update with the word "poison", but has it in the text then. */
class StumblingDocument extends LiveDocument {
  override apply(updates: readonly Uint8Array[]): ApplyResult {
    const poisoned = updates.findIndex((update) => new TextDecoder().decode(update).includes("poison"));
    if (poisoned === -1) return super.apply(updates);
    super.apply(updates.slice(0, poisoned + 1));
    return { ok: false, reason: "threw" };
  }
}

test("an edit that nothing refused and that cannot be applied closes its sender alone, and costs the others nothing", () => {
  for (const count of [3, 200]) {
    const [fox, heron, poisoner] = [new Person(true), new Person(false), new Person(true)];
    const world = new World({}, () => new StumblingDocument());
    for (const person of [fox, heron, poisoner]) world.join(person);
    world.settle();
    fox.text.insert(0, "<>");
    world.settle();
    for (let n = 0; n < count; n += 1) {
      fox.text.insert(fox.text.length - 1, "f");
      world.deliver(fox);
      if (n === count - 2) {
        poisoner.text.insert(0, "poison");
        world.deliver(poisoner);
      }
      heron.text.insert(heron.text.toString().indexOf("<") + 1, "h");
      world.deliver(heron);
    }
    world.settle();
    expect(closingOf(world, poisoner)).toEqual({ code: 4400, reason: "the edit cannot be applied: threw" });
    expect(world.closed.length).toBe(1);
    expect(fox.isSaved).toBe(true);
    const late = new Person(true);
    world.join(late);
    world.settle();
    expect(late.text.toString()).toBe(world.stored().text);
    expect(world.stored().text).toBe(`<${"h".repeat(count)}${"f".repeat(count)}>`);
  }
});

test("what is being stored while the document has to be taken anew stays in it, even when storage fails", () => {
  const world = new World({}, () => new StumblingDocument());
  const [fox, heron, crow] = [new Person(true), new Person(true), new Person(true)];
  fox.state = "{}";
  for (const person of [fox, heron, crow]) world.join(person);
  fox.text.insert(0, "abc");
  world.settle();
  world.passTime(5_000);
  world.loseLine(fox);
  const client = fox.doc.clientID;
  const poison = Array.from({ length: 300 }, (_, n) =>
    insertion(client, 3 + 6 * n, "poison", { client, clock: 2 + 6 * n }),
  );
  sendRaw(world, heron, updateFrame(poison));
  world.passTime(2_900);
  world.isStorageFailing = true;
  // In one turn the owner's time is over, so that the poison is tried, and crow's typing is committed.
  world.now += 200;
  crow.text.insert(0, "crow ");
  world.deliverAll(crow);
  world.passTime(0);
  world.isStorageFailing = false;
  world.settle();
  expect(closingOf(world, heron)).toMatchObject({ code: 4400 });
  expect(crow.isSaved).toBe(true);
  const late = new Person(true);
  world.join(late);
  world.settle();
  expect([world.stored().text, late.text.toString()]).toEqual(["crow abc", "crow abc"]);
});
