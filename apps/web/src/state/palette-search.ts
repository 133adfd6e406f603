/** What of a list fits what somebody types, best first; and what was used last. Knows no command. */

import { matchSorter, rankings } from "match-sorter";
import { readStored, writeStored } from "./stored.ts";

/** What can be found: by its label, less readily by what else it is known by. */
export interface Findable {
  readonly id: string;
  readonly label: string;
  readonly alsoKnownAs: string;
}

/**
 * Those of `list` that fit every word of `query`: whole words before beginnings before the middle of words before
 * letters that are only in order; accents and case do not count. Equal ones stay in the order of `list`.
 */
export function findIn<Item extends Findable>(list: readonly Item[], query: string): readonly Item[] {
  const words = query.split(/\s+/).filter((word) => word !== "");
  const keys = [
    (item: Item) => item.label,
    { key: (item: Item) => item.alsoKnownAs, threshold: rankings.CONTAINS, maxRanking: rankings.CONTAINS },
  ];
  // The last word sorts first, so that the first one has the last word.
  return words.reduceRight<readonly Item[]>(
    (found, word) => matchSorter(found, word, { keys, baseSort: (one, other) => one.index - other.index }),
    list,
  );
}

const key = "samepage:used-commands";
const most = 5;

/** The ids of the commands that were used last, the last first. */
export function usedLast(): readonly string[] {
  const stored = readStored(key);
  return Array.isArray(stored) ? stored.filter((id) => typeof id === "string").slice(0, most) : [];
}

export function rememberUsed(id: string): void {
  writeStored(key, [id, ...usedLast().filter((each) => each !== id)].slice(0, most));
}
