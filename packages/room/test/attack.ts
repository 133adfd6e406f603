/** One attack on a room of honest people: how it must end, and that it hurts nobody else. */

import type { Limits } from "@samepage/protocol";
import { expect, test } from "vitest";
import { Person } from "./person.ts";
import { closingOf, sendRaw } from "./raw.ts";
import { World } from "./world.ts";

/** What the honest have written before an attack begins. */
export const honestText = "An honest text.";

interface Attacker {
  readonly world: World;
  readonly person: Person;
  /** The client id of somebody who is here: all of `honestText` is written under it. */
  readonly victim: number;
  /** The attacker's own client id, under which nothing is written. */
  readonly own: number;
  send(bytes: Uint8Array): void;
}

export interface Attack {
  /** The close code that the attacker gets, and the reason with it. */
  readonly code: number;
  readonly reason: string;
  readonly limits?: Partial<Limits>;
  /** Whether it begins with what an honest person may send too, so that others do hear of that. */
  readonly isHeard?: boolean;
  run(attacker: Attacker): void;
}

/** A test for each attack, by its name. */
export function testAttacks(attacks: Readonly<Record<string, Attack>>): void {
  for (const [name, attack] of Object.entries(attacks)) test(name, () => expectRefused(attack));
}

function expectRefused({ code, reason, limits, isHeard, run }: Attack): void {
  const world = new World(limits);
  const [fox, heron, person] = [new Person(true), new Person(false), new Person(true)];
  fox.state = "{}";
  for (const one of [fox, heron, person]) world.join(one);
  fox.text.insert(0, honestText);
  world.settle();
  for (const one of [fox, heron]) one.heard.length = 0;

  const [victim, own] = [fox.doc.clientID, person.doc.clientID];
  run({ world, person, victim, own, send: (bytes) => sendRaw(world, person, bytes) });
  world.settle();
  expect(closingOf(world, person)).toEqual({ code, reason });
  if (isHeard !== true) {
    const heard = [...fox.heard, ...heron.heard].filter(({ kind }) => kind === "update" || kind === "awareness");
    expect(heard).toEqual([]);
    expect(world.stored().text).toBe(honestText);
  }

  fox.text.insert(0, "Still: ");
  world.settle();
  expect(world.closed.length).toBe(1);
  expect(fox.isSaved).toBe(true);
  expect(heron.text.toString()).toBe(fox.text.toString());
  expect(world.stored().text).toBe(fox.text.toString());
}

/** An attack that must end with `code` and `reason`. */
export function attack(code: number, reason: string, run: Attack["run"], more: Partial<Attack> = {}): Attack {
  return { code, reason, run, ...more };
}
