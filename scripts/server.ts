/** Runs the built app on the Workers runtime itself, as one process: for `pnpm start`, the browser tests, the bench. */

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir } from "node:fs/promises";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { resolve } from "node:path";
import { limitsFrom } from "@samepage/protocol";
import { deploymentFrom } from "../apps/worker/src/deployment.ts";
import { built } from "./place.ts";

/** How long the runtime may take to end by itself. It waits for open sockets, which may stay open for days. */
const endWithinMs = 1_000;

export interface RunningServer {
  /** `http://localhost:<port>`. */
  readonly origin: string;
  readonly pid: number;
  /** Resolves with a reason when the runtime has ended, whoever ended it. */
  readonly ended: Promise<string>;
  /** Ends it: politely, then by force. What was acknowledged is stored either way. */
  stop(): Promise<void>;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
}

/** A port that nothing listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  if (address === null || typeof address === "string") throw new Error("no port was free");
  return address.port;
}

/**
 * Starts the built app and resolves once it answers. It ends with this process at the latest. Documents are kept in `dataDir`, which is created if need be.
 * Limits are taken from `variables`, and for what these leave open from this process's environment.
 * @throws Error with a plain message when it cannot start, as on a port that is taken or a limit that is no number
 */
export async function startServer(options: {
  readonly port: number;
  readonly dataDir: string;
  readonly variables?: Readonly<Record<string, string>>;
  /** The page's files; those that were built unless it is given. */
  readonly clientDir?: string;
  /** Where a debugger may connect, from this machine only. Nowhere unless it is given. */
  readonly inspectorPort?: number;
  /** Takes what the runtime writes to its error output, which is otherwise shown. */
  readonly onErrorOutput?: (text: string) => void;
}): Promise<RunningServer> {
  const environment = { ...process.env, ...options.variables };
  limitsFrom(environment);
  deploymentFrom(environment);
  const dataDir = resolve(options.dataDir);
  await mkdir(dataDir, { recursive: true });
  await assertPortFree(options.port);
  const runtime = spawn(
    runtimePath(),
    [
      "serve",
      `${built.ownBox}/config.capnp`,
      `--socket-addr=http=*:${options.port}`,
      `--directory-path=client=${options.clientDir ?? built.client}`,
      `--directory-path=documents=${dataDir}`,
      ...(options.inspectorPort === undefined ? [] : [`--inspector-addr=127.0.0.1:${options.inspectorPort}`]),
    ],
    {
      stdio: ["ignore", "inherit", options.onErrorOutput === undefined ? "inherit" : "pipe"],
      env: environment,
    },
  );
  const endWithThis = (): void => void runtime.kill("SIGKILL");
  process.once("exit", endWithThis);
  runtime.once("exit", () => process.off("exit", endWithThis));
  runtime.stderr?.setEncoding("utf8").on("data", (text: string) => options.onErrorOutput?.(text));
  const ended = once(runtime, "exit").then(([code, signal]) => String(signal ?? `code ${code}`));
  const origin = `http://localhost:${options.port}`;
  await untilHealthy(origin, runtime);
  return {
    origin,
    pid: runtime.pid ?? 0,
    ended,
    async stop() {
      if (runtime.exitCode !== null) return;
      runtime.kill("SIGTERM");
      const force = setTimeout(() => runtime.kill("SIGKILL"), endWithinMs);
      await ended;
      clearTimeout(force);
    },
    async kill() {
      runtime.kill("SIGKILL");
      await ended;
    },
  };
}

/** The runtime's binary, from the package that `wrangler` brings, so that there is one version of it. */
export function runtimePath(): string {
  const fromWrangler = createRequire(createRequire(import.meta.url).resolve("wrangler/package.json"));
  const { default: path }: { default: string } = fromWrangler("workerd");
  return path;
}

async function assertPortFree(port: number): Promise<void> {
  const probe = createServer().listen(port);
  try {
    await once(probe, "listening");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EADDRINUSE") {
      throw new Error(
        `Port ${port} is taken by another program. Choose another one: PORT=${port + 1} npx -y pnpm start`,
      );
    }
    throw error;
  }
  probe.close();
  await once(probe, "close");
}

async function untilHealthy(origin: string, runtime: ChildProcess): Promise<void> {
  for (;;) {
    if (runtime.exitCode !== null || runtime.signalCode !== null) throw new Error("The Workers runtime ended at once.");
    try {
      if ((await fetch(`${origin}/api/health`)).ok) return;
    } catch (error) {
      if (!(error instanceof TypeError)) throw error; // Not listening yet.
    }
    await new Promise((resume) => setTimeout(resume, 25));
  }
}
