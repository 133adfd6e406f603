/** A step of the build that says in each style which layers there are. */

import type { Plugin } from "vite";

/** The layers of all styles, the last one strongest. Each file says so, because any may be the first to be read. */
export const layers: Plugin = {
  name: "layers",
  transform: {
    order: "pre",
    filter: { id: /\/apps\/web\/src\/.*\.css/ },
    handler: (css) => `@layer tokens, base, parts;\n${css}`,
  },
};
