/** A server as a process of its own, over an empty folder. Knows not what it serves. */

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../../../../scripts/server.ts";
import type { Server } from "./contestant.ts";

export interface Place {
  readonly port: number;
  /** Empty, and removed when the server is stopped. */
  readonly folder: string;
}

export async function freePlace(): Promise<Place> {
  return { port: await freePort(), folder: await mkdtemp(join(tmpdir(), "samepage-bench-")) };
}

/**
 * Starts `command` and resolves once `place.port` answers HTTP, with whatever status. It ends with this process, and its folder too.
 * @throws Error when it ends before that
 */
export async function startProcess(
  place: Place,
  command: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Server> {
  let running: ChildProcess | null = null;
  const kill = (): void => void running?.kill("SIGKILL");
  const leaveNothing = (): void => {
    kill();
    rmSync(place.folder, { recursive: true, force: true });
  };
  process.once("exit", leaveNothing);
  const start = async (): Promise<void> => {
    // What servers say of each connection is of no interest; what they complain of is.
    const started = spawn(command, args, {
      stdio: ["ignore", "ignore", "inherit"],
      env: { ...process.env, ...environment },
    });
    running = started;
    while (!(await answers(place.port))) {
      if (started.exitCode !== null) throw new Error(`${command} ended at once, with code ${started.exitCode}`);
      await new Promise((resume) => setTimeout(resume, 25));
    }
  };
  await start();
  const end = async (): Promise<void> => {
    const ended = running === null ? null : once(running, "exit");
    kill();
    await ended;
  };
  return {
    get pid() {
      return running?.pid ?? 0;
    },
    folder: place.folder,
    async killAndRestart() {
      await end();
      await start();
    },
    async stop() {
      process.off("exit", leaveNothing);
      await end();
      await rm(place.folder, { recursive: true, force: true });
    },
  };
}

async function answers(port: number): Promise<boolean> {
  try {
    await fetch(`http://127.0.0.1:${port}/`);
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false; // Not listening yet.
    throw error;
  }
}
