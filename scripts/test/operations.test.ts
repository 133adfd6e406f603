import { readFileSync } from "node:fs";
import { defaultLimits, limitNames, variableOf } from "@samepage/protocol";
import { expect, test } from "vitest";
import { top } from "../place.ts";

test("docs/operations.md lists every variable that sets a limit, with its default", () => {
  const page = readFileSync(`${top}docs/operations.md`, "utf8");
  const listed = [...page.matchAll(/^\| `([A-Z_]+)` +\| (\d+) +\|/gm)].map(([, variable, value]) => [variable, value]);
  expect(listed).toEqual(limitNames.map((name) => [variableOf(name), String(defaultLimits[name])]));
});
