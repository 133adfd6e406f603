/** Quiet hints for whoever is here for the first time: each is given once on a device, and never comes back. */

import { computed, type ReadonlySignal, signal } from "@preact/signals-core";
import { readStored, writeStored } from "./stored.ts";

export const hints = ["share", "palette"] as const;
export type Hint = (typeof hints)[number];

const key = "samepage:hints-done";

const done = signal<readonly string[] | null>(null);

function stored(): readonly string[] {
  const value = readStored(key);
  return Array.isArray(value) ? value.filter((each) => typeof each === "string") : [];
}

/** Those that were given or are not to be given here. */
const given: ReadonlySignal<readonly string[]> = computed(() => done.value ?? stored());

/** The next one; null when all were given. */
export const nextHint: ReadonlySignal<Hint | null> = computed(
  () => hints.find((hint) => !given.value.includes(hint)) ?? null,
);

/** Takes `hint` for given: it was read, or what it says was done. */
export function finishHint(hint: Hint): void {
  if (given.peek().includes(hint)) return;
  done.value = [...given.peek(), hint];
  writeStored(key, done.peek());
}
