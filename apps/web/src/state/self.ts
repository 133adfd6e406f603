/** Who one is to the others: chosen for a person at the first visit, changed at will, kept in this browser. */

import { type Signal, signal } from "@preact/signals-core";
import { words } from "../words/words.ts";
import { cleanName, hues } from "./people.ts";
import { readStored, writeStored } from "./stored.ts";

export interface Self {
  /** Who one is where the server does not say it. */
  readonly id: string;
  readonly name: string;
  readonly hue: number;
}

const key = "samepage:self";

/** A name such as "Quiet Fox", in the language that is shown. `random` gives numbers in [0, 1). */
export function chooseName(random: () => number): string {
  const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)] ?? "";
  const { people } = words();
  return people.chosen(pick(people.qualities), pick(people.animals));
}

function isSelf(value: unknown): value is Self {
  if (typeof value !== "object" || value === null) return false;
  if (!("id" in value && "name" in value && "hue" in value)) return false;
  return typeof value.id === "string" && typeof value.name === "string" && typeof value.hue === "number";
}

function load(): Self {
  const stored = readStored(key);
  if (isSelf(stored)) return stored;
  const hue = Math.floor(Math.random() * hues);
  const chosen: Self = { id: crypto.randomUUID(), name: chooseName(Math.random), hue };
  writeStored(key, chosen);
  return chosen;
}

let current: Signal<Self> | undefined;

function currentSignal(): Signal<Self> {
  current ??= signal(load());
  return current;
}

/** Oneself, read from this browser at the first call; an effect that calls it runs again when one changes. */
export function self(): Self {
  return currentSignal().value;
}

/** Changes one's name or colour. An empty name keeps the old one. */
export function changeSelf(change: { readonly name?: string; readonly hue?: number }): void {
  const { id, name, hue } = currentSignal().peek();
  const changed: Self = { id, name: cleanName(change.name ?? "") || name, hue: change.hue ?? hue };
  currentSignal().value = changed;
  writeStored(key, changed);
}
