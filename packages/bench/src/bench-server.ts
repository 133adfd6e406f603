/** The built app for one measurement: a free port, an empty folder, both given back at the end. */

import { rmSync } from "node:fs";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join as joinPath } from "node:path";
import { type Connection, join } from "@samepage/client";
import { limitsFrom, subprotocol } from "@samepage/protocol";
import { freePort, type RunningServer, startServer } from "../../../scripts/server.ts";
import type { Room } from "./contestants/contestant.ts";

interface Place {
  readonly port: number;
  readonly dataDir: string;
  readonly variables: Readonly<Record<string, string>>;
}

export class BenchServer {
  #server: RunningServer;
  readonly #place: Place;

  readonly #leaveNothing = (): void => rmSync(this.#place.dataDir, { recursive: true, force: true });

  private constructor(server: RunningServer, place: Place) {
    this.#server = server;
    this.#place = place;
    process.once("exit", this.#leaveNothing);
  }

  /** Starts it with `settings`, and without its limits on speed: a load test is faster than people. */
  static async start(settings: Readonly<Record<string, string>> = {}): Promise<BenchServer> {
    process.env["FRAMES_PER_SECOND"] ??= "0";
    process.env["BYTES_PER_SECOND"] ??= "0";
    const dataDir = await mkdtemp(joinPath(tmpdir(), "samepage-bench-"));
    const place = { port: await freePort(), dataDir, variables: settings };
    return new BenchServer(await startServer(place), place);
  }

  get origin(): string {
    return this.#server.origin;
  }

  get pid(): number {
    return this.#server.pid;
  }

  get folder(): string {
    return this.#place.dataDir;
  }

  /** Kills the runtime as a power cut would, and starts it again over the same data. */
  async killAndRestart(): Promise<void> {
    await this.#server.kill();
    this.#server = await startServer(this.#place);
  }

  async stop(): Promise<void> {
    process.off("exit", this.#leaveNothing);
    await this.#server.stop();
    await rm(this.#place.dataDir, { recursive: true, force: true });
  }

  /** @throws Error when the server does not take the text */
  async createDocument(text = ""): Promise<string> {
    const headers = { "content-type": "text/markdown" };
    const response = await fetch(`${this.origin}/api/documents`, { method: "POST", body: text, headers });
    if (!response.ok) throw new Error(`no document was created: ${response.status} ${await response.text()}`);
    const { id }: { id: string } = await response.json();
    return id;
  }

  /** The document's room for a raw client. */
  roomOf(id: string): Room {
    const address = `${this.origin.replace("http", "ws")}/sync/${id}`;
    const { commitIntervalMs } = limitsFrom({ ...process.env, ...this.#place.variables });
    return {
      address,
      subprotocols: [subprotocol],
      prefix: new Uint8Array(),
      greeting: null,
      asksToStoreAfterMs: commitIntervalMs,
    };
  }

  /** The SQLite file of the one document. @throws Error when there is not just one */
  async databaseFile(): Promise<string> {
    const files = await readdir(this.#place.dataDir, { recursive: true });
    const [file, ...more] = files.filter((name) => /[0-9a-f]{64}\.sqlite$/.test(name));
    if (file === undefined || more.length > 0) throw new Error("there is not just one document");
    return joinPath(this.#place.dataDir, file);
  }

  async textOf(id: string): Promise<string> {
    return (await fetch(`${this.origin}/api/documents/${id}/text`)).text();
  }

  /** A client that has the whole text and whose every edit is stored. */
  async join(id: string): Promise<Connection> {
    const connection = join({ origin: this.origin.replace("http", "ws"), documentId: id });
    await saved(connection);
    return connection;
  }
}

/** Resolves once everything that was written through `connection` is stored. */
export function saved(connection: Connection): Promise<void> {
  return new Promise((resolve) => {
    const stop = connection.saveState.subscribe(({ kind }) => {
      if (kind !== "saved") return;
      resolve();
      queueMicrotask(() => stop());
    });
  });
}
