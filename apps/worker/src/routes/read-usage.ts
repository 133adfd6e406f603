/** `GET /api/usage`: what has been used by whoever asks, this request included. */

import { Hono } from "hono";
import type { AppEnvironment, Environment } from "../environment.ts";
import type { Allowances } from "../metering/allowances.ts";
import { meterStub } from "../metering/meter-stub.ts";
import type { Subject } from "../metering/subjects.ts";
import type { Count } from "../metering/usage-counts.ts";
import type { Use } from "../metering/use.ts";

/** `limit` 0: any number. `resets` as ISO 8601. */
type Usage = Readonly<Record<Use, { readonly used: number; readonly limit: number; readonly resets: string }>>;

/** A key is counted, but never limited. */
const unlimited: Allowances = { creates: 0, connects: 0, requests: 0 };

export const readUsage = new Hono<AppEnvironment>().get("/api/usage", async (context) => {
  const { subjects, deployment } = context.var;
  const [address, person, key] = await Promise.all([
    usageOf(context.env, subjects.address, deployment.allowances),
    usageOf(context.env, subjects.person, deployment.allowances),
    usageOf(context.env, subjects.key, unlimited),
  ]);
  return context.json({ address, person, key }, 200, { "cache-control": "no-store" });
});

/** Null where the request does not show the subject. */
async function usageOf(environment: Environment, subject: Subject | null, limits: Allowances): Promise<Usage | null> {
  if (subject === null) return null;
  const counts = await meterStub(environment, subject).read(subject);
  const usage = (use: Use, { used, ends }: Count) => ({
    used,
    limit: limits[use],
    resets: new Date(ends).toISOString(),
  });
  return {
    creates: usage("creates", counts.creates),
    connects: usage("connects", counts.connects),
    requests: usage("requests", counts.requests),
  };
}
