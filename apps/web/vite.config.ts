/** How the page and the worker are built together, and served with hot reload while one works on them. */

import { fileURLToPath } from "node:url";
import { cloudflare } from "@cloudflare/vite-plugin";
import { limitNames, variableOf } from "@samepage/protocol";
import { defineConfig, type Plugin } from "vite";

const top = fileURLToPath(new URL("../../", import.meta.url));

/** The limits that the environment sets, for the worker while one works on it. A build takes none along. */
function limitVariables(): Record<string, string> {
  const set = limitNames.map((name): [string, string] => [variableOf(name), process.env[variableOf(name)] ?? ""]);
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

export default defineConfig(({ command }) => ({
  root: fileURLToPath(new URL(".", import.meta.url)),
  clearScreen: false,
  // Nothing inlined as a data: address, which the page's security policy would refuse.
  build: { assetsInlineLimit: 0, outDir: `${top}dist`, emptyOutDir: true },
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  plugins: [
    documentFiles,
    cloudflare({
      configPath: `${top}wrangler.toml`,
      config: command === "serve" ? { vars: limitVariables() } : {},
      persistState: { path: `${top}.wrangler/state` },
    }),
  ],
}));
