/** Who is here, from everybody's awareness states. Tabs of one person are one person. */

import type { GivenName } from "@samepage/protocol";
import { words } from "../words/words.ts";

/** Number of hues in the palette, `--p0` … `--p9`. */
export const hues = 10;

export interface Person {
  readonly key: string;
  readonly name: string;
  /** Index into the palette. */
  readonly hue: number;
  readonly isSelf: boolean;
  /** The Yjs client ids of this person's tabs. */
  readonly clients: readonly number[];
}

/** The longest name, in characters as a person counts them. */
const longestName = 40;

/** Characters without a width that would turn or hide what stands beside the name. */
const turning = /[\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g;

/** `name` as it may be shown: on one line, nothing invisible at its ends, no longer than fits; "" when nothing is left. */
export function cleanName(name: string): string {
  const oneLine = name
    .replace(turning, "")
    .replace(/[\p{Cc}\s]+/gu, " ")
    .trim();
  return [...oneLine].slice(0, longestName).join("").trim();
}

/** The person that one awareness state shows, as far as it can be believed: a peer may send anything. */
export function personOf(client: number, state: unknown): Pick<Person, "key" | "name" | "hue"> {
  const user = field(state, "user");
  const [id, name, hue] = [field(user, "id"), field(user, "name"), field(user, "hue")];
  return {
    key: typeof id === "string" && id !== "" ? id : `client ${client}`,
    name: (typeof name === "string" && cleanName(name)) || words().people.guest,
    hue: typeof hue === "number" && Number.isInteger(hue) && hue >= 0 && hue < hues ? hue : client % hues,
  };
}

/**
 * Everybody who shows a state, oneself first, the others by name. One's own state has the name that one asked for: where
 * the others see another one for it, `given` says so.
 */
export function peopleOf(
  states: ReadonlyMap<number, unknown>,
  ownClient: number,
  given: GivenName | null = null,
): readonly Person[] {
  const people = new Map<string, Person>();
  const own = personOf(ownClient, states.get(ownClient));
  const ownKey = own.key;
  const ownName = given?.wanted === own.name ? given.name : own.name;
  for (const [client, state] of states) {
    const person = personOf(client, state);
    const known = people.get(person.key);
    const isSelf = person.key === ownKey;
    people.set(person.key, {
      ...(known ?? person),
      ...(isSelf ? { name: ownName } : {}),
      isSelf,
      clients: [...(known?.clients ?? []), client],
    });
  }
  const byName = (one: Person, other: Person): number => one.name.localeCompare(other.name);
  return [...people.values()].sort((one, other) => Number(other.isSelf) - Number(one.isSelf) || byName(one, other));
}

const joinsLetters = /^\p{Script=Arabic}/u;

/** Two letters for an avatar: of the first and the last word, which do not join, or the first two of the only one. */
export function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => word !== "");
  const [first = ""] = words;
  const last = words.length > 1 ? (words.at(-1) ?? "") : "";
  const letters =
    last === "" ? [...first].slice(0, 2) : [[...first][0], joinsLetters.test(last) ? "\u200c" : "", [...last][0]];
  return letters.join("").toUpperCase();
}

function field(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}
