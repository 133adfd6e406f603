/** How the page and the worker are built together, and served with hot reload while one works on them. */

import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { cloudflare } from "@cloudflare/vite-plugin";
import { limitNames, variableOf } from "@samepage/protocol";
import { defineConfig, type Plugin, type Rolldown } from "vite";
import { partsNoted } from "../../scripts/parts.ts";
import { deploymentVariables } from "../worker/src/deployment.ts";
import { faces } from "./faces.ts";
import { layers } from "./layers.ts";

const source = fileURLToPath(new URL("src/", import.meta.url));
const top = fileURLToPath(new URL("../../", import.meta.url));

/** The settings of the environment, for the worker while one works on it. A build takes none along. */
function settingVariables(): Record<string, string> {
  const names = [...limitNames.map(variableOf), ...deploymentVariables];
  const set = names.map((name): [string, string] => [name, process.env[name] ?? ""]);
  return Object.fromEntries(set.filter(([, value]) => value !== ""));
}

/**
 * Names what only a document's page loads in the HTML, as `rel="document-…"`, which says nothing to a browser: the
 * worker takes "document-" away where a document is asked for. It would else be asked for only when a script has run,
 * and what is to be seen before that would have no style.
 */
const documentFiles: Plugin = {
  name: "document-files",
  apply: "build",
  transformIndexHtml: {
    order: "post",
    handler(html, { bundle = {} }) {
      const chunks = Object.values(bundle).filter((output) => output.type === "chunk");
      const page = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith("/ui/document-page.tsx"));
      if (page === undefined) throw new Error("the document's page is not a chunk of its own");
      const needed = new Set([page.fileName]);
      for (const file of needed) {
        for (const imported of chunks.find(({ fileName }) => fileName === file)?.imports ?? []) needed.add(imported);
      }
      const scripts = [...needed].filter((file) => !html.includes(file));
      const styles = [...(page.viteMetadata?.importedCss ?? [])];
      const link = (file: string, attributes: Record<string, string>) => ({
        tag: "link",
        attrs: { ...attributes, crossorigin: true, href: `/${file}` },
        injectTo: "head" as const,
      });
      return [
        ...scripts.map((file) => link(file, { rel: "document-modulepreload" })),
        ...styles.map((file) => link(file, { rel: "document-stylesheet" })),
      ];
    },
  },
};

/** The modules that the module `entry` needs before it runs, and itself. */
function neededBy(entry: string, context: Rolldown.ChunkingContext): ReadonlySet<string> {
  const needed = new Set([entry]);
  for (const id of needed) for (const imported of context.getModuleInfo(id)?.importedIds ?? []) needed.add(imported);
  return needed;
}

/**
 * What several pages and parts share is one file for each of those who wait for it: the first page, a document, what is
 * loaded on demand. It would else be cut into as many as there are sets of them, each of which is asked for and packed
 * by itself; and in one file for all, the first page would wait for what only dialogs need. What of the editor is loaded
 * on demand is in none of them: each brings packages along that the others do without.
 */
const sharedModules = {
  name(id: string, context: Rolldown.ChunkingContext): string | null {
    if (neededBy(`${source}main.tsx`, context).has(id)) return "shared";
    if (neededBy(`${source}ui/document-page.tsx`, context).has(id)) return "document";
    return id.startsWith(`${source}editor/`) ? null : "later";
  },
  test: /\/(?:apps\/web\/src|packages)\/|\/@?preact[/@]/,
  minShareCount: 2,
};

/** The preview's frame has an origin of its own, which in development asks for the modules of this one. */
const modulesForFrame: Plugin = {
  name: "modules-for-frame",
  configureServer(server) {
    server.middlewares.use((request, response, next) => {
      if (request.headers.origin === "null") response.setHeader("access-control-allow-origin", "null");
      next();
    });
  },
};

/**
 * Where `name` is for Node, as those see it who need it: each of `through` is needed by the one before. What browsers
 * get of it may ask the page to read HTML, which a worker has not, and the page does not.
 */
function withoutPage(name: string, through: readonly string[]): string {
  const importer = through.reduce((path, each) => createRequire(path).resolve(each), import.meta.url);
  return createRequire(importer).resolve(name);
}

const names = "decode-named-character-reference";

export default defineConfig(({ command }) => ({
  root: fileURLToPath(new URL(".", import.meta.url)),
  clearScreen: false,
  // Stands for the nonce that the worker puts into the page and its policy anew each time.
  html: { cspNonce: "nonce" },
  resolve: { alias: { [names]: withoutPage(names, ["mdast-util-to-markdown", "micromark-util-decode-string"]) } },
  // Nothing inlined as a data: address, which the page's security policy would refuse.
  build: { assetsInlineLimit: 0, outDir: `${top}dist`, emptyOutDir: true },
  environments: {
    client: {
      build: {
        // Tells scripts/app-files.ts which file is what.
        manifest: true,
        rolldownOptions: {
          output: { codeSplitting: { includeDependenciesRecursively: false, groups: [sharedModules] } },
        },
      },
    },
  },
  // In development, what these import is made ready before they are asked for, or they would have to be loaded anew.
  optimizeDeps: {
    entries: ["index.html", "preview/index.html", "src/preview/worker.ts", "src/editor/rich-text-worker.ts"],
  },
  // Those that render Markdown load the grammars of code on demand.
  worker: { format: "es" },
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  plugins: [
    layers,
    faces,
    modulesForFrame,
    documentFiles,
    partsNoted,
    cloudflare({
      configPath: `${top}wrangler.toml`,
      config: command === "serve" ? { vars: settingVariables() } : {},
      persistState: { path: `${top}.wrangler/state` },
    }),
  ],
}));
