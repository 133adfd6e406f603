/** Counts a use for all whose it is, and says whether one of them has no more of it. */

import { waitUntil } from "cloudflare:workers";
import { deploymentOf, type Environment } from "../environment.ts";
import { meterStub } from "./meter-stub.ts";
import { Refusals } from "./refusals.ts";
import type { Subject, Subjects } from "./subjects.ts";
import { type Use, windowMs } from "./use.ts";

const refusals = new Refusals();

/** What one flood that a document ends costs its client, in connections: two of them are a minute's allowance. */
const connectsPerFlood = 60;

/**
 * Counts one `use`. Resolves to null where it is within the limits, else to the time, in milliseconds since 1970, until
 * which there is no more. The address comes first: what is refused for it is not counted for its person. A key is
 * counted, and never refused, because a link is shared by many.
 */
export async function countUse(environment: Environment, subjects: Subjects, use: Use): Promise<number | null> {
  const limit = deploymentOf(environment).allowances[use];
  if (limit === 0) return null;
  for (const subject of [subjects.address, subjects.person]) {
    if (subject === null) continue;
    const until = await refusedUntil(environment, subject, use, limit);
    if (until !== null) return until;
  }
  if (subjects.key !== null) waitUntil(countKey(environment, subjects.key, use));
  return null;
}

/**
 * Charges the client of a socket that a document closed with 4429: its connections count as many times more. Without
 * that, a client that comes back at once could flood all the time.
 */
export async function chargeFlood(environment: Environment, subjects: Subjects): Promise<void> {
  if (deploymentOf(environment).allowances.connects === 0) return;
  for (const subject of [subjects.address, subjects.person]) {
    if (subject !== null) await meterStub(environment, subject).charge(subject, "connects", connectsPerFlood);
  }
}

async function refusedUntil(
  environment: Environment,
  subject: Subject,
  use: Use,
  limit: number,
): Promise<number | null> {
  const now = Date.now();
  const known = refusals.until(subject, use, now);
  if (known !== null) return known;
  try {
    const passed = await environment.RATE_LIMITER?.limit({ key: subject });
    if (passed?.success === false) return now + windowMs.requests;
    const { isCounted, ends } = await meterStub(environment, subject).add(subject, use, limit);
    if (isCounted) return null;
    refusals.add(subject, use, ends);
    return ends;
  } catch (error) {
    console.error(error); // Who cannot be counted is let in: what protects the documents must not be what closes them.
    return null;
  }
}

async function countKey(environment: Environment, key: Subject, use: Use): Promise<void> {
  try {
    await meterStub(environment, key).add(key, use, null);
  } catch (error) {
    console.error(error); // The key's count is for reading only.
  }
}
