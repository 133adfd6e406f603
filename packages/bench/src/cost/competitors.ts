/** Whose cost is compared, and where each tells what it has counted of a room. */

import type { Room, RunningContestant } from "../contestants/contestant.ts";
import { samepage } from "../contestants/samepage.ts";
import { startPartyserver } from "../contestants/y-partyserver.ts";

export interface Competitor {
  readonly name: string;
  start(): Promise<RunningContestant>;
  /** The address that answers a GET with the counters of `room`. */
  countersAddress(room: Room): string;
}

const samepageCounted: Competitor = {
  name: "Samepage",
  start: () => samepage.start(),
  countersAddress: ({ address }) => `${address.replace(/^ws/, "http").replace("/sync/", "/api/documents/")}/counters`,
};

function partyserver(name: string, className: string): Competitor {
  return {
    name,
    start: () => startPartyserver("y-partyserver-counted-worker.js", className),
    countersAddress: ({ address }) => `${address.replace(/^ws/, "http")}/counters`,
  };
}

/** Ours first, then what it is measured by, then what that can be made to be. */
export const competitors: readonly Competitor[] = [
  samepageCounted,
  partyserver("y-partyserver", "CountedDocument"),
  partyserver("… hibernating", "HibernatingDocument"),
  partyserver("… saving 4/s, too", "OftenSavingDocument"),
];
