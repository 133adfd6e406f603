/** What can be seen without running the product: format, lint, boundaries, types, dead code. */

import { globSync } from "node:fs";
import { canaryFault } from "./canary.ts";
import { top } from "./place.ts";
import { type Run, run } from "./run.ts";

interface Check {
  readonly name: string;
  check(): Promise<Run>;
}

const checks: readonly Check[] = [
  { name: "format, lint and boundaries", check: () => run("biome", ["check", "--error-on-warnings", "."]) },
  { name: "the boundary rules see a violation", check: checkCanary },
  { name: "types", check: checkTypes },
  { name: "dead code", check: () => run("knip", ["--no-progress"]) },
];

/** Runs all checks, prints a line for each, and counts them. */
export async function runChecks(): Promise<{ readonly passed: number; readonly failed: number }> {
  let failed = 0;
  for (const { name, check } of checks) {
    const { isOk, output } = await check();
    console.log(`${isOk ? "✓" : "✗"} ${name}`);
    if (isOk) continue;
    failed += 1;
    console.log(output.trim());
  }
  return { passed: checks.length - failed, failed };
}

async function checkCanary(): Promise<Run> {
  const fault = await canaryFault();
  return { isOk: fault === null, output: fault ?? "" };
}

/** Each package by its own rules: the pure ones must not even know that there is a clock. */
async function checkTypes(): Promise<Run> {
  const projects = globSync(["tsconfig.json", "{apps,packages}/*/tsconfig.json"], { cwd: top });
  const runs: Run[] = [];
  for (const project of projects) runs.push(await run("tsc", ["--noEmit", "-p", project]));
  return { isOk: runs.every(({ isOk }) => isOk), output: runs.map(({ output }) => output).join("") };
}

if (import.meta.main) {
  const { failed } = await runChecks();
  process.exit(failed === 0 ? 0 : 1);
}
