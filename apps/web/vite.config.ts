/** How the page and the worker are built together, and served with hot reload while one works on them. */

import { fileURLToPath } from "node:url";
import { cloudflare } from "@cloudflare/vite-plugin";
import { defineConfig } from "vite";

const top = fileURLToPath(new URL("../../", import.meta.url));

export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  clearScreen: false,
  // Nothing inlined as a data: address, which the page's security policy would refuse.
  build: { assetsInlineLimit: 0, outDir: `${top}dist`, emptyOutDir: true },
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  plugins: [cloudflare({ configPath: `${top}wrangler.toml`, persistState: { path: `${top}.wrangler/state` } })],
});
