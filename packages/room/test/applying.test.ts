import { type ApplyResult, LiveDocument } from "@samepage/document";
import { expect, test } from "vitest";
import { Person } from "./person.ts";
import { closingOf } from "./raw.ts";
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
