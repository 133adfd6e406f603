/**
 * Whether the boundary rules see anything at all: files that break each of them, in a folder of their own, must all be
 * reported. A checker that finds no modules reports no violations either.
 */

import { spawnSync } from "node:child_process";
import { copyFile, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { top } from "./place.ts";

/** An import that must be refused, for every rule of biome.json. */
const forbidden: readonly (readonly [file: string, imported: string])[] = [
  ["packages/protocol/src/canary.ts", "yjs"],
  ["packages/protocol/src/canary.ts", "@samepage/room"],
  ["packages/access/src/canary.ts", "lib0/encoding"],
  ["packages/access/src/canary.ts", "@samepage/protocol"],
  ["packages/document/src/canary.ts", "@samepage/journal"],
  ["packages/document/src/canary.ts", "y-protocols/awareness"],
  ["packages/journal/src/canary.ts", "yjs"],
  ["packages/journal/src/canary.ts", "@samepage/document"],
  ["packages/room/src/canary.ts", "@samepage/client"],
  ["packages/room/src/canary.ts", "yjs"],
  ["packages/room/src/canary.ts", "node:fs"],
  ["packages/client/src/canary.ts", "@samepage/room"],
  ["packages/bench/src/canary.ts", "@samepage/room"],
  ["apps/worker/src/canary.ts", "@samepage/client"],
  ["apps/service-worker/src/canary.ts", "@samepage/client"],
  ["apps/web/src/canary.ts", "@samepage/room"],
  ["apps/web/src/connection/canary.ts", "../state/self.ts"],
  ["apps/web/src/connection/canary.ts", "@samepage/journal"],
  ["apps/web/src/state/canary.ts", "../ui/icons.tsx"],
  ["apps/web/src/state/canary.ts", "../editor/editor.ts"],
  ["apps/web/src/editor/canary.ts", "../ui/icons.tsx"],
  ["apps/web/src/editor/canary.ts", "../connection/open.ts"],
  ["apps/web/src/preview/canary.ts", "../ui/icons.tsx"],
  ["apps/web/src/preview/canary.ts", "../connection/open.ts"],
  ["apps/web/src/preview/frame/canary.ts", "../../ui/icons.tsx"],
  ["apps/web/src/words/canary.ts", "../state/self.ts"],
];

/** What is wrong with the boundary check, or null when every forbidden import is refused. */
export async function canaryFault(): Promise<string | null> {
  const folder = await mkdtemp(join(tmpdir(), "samepage-canary-"));
  try {
    await copyFile(`${top}biome.json`, `${folder}/biome.json`);
    await copyFile(`${top}.gitignore`, `${folder}/.gitignore`);
    const unseen: string[] = [];
    for (const [index, [file, imported]] of forbidden.entries()) {
      const path = join(folder, file.replace("canary", `canary-${index}`));
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, `export * from "${imported}";\n`);
    }
    const report = spawnSync("biome", ["lint", "--only=style/noRestrictedImports", "--max-diagnostics=none", "."], {
      cwd: folder,
      encoding: "utf8",
    });
    const reported = report.stdout + report.stderr;
    for (const [index, [file, imported]] of forbidden.entries()) {
      if (!reported.includes(`canary-${index}.ts`)) unseen.push(`${file} may import ${imported}`);
    }
    return unseen.length === 0 ? null : `The boundary check does not see that\n${unseen.join("\n")}`;
  } finally {
    await rm(folder, { recursive: true });
  }
}
