/** People who type in a world, for tests of what becomes of it. */

import type { Person } from "./person.ts";
import type { World } from "./world.ts";

/** `world` with `people` in it, at rest. */
export function worldOf(world: World, ...people: Person[]): World {
  for (const person of people) world.join(person);
  world.settle();
  return world;
}

/** Has `person` type `count` letters, one every `ms`. */
export function type(world: World, person: Person, count: number, ms: number): void {
  for (let n = 0; n < count; n += 1) {
    person.text.insert(person.text.length, "abcdefghij".charAt(n % 10));
    world.deliver(person);
    world.passTime(ms);
  }
}
