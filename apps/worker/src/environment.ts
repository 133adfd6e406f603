/** What the deployment gives the worker; see wrangler.toml and, for the variables that set limits, docs/operations.md. */

import { type Limits, limitsFrom } from "@samepage/protocol";
import type { DocumentObject } from "./document-object.ts";

export interface Environment {
  readonly DOCUMENTS: DurableObjectNamespace<DocumentObject>;
  /** The built page and its files. */
  readonly ASSETS: Fetcher;
}

/** The same, as Hono wants it. */
export interface AppEnvironment {
  Bindings: Environment;
  Variables: { readonly limits: Limits };
}

const limitsByEnvironment = new WeakMap<Environment, Limits>();

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
