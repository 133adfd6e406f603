/** A step of the build that leaves out of the faces what no page shows: nearly half of them, ahead of the scripts. */

import { randomUUID } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { basename, dirname, relative } from "node:path";
import subsetFont from "subset-font";
import { normalizePath, type Plugin } from "vite";

/** What browsers apply by themselves so that letters are right, of what these faces have. */
const always = ["ccmp", "kern", "locl", "mark", "mkmk"];

/**
 * What is kept of each face: the weights from what is not bold to what is bold within bold, and forms of letters. The one
 * for code has no ligatures: a text is shown as it was written.
 */
const kept: Readonly<Record<string, { readonly boldest: number; readonly features: readonly string[] }>> = {
  inter: { boldest: 900, features: [...always, "calt", "tnum"] },
  "jetbrains-mono": { boldest: 800, features: always },
};

const lightest = 400;

/** More than any face has: what is left out is not letters. */
const characters = Array.from({ length: 0x20000 }, (_, code) => String.fromCodePoint(code)).join("");

/** Who made a face and under which licence, in its table of names: copyright, licence, its address. */
const preserveNameIds = [0, 13, 14];

/** Cuts the face of each rule. The CSS then names the file that has what is left, beside what else Vite keeps. */
export const faces: Plugin = {
  name: "faces",
  transform: {
    order: "pre",
    filter: { id: /\/@fontsource-variable\/[^/]+\/wght\.css$/ },
    async handler(css, id) {
      const face = kept[basename(dirname(id))];
      if (face === undefined) throw new Error(`it is not said what is kept of ${id}`);
      const folder = `${this.environment.config.cacheDir}/faces`;
      await mkdir(folder, { recursive: true });
      const options = {
        targetFormat: "woff2" as const,
        variationAxes: { wght: { min: lightest, max: face.boldest } },
        keepFeatures: face.features,
        preserveNameIds,
      };
      const rules = css.split(/(?=@font-face)/).map(async (rule) => {
        const file = /url\(([^)]+)\)/.exec(rule)?.[1];
        if (file === undefined) return rule;
        const cut = `${folder}/${basename(file)}`;
        await write(cut, await subsetFont(await readFile(`${dirname(id)}/${file}`), characters, options));
        return rule
          .replace(file, () => JSON.stringify(normalizePath(relative(dirname(id), cut))))
          .replace(/font-weight: [^;]+/, `font-weight: ${lightest} ${face.boldest}`);
      });
      return (await Promise.all(rules)).join("");
    },
  },
};

/** In one go: another build may read the file meanwhile. */
async function write(file: string, bytes: Uint8Array): Promise<void> {
  const unfinished = `${file}.${randomUUID()}`;
  await writeFile(unfinished, bytes);
  await rename(unfinished, file);
}
