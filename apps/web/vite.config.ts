/** How the page and the worker are built together, and served with hot reload while one works on them. */

import { fileURLToPath } from "node:url";
import { cloudflare } from "@cloudflare/vite-plugin";
import { limitNames, variableOf } from "@samepage/protocol";
import { defineConfig } from "vite";

const top = fileURLToPath(new URL("../../", import.meta.url));

/** The limits that the environment sets, for the worker while one works on it. A build takes none along. */
function limitVariables(): Record<string, string> {
  const set = limitNames.map((name): [string, string] => [variableOf(name), process.env[variableOf(name)] ?? ""]);
  return Object.fromEntries(set.filter(([, value]) => value !== ""));
}

export default defineConfig(({ command }) => ({
  root: fileURLToPath(new URL(".", import.meta.url)),
  clearScreen: false,
  // Nothing inlined as a data: address, which the page's security policy would refuse.
  build: { assetsInlineLimit: 0, outDir: `${top}dist`, emptyOutDir: true },
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  plugins: [
    cloudflare({
      configPath: `${top}wrangler.toml`,
      config: command === "serve" ? { vars: limitVariables() } : {},
      persistState: { path: `${top}.wrangler/state` },
    }),
  ],
}));
