/** Which of the built files a device keeps at once, and which later: read from what the build says of its modules. */

import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readdir, readFile, stat } from "node:fs/promises";
import type { Manifest } from "vite";
import type { AppFiles } from "../apps/service-worker/src/app-files.ts";
import { headersOfPage } from "../apps/worker/src/security-headers.ts";
import { built } from "./place.ts";

/** A part that is loaded on demand, and is larger than so many bytes with all that it alone needs, is kept later. */
const largePartBytes = 200_000;

/** Of what is kept later so much is fetched ahead, the small files first; what does not fit, when it is used. */
const mostFetchedAhead = 12_000_000;

/** Files beside the modules which a page needs without a network, if they are there. */
const fixedFiles = ["icon.svg", "manifest.webmanifest"];

/** Faces have parts for scripts of the world; those for Latin letters are the interface's. */
export const essentialFace = /-latin-wght-[^/]+\.woff2$/;

/** Small, and of a part that is there at once; no manifest names it. */
const essentialWorker = /\/expression-worker-[^/]+\.js$/;

/** `manifest` is Vite's, of the page. To be called before anything is put beside the files that it names. */
export async function appFilesOf(manifest: Manifest): Promise<AppFiles> {
  const page = await readFile(`${built.client}/index.html`, "utf8");
  const entries = Object.keys(manifest).filter((key) => manifest[key]?.isEntry);
  const named = [...page.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map(([, file]) => file ?? "");
  const essential = new Set([...named, ...filesOf(manifest, entries)]);
  // Our own parts, with what they need. What comes from elsewhere by itself is a language, or a renderer.
  const parts = Object.keys(manifest).filter((key) => manifest[key]?.isDynamicEntry && key.startsWith("src/"));
  for (const part of parts) {
    const needed = filesOf(manifest, [part]).filter((file) => !essential.has(file));
    if ((await bytesOf(needed)) <= largePartBytes) for (const file of needed) essential.add(file);
  }
  const assets = (await readdir(`${built.client}/assets`)).map((name) => `assets/${name}`);
  const unnamed = assets.filter((file) => essentialFace.test(file) || essentialWorker.test(file));
  for (const file of unnamed) essential.add(file);
  const fixed = fixedFiles.filter((file) => existsSync(`${built.client}/${file}`));
  const files = {
    essential: [
      { url: "/", revision: hash(page + JSON.stringify(policy)) },
      ...(await Promise.all(
        fixed.map(async (file) => ({ url: `/${file}`, revision: hash(await readFile(`${built.client}/${file}`)) })),
      )),
      ...[...essential].toSorted().map((file) => ({ url: `/${file}`, revision: null })),
    ],
    later: await smallestFirst(assets.filter((file) => !essential.has(file))),
    mark: entryOf(page),
  };
  return { ...files, version: hash(JSON.stringify(files)) };
}

/** What the page carries besides: when that changes, it is fetched anew. */
const policy = headersOfPage({ url: new URL("https://samepage.invalid/"), nonce: "", mayBeEmbedded: false });

function entryOf(page: string): string {
  const entry = /<script type="module"[^>]* src="([^"]+)"/.exec(page)?.[1];
  if (entry === undefined) throw new Error("the built page has no script");
  return entry;
}

/** The scripts and styles that `keys` and all that they import are made of. */
function filesOf(manifest: Manifest, keys: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  const files = new Set<string>();
  const visit = (key: string): void => {
    const chunk = manifest[key];
    if (chunk === undefined || seen.has(key)) return;
    seen.add(key);
    for (const file of [chunk.file, ...(chunk.css ?? [])]) files.add(file);
    for (const imported of chunk.imports ?? []) visit(imported);
  };
  for (const key of keys) visit(key);
  return [...files];
}

async function bytesOf(files: readonly string[]): Promise<number> {
  const sizes = await Promise.all(files.map(async (file) => (await stat(`${built.client}/${file}`)).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}

async function smallestFirst(files: readonly string[]): Promise<readonly string[]> {
  const sized = await Promise.all(files.map(async (file) => ({ file, bytes: await bytesOf([file]) })));
  const ahead: string[] = [];
  let left = mostFetchedAhead;
  for (const { file, bytes } of sized.toSorted((one, other) => one.bytes - other.bytes)) {
    left -= bytes;
    if (left >= 0) ahead.push(`/${file}`);
  }
  return ahead;
}

function hash(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex").slice(0, 16);
}
