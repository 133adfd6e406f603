/** A worker with one class of Durable Objects, run by `workerd serve` as Samepage is on one's own box. */

import { mkdir, readFile, writeFile } from "node:fs/promises";
import { top } from "../../../../scripts/place.ts";
import { runtimePath } from "../../../../scripts/server.ts";
import type { Server } from "./contestant.ts";
import { type Place, startProcess } from "./server-process.ts";

/**
 * Serves the module `worker.js` of `place.folder`, whose objects of `className` it reaches as `ROOMS`; `texts` are
 * further bindings. The objects' SQLite is on disk.
 */
export async function startWorker(
  place: Place,
  className: string,
  texts: Readonly<Record<string, string>> = {},
): Promise<Server> {
  const bindings = Object.entries(texts).map(([name, text]) => `(name = "${name}", text = "${text}"),`);
  await mkdir(`${place.folder}/data`);
  await writeFile(
    `${place.folder}/config.capnp`,
    `using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [
    (name = "worker", worker = .worker),
    (name = "data", disk = (path = "${place.folder}/data", writable = true)),
  ],
  sockets = [(name = "http", address = "127.0.0.1:${place.port}", http = (), service = "worker")],
);

const worker :Workerd.Worker = (
  compatibilityDate = "${await compatibilityDate()}",
  modules = [(name = "worker.js", esModule = embed "worker.js")],
  durableObjectNamespaces = [(className = "${className}", uniqueKey = "rooms", enableSql = true)],
  durableObjectStorage = (localDisk = "data"),
  bindings = [(name = "ROOMS", durableObjectNamespace = "${className}"), ${bindings.join(" ")}],
);
`,
  );
  return startProcess(place, runtimePath(), ["serve", `${place.folder}/config.capnp`]);
}

/** Samepage's own, so that all run on the same platform. */
async function compatibilityDate(): Promise<string> {
  const date = /^compatibility_date = "(.+)"$/m.exec(await readFile(`${top}wrangler.toml`, "utf8"))?.[1];
  if (date === undefined) throw new Error("wrangler.toml names no compatibility date");
  return date;
}
