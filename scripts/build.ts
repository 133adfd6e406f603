/** Builds the page and the worker for production, for Cloudflare and for one's own box. Prints the sizes. */

import { appendFile, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { brotliCompressSync, constants } from "node:zlib";
import { build, createBuilder } from "vite";
import { writeOwnBoxConfig } from "./own-box-config.ts";
import { built, top } from "./place.ts";

/** Builds everything below `dist/`. @throws when a part does not build */
export async function buildAll(): Promise<void> {
  const builder = await createBuilder({ configFile: `${top}apps/web/vite.config.ts`, logLevel: "error" });
  await builder.buildApp();
  await build({
    configFile: false,
    logLevel: "error",
    build: {
      ssr: `${top}apps/worker/static-files/index.ts`,
      outDir: built.ownBox,
      rolldownOptions: { output: { entryFileNames: "static-files.js" } },
    },
    ssr: { noExternal: true, target: "webworker" },
  });
  await mkdir(built.ownBox, { recursive: true });
  await writeOwnBoxConfig();
  await packTextFiles();
}

/** Puts a Brotli copy beside each text file, for the file server of one's own box. */
async function packTextFiles(): Promise<void> {
  const files = await readdir(built.client, { recursive: true });
  for (const file of files.filter((name) => /\.(js|css|html|svg)$/.test(name))) {
    await writeFile(`${built.client}/${file}.br`, brotli(await readFile(`${built.client}/${file}`)));
  }
  // Cloudflare packs by itself.
  await appendFile(`${built.client}/.assetsignore`, "\n*.br\n");
}

function brotli(bytes: Uint8Array): Uint8Array {
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
}

/**
 * Of what was built, in bytes after Brotli: the JavaScript that a first visit loads, Markdown's grammar that follows
 * it, and the worker's module, which is never sent, but Cloudflare limits it.
 */
export async function sizes(): Promise<Record<"worker" | "home" | "document" | "markdown", number>> {
  const page = await readFile(`${built.client}/index.html`, "utf8");
  const total = async (links: RegExp): Promise<number> => {
    const sizes = [...page.matchAll(links)].map(
      async ([, file]) => (await readFile(`${built.client}${file}.br`)).length,
    );
    return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  };
  const home = await total(/<(?:script|link rel="modulepreload")[^>]* (?:src|href)="([^"]+\.js)"/g);
  const rest = await total(/<link rel="document-modulepreload"[^>]* href="([^"]+\.js)"/g);
  const markdown = (await readdir(`${built.client}/assets`)).filter((name) => /^markdown-.+\.js\.br$/.test(name));
  const markdownSizes = markdown.map(async (name) => (await readFile(`${built.client}/assets/${name}`)).length);
  return {
    worker: brotli(await readFile(built.worker)).length,
    home,
    document: home + rest,
    markdown: (await Promise.all(markdownSizes)).reduce((sum, size) => sum + size, 0),
  };
}

if (import.meta.main) {
  await buildAll();
  const { worker, home, document, markdown } = await sizes();
  const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;
  console.log(`Built into dist/. After Brotli: worker ${kilobytes(worker)};`);
  console.log(`initial JavaScript of a document ${kilobytes(document)}, of the first page ${kilobytes(home)};`);
  console.log(`Markdown's grammar ${kilobytes(markdown)}.`);
}
