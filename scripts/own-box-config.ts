/**
 * The configuration with which `workerd serve` runs the built app: the worker, SQLite on disk, the built files, and the
 * environment's variables.
 */

import { readFile, writeFile } from "node:fs/promises";
import { limitNames, variableOf } from "@samepage/protocol";
import { deploymentVariables } from "../apps/worker/src/deployment.ts";
import { built } from "./place.ts";

const variableBindings = [...limitNames.map(variableOf), ...deploymentVariables]
  .map((variable) => `    (name = "${variable}", fromEnvironment = "${variable}"),`)
  .join("\n");

/** Writes `config.capnp` beside the built file server. The port and the folders are given when it is started. */
export async function writeOwnBoxConfig(): Promise<void> {
  const deployment: { compatibility_date: string; compatibility_flags: readonly string[] } = JSON.parse(
    await readFile(built.wranglerConfig, "utf8"),
  );
  const date = deployment.compatibility_date;
  const flags = deployment.compatibility_flags.map((flag) => `"${flag}"`).join(", ");
  await writeFile(
    `${built.ownBox}/config.capnp`,
    `# Written by scripts/own-box-config.ts.
using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [
    (name = "samepage", worker = .samepage),
    (name = "static-files", worker = .staticFiles),
    (name = "client", disk = ()),
    (name = "documents", disk = (writable = true)),
  ],
  sockets = [(name = "http", address = "localhost:8787", http = (), service = "samepage")],
);

const samepage :Workerd.Worker = (
  compatibilityDate = "${date}",
  compatibilityFlags = [${flags}],
  modules = [(name = "index.js", esModule = embed "../samepage/index.js")],
  durableObjectNamespaces = [
    (className = "DocumentObject", uniqueKey = "documents", enableSql = true),
    (className = "Meter", uniqueKey = "meters", enableSql = true),
  ],
  durableObjectStorage = (localDisk = "documents"),
  bindings = [
    (name = "DOCUMENTS", durableObjectNamespace = "DocumentObject"),
    (name = "METERS", durableObjectNamespace = "Meter"),
    (name = "ASSETS", service = "static-files"),
    # One that the environment does not have is null in the worker, which means the default.
${variableBindings}
  ],
);

const staticFiles :Workerd.Worker = (
  compatibilityDate = "${date}",
  modules = [(name = "static-files.js", esModule = embed "static-files.js")],
  bindings = [(name = "FILES", service = "client")],
);
`,
  );
}
