/** Whom one follows through the text and whom one points at in a list, by person; and which list of people is open. */

import { type Signal, signal } from "@preact/signals-core";

/** The key of the person that one follows; null when nobody. */
export const followed: Signal<string | null> = signal(null);

/** The key of the person whose carets show their names because one points at them; null when nobody. */
export const pointedAt: Signal<string | null> = signal(null);

/** What of the people is to be shown: one's own name and colour, or everybody. */
export const peopleSheet: Signal<"self" | "everybody" | null> = signal(null);
