/** What the deployment gives the worker; see wrangler.toml and, for the variables, docs/operations.md. */

import { type Limits, limitsFrom } from "@samepage/protocol";
import { type Deployment, deploymentFrom } from "./deployment.ts";
import type { DocumentObject } from "./document-object.ts";
import type { Meter } from "./metering/meter.ts";
import type { Subjects } from "./metering/subjects.ts";

export interface Environment {
  readonly DOCUMENTS: DurableObjectNamespace<DocumentObject>;
  readonly METERS: DurableObjectNamespace<Meter>;
  /** The built page and its files. */
  readonly ASSETS: Fetcher;
  /** Where there is one, it is asked before the exact counts are. */
  readonly RATE_LIMITER?: RateLimit;
}

/** The same, as Hono wants it. */
export interface AppEnvironment {
  Bindings: Environment;
  Variables: {
    readonly limits: Limits;
    readonly deployment: Deployment;
    /** Who the request is counted for. */
    readonly subjects: Subjects;
    /** Who asks, where the deployment can know it. */
    readonly identity: string | null;
  };
}

const limitsByEnvironment = new WeakMap<Environment, Limits>();
const deploymentByEnvironment = new WeakMap<Environment, Deployment>();

/**
 * The limits that the variables of `environment` set; they are read once, as they do not change while it lives.
 * @throws RangeError, in words for whoever runs the server, when a variable is no number that it can be
 */
export function limitsOf(environment: Environment): Limits {
  const known = limitsByEnvironment.get(environment);
  if (known !== undefined) return known;
  const limits = limitsFrom({ ...environment });
  limitsByEnvironment.set(environment, limits);
  return limits;
}

/**
 * What else they set, read once as well.
 * @throws RangeError, in words for whoever runs the server, when a variable cannot be used
 */
export function deploymentOf(environment: Environment): Deployment {
  const known = deploymentByEnvironment.get(environment);
  if (known !== undefined) return known;
  const deployment = deploymentFrom({ ...environment });
  deploymentByEnvironment.set(environment, deployment);
  return deployment;
}
