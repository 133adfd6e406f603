import { readFileSync } from "node:fs";
import { defaultLimits, limitNames, limitsFrom, variableOf } from "@samepage/protocol";
import { expect, test } from "vitest";
import { Counters } from "../../apps/worker/src/counters.ts";
import { deploymentVariables } from "../../apps/worker/src/deployment.ts";
import { allowanceDefaults, allowancesFrom } from "../../apps/worker/src/metering/allowances.ts";
import { top } from "../place.ts";

/** `from 1 on`: what is said to whoever sets the limit to something else. */
function rangeOf(variable: string): string {
  try {
    limitsFrom({ [variable]: "none" });
    allowancesFrom({ [variable]: "none" });
  } catch (error) {
    const [, range] = /must be a whole number (from .+), not "none"$/.exec(String(error)) ?? [];
    if (range !== undefined) return range;
    throw error;
  }
  throw new Error(`${variable} may be anything`);
}

test("docs/operations.md lists every variable that sets a limit, with its default and its range", () => {
  const page = readFileSync(`${top}docs/operations.md`, "utf8");
  const rows = [...page.matchAll(/^\| `([A-Z_]+)` +\| (\d+) +\| (from .+?) +\|/gm)];
  const listed = rows.map(([, variable, value, range]) => [variable, value, range]);
  const limits = limitNames.map((name): [string, number] => [variableOf(name), defaultLimits[name]]);
  const all = [...limits, ...allowanceDefaults];
  expect(listed).toEqual(all.map(([variable, value]) => [variable, String(value), rangeOf(variable)]));
});

test("docs/operations.md lists every other setting of the worker", () => {
  const page = readFileSync(`${top}docs/operations.md`, "utf8");
  const listed = [...page.matchAll(/^\| `([A-Z_]+)` +\|/gm)].map(([, variable]) => variable);
  expect(listed).toEqual([...limitNames.map(variableOf), ...deploymentVariables]);
});

test("docs/operations.md lists every counter", () => {
  const page = readFileSync(`${top}docs/operations.md`, "utf8");
  const listed = [...page.matchAll(/^\| `([a-z]\w+)` +\|/gm)].map(([, name]) => name);
  expect(listed.toSorted()).toEqual([...Object.keys(new Counters()), "storedBytes"].toSorted());
});
