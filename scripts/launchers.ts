/**
 * Notices when the programs that launched this one (npx, pnpm and the shells between) have been ended: they pass no
 * signal on, and a server that nobody can stop any more would go on for ever.
 */

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

interface Ancestor {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
}

const lookEveryMs = 250;

/** Calls `ended` once, when any launcher has gone. Where processes cannot be looked at (Windows), never. */
export function whenLaunchersEnd(ended: () => void): void {
  const launchers = findLaunchers();
  if (launchers.length === 0) return;
  const timer = setInterval(() => {
    if (launchers.every(isRunning)) return;
    clearInterval(timer);
    ended();
  }, lookEveryMs);
  timer.unref();
}

/** The ancestors up to the topmost that is a package manager; what stands above it (a terminal) is no launcher. */
function findLaunchers(): readonly number[] {
  const ancestors: Ancestor[] = [];
  for (let next = ancestor(process.ppid); next !== null && next.pid > 1; next = ancestor(next.parent)) {
    ancestors.push(next);
  }
  const topmost = ancestors.findLastIndex(({ command }) => /\b(npm|npx|pnpm)\b/.test(command));
  return ancestors.slice(0, topmost + 1).map(({ pid }) => pid);
}

function ancestor(pid: number): Ancestor | null {
  try {
    if (process.platform === "linux") {
      // After the name in brackets, which may hold anything: the state, then the parent.
      const parent = readFileSync(`/proc/${pid}/stat`, "utf8")
        .replace(/^.*\) \S+ /s, "")
        .split(" ")[0];
      return {
        pid,
        parent: Number(parent),
        command: readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " "),
      };
    }
    if (process.platform === "win32") return null;
    const [, parent, command] =
      /^\s*(\d+)\s+(.*)/s.exec(execFileSync("ps", ["-o", "ppid=,args=", "-p", String(pid)], { encoding: "utf8" })) ??
      [];
    return parent === undefined || command === undefined ? null : { pid, parent: Number(parent), command };
  } catch {
    return null; // Gone meanwhile, or not to be looked at: it cannot be watched.
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
