/** The built app in a folder of its own, which can be replaced by a next version while it is served. */

import { cp, mkdtemp, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { built } from "../scripts/place.ts";
import { freePort, type RunningServer, startServer } from "../scripts/server.ts";

export class DeployedApp {
  readonly origin: string;
  readonly #folder: string;
  readonly #server: RunningServer;

  private constructor(folder: string, server: RunningServer) {
    this.#folder = folder;
    this.#server = server;
    this.origin = server.origin;
  }

  static async start(): Promise<DeployedApp> {
    const folder = await mkdtemp(join(tmpdir(), "samepage-deployed-"));
    await cp(built.client, join(folder, "client"), { recursive: true });
    const files = await readdir(join(folder, "client"), { recursive: true });
    for (const file of files.filter((name) => name.endsWith(".br"))) await rm(join(folder, "client", file));
    const place = { port: await freePort(), dataDir: join(folder, "data"), clientDir: join(folder, "client") };
    return new DeployedApp(folder, await startServer(place));
  }

  /** Puts up a version all of whose scripts and styles have other names; the server has those of the last one no more. */
  async putUpNextVersion(name: string): Promise<void> {
    const client = join(this.#folder, "client");
    const renamed = (text: string): string => text.replace(/-([\w-]{7})[\w-](\.(?:js|css))/g, `-${name.charAt(0)}$1$2`);
    for (const file of await readdir(client, { recursive: true })) {
      if (!/\.(js|css|html)$/.test(file)) continue;
      const text = await readFile(join(client, file), "utf8");
      const marked = file.endsWith(".html") ? text.replace("<html", `<html data-version="${name}"`) : text;
      // Names the version to the service worker, too: its list of files is another one.
      await writeFile(join(client, file), renamed(marked).replaceAll(/(version|revision):`\w+`/g, `$1:\`${name}\``));
      await rename(join(client, file), join(client, renamed(file)));
    }
  }

  async stop(): Promise<void> {
    await this.#server.stop();
    await rm(this.#folder, { recursive: true, force: true });
  }
}
