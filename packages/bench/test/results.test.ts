import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readResults, resultsOf, settingOf, writeResults } from "../src/results.ts";

test("results come back from their file with the machine and the versions; what is none is refused in a sentence", async () => {
  const folder = await mkdtemp(join(tmpdir(), "samepage-results-"));
  const file = join(folder, "results.json");
  const began = new Date("2026-11-21T12:00:00Z");
  const results = resultsOf(settingOf(began), { comparisons: [], page: [] });
  expect(results.date).toBe("2026-11-21T12:00:00.000Z");
  expect(Object.keys(results.versions)).toContain("workerd");
  for (const version of Object.values(results.versions)) expect(version).toMatch(/^\d+\.\d+\.\d+/);
  expect(results.commit.hash).toMatch(/^[0-9a-f]{40}$/);
  await writeResults(file, results);
  expect(await readResults(file)).toEqual(results);

  await expect(readResults(join(folder, "none.json"))).rejects.toThrow("none.json cannot be read: ENOENT");
  await writeFile(file, "{");
  await expect(readResults(file)).rejects.toThrow("results.json cannot be read: ");
  await writeFile(file, '{"date": "2026"}');
  await expect(readResults(file)).rejects.toThrow("holds no results");
  await rm(folder, { recursive: true });
});
