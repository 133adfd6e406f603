/** Builds the page and the worker for production, for Cloudflare and for one's own box. Prints the sizes. */

import { appendFile, mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { brotliCompressSync, constants } from "node:zlib";
import { build, createBuilder } from "vite";
import { appFilesOf, essentialFace } from "./app-files.ts";
import { writeOwnBoxConfig } from "./own-box-config.ts";
import { type PartSize, partSizes } from "./parts.ts";
import { built, top } from "./place.ts";

/** Builds everything below `dist/`. @throws when a part does not build */
export async function buildAll(): Promise<void> {
  const builder = await createBuilder({ configFile: `${top}apps/web/vite.config.ts`, logLevel: "error" });
  await builder.buildApp();
  await build({ configFile: `${top}apps/web/preview.vite.config.ts`, logLevel: "error" });
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
  await buildServiceWorker();
  await mkdir(built.ownBox, { recursive: true });
  await writeOwnBoxConfig();
  await packTextFiles();
}

/** Builds what keeps the page on people's devices, with the list of the page's files in it. */
async function buildServiceWorker(): Promise<void> {
  const manifest = `${built.client}/.vite`;
  const files = await appFilesOf(JSON.parse(await readFile(`${manifest}/manifest.json`, "utf8")));
  await rm(manifest, { recursive: true });
  await build({
    configFile: false,
    logLevel: "error",
    publicDir: false,
    define: { APP_FILES: JSON.stringify(files), "process.env.NODE_ENV": '"production"' },
    build: {
      outDir: built.client,
      emptyOutDir: false,
      rolldownOptions: {
        input: `${top}apps/service-worker/src/service-worker.ts`,
        output: { format: "iife", entryFileNames: "service-worker.js" },
      },
    },
  });
}

/** Puts a Brotli copy beside each text file, for the file server of one's own box. */
async function packTextFiles(): Promise<void> {
  const files = await readdir(built.client, { recursive: true });
  for (const file of files.filter((name) => /\.(js|css|html|svg|webmanifest)$/.test(name))) {
    // What draws is much, and rarely sent: nobody is to wait for its last kilobytes at each build.
    const quality = file.startsWith("preview/") ? 9 : 11;
    await writeFile(`${built.client}/${file}.br`, brotli(await readFile(`${built.client}/${file}`), quality));
  }
  // Cloudflare packs by itself.
  await appendFile(`${built.client}/.assetsignore`, "\n*.br\n");
}

function brotli(bytes: Uint8Array, quality = 11): Uint8Array {
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } });
}

export interface Sizes {
  readonly worker: number;
  /** The JavaScript that a first visit of the first page, and of a document, loads. */
  readonly home: number;
  readonly document: number;
  /** The faces that a first visit loads, which are packed already. */
  readonly faces: number;
  /** What a document's page loads on demand, largest first. */
  readonly parts: readonly PartSize[];
}

/** How large what was built is, in bytes after Brotli; the worker's module is never sent, but Cloudflare limits it. */
export async function sizes(): Promise<Sizes> {
  const page = await readFile(`${built.client}/index.html`, "utf8");
  const filesIn = (links: RegExp): string[] => [...page.matchAll(links)].flatMap(([, file]) => file ?? []);
  const total = async (files: readonly string[]): Promise<number> => {
    const sizes = files.map(async (file) => (await readFile(`${built.client}/${file}.br`)).length);
    return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  };
  const first = filesIn(/<(?:script|link rel="modulepreload")[^>]* (?:src|href)="\/([^"]+\.js)"/g);
  const assets = await readdir(`${built.client}/assets`);
  const faces = assets.filter((file) => essentialFace.test(file));
  const faceSizes = faces.map(async (file) => (await stat(`${built.client}/assets/${file}`)).size);
  const document = [...first, ...filesIn(/<link rel="document-modulepreload"[^>]* href="\/([^"]+\.js)"/g)];
  return {
    worker: brotli(await readFile(built.worker)).length,
    home: await total(first),
    document: await total(document),
    faces: (await Promise.all(faceSizes)).reduce((sum, size) => sum + size, 0),
    parts: await partSizes(document),
  };
}

/** Parts below it share a line. */
const smallBytes = 1_000;

function print({ worker, home, document, faces, parts }: Sizes): void {
  const kilobytes = (bytes: number): string => (bytes / 1000).toFixed(1);
  const line = ({ name, bytes, bytesWithShared }: PartSize): string =>
    `${kilobytes(bytes).padStart(8)}${kilobytes(bytesWithShared).padStart(8)}  ${name}`;
  console.log(`Built into dist/. After Brotli: worker ${kilobytes(worker)} kB;`);
  console.log(
    `initial JavaScript of a document ${kilobytes(document)} kB, of the first page ${kilobytes(home)} kB; faces ${kilobytes(faces)} kB.`,
  );
  console.log("\nLoaded on demand, in kB: each part itself, and with what it shares with others.\n");
  const [large, small] = [
    parts.filter(({ bytes }) => bytes >= smallBytes),
    parts.filter(({ bytes }) => bytes < smallBytes),
  ];
  console.log(large.map(line).join("\n"));
  const smallNames = small.map(({ name }) => name).join(", ");
  console.log(`\nAnd ${small.length} parts of less than ${kilobytes(smallBytes)} kB: ${smallNames}.`);
}

if (import.meta.main) {
  await buildAll();
  print(await sizes());
}
