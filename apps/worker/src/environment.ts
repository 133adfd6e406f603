/** What the deployment gives the worker; see wrangler.toml. */

import type { DocumentObject } from "./document-object.ts";

export interface Environment {
  readonly DOCUMENTS: DurableObjectNamespace<DocumentObject>;
  /** The built page and its files. */
  readonly ASSETS: Fetcher;
}

/** The same, as Hono wants it. */
export interface AppEnvironment {
  Bindings: Environment;
}
