/** The parts of the page that are loaded on demand: noted while it is built, and how large each is to be sent. */

import { readdir, readFile, writeFile } from "node:fs/promises";
import type { Plugin } from "vite";
import { built } from "./place.ts";

/** What `import()` brings: a module of the page's, or of a package's. */
interface Part {
  readonly name: string;
  /** Its own file, then what comes with it, below the folder of the page. */
  readonly files: readonly string[];
}

export interface PartSize {
  readonly name: string;
  /** After Brotli, of its own file. */
  readonly bytes: number;
  /** With what it shares with other parts, and what therefore may have come before. */
  readonly bytesWithShared: number;
}

/** Notes beside what is built which parts there are. */
export const partsNoted: Plugin = {
  name: "parts-noted",
  apply: "build",
  async writeBundle(_options, bundle) {
    if (this.environment.name !== "client") return;
    const chunks = Object.values(bundle).filter((output) => output.type === "chunk");
    const importsOf = new Map(chunks.map(({ fileName, imports }) => [fileName, imports]));
    const withImports = (file: string, found = new Set<string>()): Set<string> => {
      if (found.has(file)) return found;
      found.add(file);
      for (const each of importsOf.get(file) ?? []) withImports(each, found);
      return found;
    };
    const parts = chunks.flatMap(({ fileName, isDynamicEntry, facadeModuleId }): Part[] => {
      if (!isDynamicEntry || facadeModuleId === null) return [];
      return [{ name: nameOf(facadeModuleId), files: [...withImports(fileName)] }];
    });
    await writeFile(built.parts, JSON.stringify(parts));
  },
};

/** What the module at `path` is called: a package's by its name, one of the words' by its language. */
function nameOf(path: string): string {
  const isPackage = path.includes("/node_modules/");
  const isWords = path.includes("/words/");
  const name = isPackage
    ? path.split("/node_modules/").at(-1)
    : path
        .split("/")
        .slice(isWords ? -3 : -1)
        .join("/");
  return (name ?? path).replace(/\/dist\/index\.m?js$|\.[mc]?[jt]sx?$/, "");
}

/** What the preview's worker and its frame load, and the editor's workers, which are built by themselves: each file is a part. */
async function otherParts(known: ReadonlySet<string>): Promise<Part[]> {
  const files = await readdir(built.client, { recursive: true });
  const scripts = files.filter((file) => /\/assets\/.+\.js$|^assets\/.+\.js$/.test(file) && !known.has(file));
  return scripts.map((file) => ({
    name: file
      .replace(/^assets\/(?!(?:expression|rich-text)-worker)/, "preview-worker/")
      .replace("assets/", "")
      .replace(/-[\w-]{8}\.js$/, ""),
    files: [file],
  }));
}

/** The size of each part, largest first; `loaded`: the files that a document's page loads at first. */
export async function partSizes(loaded: readonly string[]): Promise<PartSize[]> {
  const noted: readonly Part[] = JSON.parse(await readFile(built.parts, "utf8"));
  const parts = [...noted, ...(await otherParts(new Set([...loaded, ...noted.flatMap(({ files }) => files)])))];
  const sizeOf = async (file: string): Promise<number> => (await readFile(`${built.client}/${file}.br`)).length;
  const sizes = parts.map(async ({ name, files }): Promise<PartSize> => {
    const [bytes = 0, ...others] = await Promise.all(files.filter((file) => !loaded.includes(file)).map(sizeOf));
    return { name, bytes, bytesWithShared: others.reduce((sum, each) => sum + each, bytes) };
  });
  return (await Promise.all(sizes)).filter(({ bytes }) => bytes > 0).sort((one, other) => other.bytes - one.bytes);
}
