/** Runs a tool of this project and keeps what it says. */

import { spawn } from "node:child_process";
import { top } from "./place.ts";

export interface Run {
  readonly isOk: boolean;
  readonly output: string;
}

/** Runs `command` at the top of the project. Its output is kept, and shown as it comes when `isShown`. */
export function run(
  command: string,
  args: readonly string[],
  options: { readonly isShown?: boolean; readonly environment?: Readonly<Record<string, string>> } = {},
): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: top, env: { ...process.env, ...options.environment } });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (chunk: Buffer) => {
        output += chunk;
        if (options.isShown) process.stdout.write(chunk);
      });
    }
    child.on("error", reject);
    child.on("close", (code) => resolve({ isOk: code === 0, output }));
  });
}
