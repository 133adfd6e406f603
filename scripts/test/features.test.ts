import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { top } from "../place.ts";

const list = readFileSync(`${top}docs/features.md`, "utf8");

/** Each feature of the list, with the files and names of the tests that show it. */
const features = list
  .split("\n")
  .filter((line) => line.startsWith("- "))
  .map((line) => ({ line, tests: [...line.matchAll(/`(e2e\/[\w-]+\.spec\.ts)` — "([^"]+)"/g)] }));

const sources = new Map(
  readdirSync(`${top}e2e`)
    .filter((file) => file.endsWith(".spec.ts"))
    .map((file) => [`e2e/${file}`, readFileSync(`${top}e2e/${file}`, "utf8")]),
);

/** The names of the tests of a file, as patterns: what a template puts in may be anything. */
function testNames(source: string): readonly RegExp[] {
  return [...source.matchAll(/\btest\(\s*(?:"((?:[^"\\]|\\.)+)"|`((?:[^`\\]|\\.)+)`)/g)].map(([, plain, template]) => {
    const parts = (plain ?? template ?? "")
      .replaceAll('\\"', '"')
      .split(template === undefined ? /(?!)/ : /\$\{[^}]+\}/);
    return new RegExp(`^${parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join(".+")}$`);
  });
}

test("every feature of the list names a browser test that there is", () => {
  expect(features.length).toBeGreaterThan(0);
  for (const { line, tests } of features) {
    expect(tests.length, `names no test: ${line}`).toBeGreaterThan(0);
    for (const [, file = "", name = ""] of tests) {
      const source = sources.get(file);
      expect(source, `there is no ${file}`).toBeDefined();
      const isThere = testNames(source ?? "").some((pattern) => pattern.test(name));
      expect(isThere, `${file} has no test "${name}"`).toBe(true);
    }
  }
});
