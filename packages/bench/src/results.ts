/** A run's figures in a file: with all that somebody else needs to doubt or to repeat them. */

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { arch, cpus, platform, release, totalmem } from "node:os";
import { dirname } from "node:path";
import { top } from "../../../scripts/place.ts";
import { UsageError } from "./arguments.ts";
import type { Comparison } from "./compare.ts";
import type { Account } from "./cost/model.ts";

/** The form of the file; a change that an older reader would misread makes it another. */
const form = "samepage-bench-1";

export interface Results {
  readonly form: typeof form;
  /** When the run began: ISO 8601, UTC. */
  readonly date: string;
  readonly commit: { readonly hash: string; readonly isChanged: boolean };
  readonly machine: {
    readonly processor: string;
    readonly cores: number;
    readonly memoryBytes: number;
    readonly system: string;
    readonly node: string;
  };
  /** By the package's name. */
  readonly versions: Readonly<Record<string, string>>;
  /** Beside other servers. */
  readonly comparisons: readonly Comparison[];
  /** In Chromium. */
  readonly page: readonly Comparison[];
  /** What was counted, and the date of the prices; null where it was not. */
  readonly cost: { readonly pricesOf: string; readonly accounts: readonly Account[] } | null;
}

/** The figures alone. */
export type Figured = Pick<Results, "comparisons" | "page" | "cost">;

/** All but the figures. */
export type Setting = Omit<Results, keyof Figured>;

const serverPackages = [
  "@hocuspocus/server",
  "partyserver",
  "ws",
  "y-partyserver",
  "y-protocols",
  "y-websocket",
  "yjs",
] as const;

/** The commit, the machine, and the versions of what is measured, to be asked for before anything is. */
export function settingOf(began: Date): Setting {
  const processor = cpus()[0]?.model.trim() ?? "unknown";
  return {
    form,
    date: began.toISOString(),
    commit: { hash: git("rev-parse", "HEAD"), isChanged: git("status", "--porcelain") !== "" },
    machine: {
      processor,
      cores: cpus().length,
      memoryBytes: totalmem(),
      system: `${platform()} ${release()} ${arch()}`,
      node: process.version,
    },
    versions: versions(),
  };
}

/** `figured` as measured in `setting`; what is left out was not. */
export function resultsOf(setting: Setting, figured: Partial<Figured>): Results {
  return { ...setting, comparisons: [], page: [], cost: null, ...figured };
}

export async function writeResults(file: string, results: Results): Promise<void> {
  await writeFile(file, `${JSON.stringify(results, null, 2)}\n`);
}

/** @throws UsageError when the file cannot be read or is not of this form */
export async function readResults(file: string): Promise<Results> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(await readFile(file, "utf8"));
  } catch (error) {
    throw new UsageError(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (!isResults(parsed)) throw new UsageError(`${file} holds no results of \`pnpm bench --json\` in the form ${form}`);
  return parsed;
}

/** Goes by the form and its parts: whoever writes these by hand may write the rest wrong, too. */
function isResults(value: unknown): value is Results {
  if (typeof value !== "object" || value === null || !("form" in value) || value.form !== form) return false;
  const hasLists =
    "comparisons" in value && Array.isArray(value.comparisons) && "page" in value && Array.isArray(value.page);
  return hasLists && "cost" in value && "machine" in value && "versions" in value;
}

function git(...args: readonly string[]): string {
  return execFileSync("git", args, { cwd: top, encoding: "utf8" }).trim();
}

function versions(): Results["versions"] {
  const ofServers = serverPackages.map((name) => [name, versionIn(`${top}packages/bench/node_modules/${name}`)]);
  const fromWrangler = createRequire(createRequire(import.meta.url).resolve("wrangler/package.json"));
  const workerd = versionIn(dirname(fromWrangler.resolve("workerd/package.json")));
  return Object.fromEntries([...ofServers, ["workerd", workerd]]);
}

function versionIn(folder: string): string {
  const { version }: { version: string } = JSON.parse(readFileSync(`${folder}/package.json`, "utf8"));
  return version;
}
