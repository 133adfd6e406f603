/** The built app on this machine, as something that can be killed, restarted over its data, and looked into. */

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join as joinPath } from "node:path";
import { freePort, type RunningServer, startServer } from "../../../../scripts/server.ts";
import { type Caller, callerHeaders } from "./caller.ts";
import { type Heap, heapAfterGarbage } from "./inspector.ts";

interface Place {
  readonly port: number;
  readonly inspectorPort: number;
  readonly dataDir: string;
  readonly variables: Readonly<Record<string, string>>;
  readonly onErrorOutput: (text: string) => void;
}

export class Box {
  /** What the runtime wrote to its error output, all of its lives together. */
  readonly errorOutput: string[];
  readonly #place: Place;
  #server: RunningServer;

  private constructor(server: RunningServer, place: Place, errorOutput: string[]) {
    this.#server = server;
    this.#place = place;
    this.errorOutput = errorOutput;
    // Whatever ends the measurement ends the runtime, too: nobody else would.
    process.on("exit", () => void this.#server.kill());
  }

  /** Starts it with `variables` set beside those of this process. */
  static async start(variables: Readonly<Record<string, string>> = {}): Promise<Box> {
    const errorOutput: string[] = [];
    const place = {
      port: await freePort(),
      inspectorPort: await freePort(),
      dataDir: await mkdtemp(joinPath(tmpdir(), "samepage-endurance-")),
      variables,
      onErrorOutput: (text: string) => errorOutput.push(text),
    };
    return new Box(await startServer(place), place, errorOutput);
  }

  /** `http://localhost:<port>`, the same one after every restart. */
  get origin(): string {
    return this.#server.origin;
  }

  get pid(): number {
    return this.#server.pid;
  }

  get dataDir(): string {
    return this.#place.dataDir;
  }

  /** Kills the runtime with SIGKILL, as a crash would, and resolves when it is gone. */
  kill(): Promise<void> {
    return this.#server.kill();
  }

  /** Starts the killed runtime again. @throws when the old one still listens: then something else was killed */
  async startAgain(): Promise<void> {
    this.#server = await startServer(this.#place);
  }

  async killAndStartAgain(): Promise<void> {
    await this.kill();
    await this.startAgain();
  }

  /** Ends the runtime and keeps its data. */
  stop(): Promise<void> {
    return this.#server.stop();
  }

  /** Ends the runtime and removes its data. */
  async remove(): Promise<void> {
    await this.stop();
    await rm(this.dataDir, { recursive: true, force: true });
  }

  async createDocument(caller: Caller | null = null): Promise<string> {
    const headers = caller === null ? {} : callerHeaders(caller);
    const response = await fetch(`${this.origin}/api/documents`, { method: "POST", headers });
    const { id }: { id: string } = await response.json();
    return id;
  }

  async textOf(id: string): Promise<string> {
    return (await fetch(`${this.origin}/api/documents/${id}/text`)).text();
  }

  /** The heap of the worker that holds the objects, once its garbage is gone. */
  heap(): Promise<Heap> {
    return heapAfterGarbage(this.#place.inspectorPort, this.origin);
  }
}
