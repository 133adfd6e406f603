/** `pnpm test`: everything that must be green, and a table of how much that was. */

import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runChecks } from "./check.ts";
import { runBrowserTests } from "./e2e.ts";
import { run } from "./run.ts";

interface Count {
  readonly passed: number;
  readonly failed: number;
}

const reports = await mkdtemp(join(tmpdir(), "samepage-test-"));

async function vitest(project: string): Promise<Count> {
  const report = join(reports, `${project}.json`);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const { isOk } = await run("vitest", ["run", "--project", project, ...reporters], { isShown: true });
  const { numPassedTests, numTotalTests }: { numPassedTests: number; numTotalTests: number } = JSON.parse(
    await readFile(report, "utf8"),
  );
  return counted(numPassedTests, numTotalTests - numPassedTests, isOk);
}

async function browser(): Promise<Count> {
  const report = join(reports, "browser.json");
  const { isOk } = await runBrowserTests(["--reporter=list,json"], { PLAYWRIGHT_JSON_OUTPUT_NAME: report });
  const { stats }: { stats: { expected: number; unexpected: number; flaky: number; skipped: number } } = JSON.parse(
    await readFile(report, "utf8"),
  );
  return counted(stats.expected, stats.unexpected + stats.flaky + stats.skipped, isOk);
}

/** A run that failed although each of its tests passed (an error outside of them) counts as one failure. */
function counted(passed: number, failed: number, isOk: boolean): Count {
  return { passed, failed: failed === 0 && !isOk ? 1 : failed };
}

const kinds: readonly (readonly [name: string, count: () => Promise<Count>])[] = [
  ["checks", runChecks],
  ["unit", () => vitest("unit")],
  ["worker", () => vitest("worker")],
  ["browser", browser],
];

const counts: [string, Count][] = [];
for (const [name, count] of kinds) {
  console.log(`\n── ${name}`);
  try {
    counts.push([name, await count()]);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    counts.push([name, { passed: 0, failed: 1 }]);
  }
}
await rm(reports, { recursive: true });

console.log("");
for (const [name, { passed, failed }] of counts)
  console.log(`${name.padEnd(8)} ${passed} of ${passed + failed} passed`);
const sum = (pick: (count: Count) => number): number => counts.reduce((total, [, count]) => total + pick(count), 0);
const failed = sum((count) => count.failed);
console.log(`${sum((count) => count.passed)} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
