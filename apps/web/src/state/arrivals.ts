/** Who came and who left between two looks. Knows no clock and no words. */

import type { Person } from "./people.ts";

export interface Arrivals {
  /** Names, in the order of the people. */
  readonly joined: readonly string[];
  readonly left: readonly string[];
}

/** What is new in `after`, for somebody who last knew `before`; nobody is told of oneself. */
export function arrivalsBetween(before: readonly Person[], after: readonly Person[]): Arrivals {
  const namesMissingIn = (people: readonly Person[], those: readonly Person[]): readonly string[] => {
    const keys = new Set(those.map(({ key }) => key));
    return people.filter(({ key, isSelf }) => !isSelf && !keys.has(key)).map(({ name }) => name);
  };
  return { joined: namesMissingIn(after, before), left: namesMissingIn(before, after) };
}
