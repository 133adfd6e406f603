/** How the preview's frame is built: by itself, so that no file of it is one of the page's. It stands below /preview/. */

import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { faces } from "./faces.ts";
import { layers } from "./layers.ts";

const here = fileURLToPath(new URL(".", import.meta.url));

export default defineConfig({
  root: here,
  // One folder with what the page's build puts there: this adds to it.
  publicDir: false,
  build: {
    assetsInlineLimit: 0,
    outDir: fileURLToPath(new URL("../../dist/client", import.meta.url)),
    emptyOutDir: false,
    assetsDir: "preview/assets",
    rolldownOptions: { input: `${here}preview/index.html` },
  },
  plugins: [layers, faces],
});
