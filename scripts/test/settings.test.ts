import { type SpawnSyncReturns, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { top } from "../place.ts";
import { dataDirFrom, portFrom } from "../settings.ts";

const folder = mkdtempSync(join(tmpdir(), "samepage-settings-"));
const file = join(folder, "file");
writeFileSync(file, "");
afterAll(() => rmSync(folder, { recursive: true }));

describe("PORT", () => {
  test("is the default when it is absent or empty", () => {
    expect([portFrom({}, 8787), portFrom({ PORT: "" }, 8787), portFrom({ PORT: "80" }, 8787)]).toEqual([
      8787, 8787, 80,
    ]);
  });

  for (const value of ["abc", "70000", "0", "-1", "80.5", " "]) {
    test(`cannot be ${JSON.stringify(value)}`, () => {
      expect(() => portFrom({ PORT: value }, 8787)).toThrow(
        `PORT must be a whole number from 1 to 65535, not ${JSON.stringify(value)}`,
      );
    });
  }
});

describe("DATA_DIR", () => {
  test("is created, with the folders above it", async () => {
    const path = join(folder, "deeper", "documents");
    expect(await dataDirFrom({ DATA_DIR: path })).toBe(path);
    expect(statSync(path).isDirectory()).toBe(true);
  });

  test("cannot be a file, nor below one", async () => {
    await expect(dataDirFrom({ DATA_DIR: file })).rejects.toThrow(/^DATA_DIR must name a folder .*it is a file$/);
    const below = join(file, "documents");
    await expect(dataDirFrom({ DATA_DIR: below })).rejects.toThrow(/^DATA_DIR must .*a part of it is a file$/);
  });
});

describe("a setting that cannot be used is said in one sentence, before anything is built, by", () => {
  const plainText = /^[A-Z_]+ must [^\n]+\n$/;
  const cases = [
    ["start", "PORT", "abc"],
    ["start", "DATA_DIR", file],
    ["start", "TEXT_LENGTH", "plenty"],
    ["start", "CREATES_PER_HOUR", "plenty"],
    ["start", "ALLOWED_ORIGINS", "samepage.example"],
    ["dev", "PORT", "70000"],
    ["dev", "TEXT_LENGTH", "plenty"],
    ["dev", "ACCESS_REQUIRED", "yes"],
  ] as const;
  for (const [command, variable, value] of cases) {
    test(`${command}, for ${variable}`, () => {
      const { status, stdout, stderr } = run(command, { [variable]: value });
      expect({ status, stdout, stderr }).toEqual({ status: 1, stdout: "", stderr: expect.stringMatching(plainText) });
      expect(stderr.startsWith(`${variable} must `)).toBe(true);
    }, 30_000);
  }
});

/** Runs a command to its end; one that serves instead is ended after a while. */
function run(command: string, variables: Record<string, string>): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, [`${top}scripts/${command}.ts`], {
    cwd: folder,
    env: { ...process.env, ...variables },
    encoding: "utf8",
    timeout: 20_000,
  });
}
