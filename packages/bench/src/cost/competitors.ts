/** Whose cost is compared, and where each tells what it has counted of a room. */

import type { Room, RunningContestant } from "../contestants/contestant.ts";
import { startSamepage } from "../contestants/samepage.ts";
import { startPartyserver } from "../contestants/y-partyserver.ts";

export interface Competitor {
  readonly name: string;
  start(): Promise<RunningContestant>;
  /** The address that answers a GET with the counters of `room`. */
  countersAddress(room: Room): string;
}

/** It is asked to store what was typed so many seconds after that; null: as it is by default. */
function samepageStoringAfter(seconds: number | null): Competitor {
  return {
    name: seconds === null ? "Samepage" : `… each ${seconds} s`,
    start: () => startSamepage(seconds === null ? {} : { COMMIT_INTERVAL_MS: `${seconds * 1_000}` }),
    countersAddress: ({ address }) => `${address.replace(/^ws/, "http").replace("/sync/", "/api/documents/")}/counters`,
  };
}

function partyserver(name: string, className: string): Competitor {
  return {
    name,
    start: () => startPartyserver("y-partyserver-counted-worker.js", className),
    countersAddress: ({ address }) => `${address.replace(/^ws/, "http")}/counters`,
  };
}

/** Whose cost is the measure. */
export const referenceName = "y-partyserver";

/** Each with what it can be made to be. */
export const competitors: readonly Competitor[] = [
  samepageStoringAfter(null),
  samepageStoringAfter(2),
  samepageStoringAfter(9),
  partyserver(referenceName, "CountedDocument"),
  partyserver("… hibernating", "HibernatingDocument"),
  partyserver("… saving 4/s, too", "OftenSavingDocument"),
];
