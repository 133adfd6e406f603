/**
 * How much one client may use, with the reasons. They hold for an address and for a person (a device), each by itself.
 * Unlike the limits of the protocol they are told to nobody: a client cannot go by them, since others share its address.
 */

import { variableOf, wholeNumberFrom } from "@samepage/protocol";
import type { Use } from "./use.ts";

const defaults = {
  /** New documents. A class behind one address begins two each; a script that imports more is worth a setting. 0: any. */
  createsPerHour: 60,
  /** Opened sockets. A train's tunnels make a page come back some ten times, and forty people share an office. 0: any. */
  connectsPerMinute: 120,
  /** Everything else that reaches a document: a page is one request, a tool that reads a text every second is 60. 0: any. */
  requestsPerMinute: 600,
  /** How late somebody hears of being over one of these: who asks again at once then asks seldom. 0: at once. */
  refusalDelayMs: 1_000,
};

type AllowanceName = keyof typeof defaults;

/** So many uses of a kind within its window; 0 when they are neither limited nor counted. */
export type Allowances = Readonly<Record<Use, number>>;

/** The same, and how many milliseconds later somebody hears that he has no more. */
export interface Metering extends Allowances {
  readonly refusalDelayMs: number;
}

/** Each variable that sets one, with its default. */
export const allowanceDefaults: ReadonlyMap<string, number> = new Map(
  Object.entries(defaults).map(([name, value]) => [variableOf(name), value]),
);

/** @throws RangeError, in words for whoever runs the server, when one is no number that it can be */
export function allowancesFrom(variables: Readonly<Record<string, unknown>>): Metering {
  const read = (name: AllowanceName): number => wholeNumberFrom(variables, variableOf(name), 0) ?? defaults[name];
  return {
    creates: read("createsPerHour"),
    connects: read("connectsPerMinute"),
    requests: read("requestsPerMinute"),
    refusalDelayMs: read("refusalDelayMs"),
  };
}
