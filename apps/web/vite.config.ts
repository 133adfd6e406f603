/** How the page and the worker are built together, and served with hot reload while one works on them. */

import { fileURLToPath } from "node:url";
import { cloudflare } from "@cloudflare/vite-plugin";
import { limitNames, variableOf } from "@samepage/protocol";
import { defineConfig, type Plugin } from "vite";
import { partsNoted } from "../../scripts/parts.ts";
import { deploymentVariables } from "../worker/src/deployment.ts";
import { layers } from "./layers.ts";

const top = fileURLToPath(new URL("../../", import.meta.url));

/** The settings of the environment, for the worker while one works on it. A build takes none along. */
function settingVariables(): Record<string, string> {
  const names = [...limitNames.map(variableOf), ...deploymentVariables];
  const set = names.map((name): [string, string] => [name, process.env[name] ?? ""]);
  return Object.fromEntries(set.filter(([, value]) => value !== ""));
}

/**
 * Names what only a document's page loads in the HTML, as `rel="document-…"`, which says nothing to a browser: the
 * worker takes "document-" away where a document is asked for. It would else be asked for only when a script has run.
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
      const scripts = [page.fileName, ...page.imports].filter((file) => !html.includes(file));
      const styles = [...(page.viteMetadata?.importedCss ?? [])];
      const link = (file: string, attributes: Record<string, string>) => ({
        tag: "link",
        attrs: { ...attributes, crossorigin: true, href: `/${file}` },
        injectTo: "head" as const,
      });
      return [
        ...scripts.map((file) => link(file, { rel: "document-modulepreload" })),
        ...styles.map((file) => link(file, { rel: "document-preload", as: "style" })),
      ];
    },
  },
};

/**
 * What the first page and others share is one file, the dialogs and pages that are loaded on demand counted in: it would
 * else be cut into as many as there are sets of them, each of which is asked for and packed by itself.
 * The editor's own modules are not: with them, what they import would be loaded by the first page.
 */
const sharedModules = {
  name: "shared",
  test: /\/(?:apps\/web\/src\/(?!editor\/)|packages\/)|\/@?preact[/@]/,
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

export default defineConfig(({ command }) => ({
  root: fileURLToPath(new URL(".", import.meta.url)),
  clearScreen: false,
  // Stands for the nonce that the worker puts into the page and its policy anew each time.
  html: { cspNonce: "nonce" },
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
  optimizeDeps: { entries: ["index.html", "preview/index.html", "src/preview/worker.ts"] },
  // Those that render Markdown load the grammars of code on demand.
  worker: { format: "es" },
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  plugins: [
    layers,
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
