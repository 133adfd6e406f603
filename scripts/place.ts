/** Where things are: the top of the project, and what the build writes. */

import { fileURLToPath } from "node:url";

export const top = fileURLToPath(new URL("..", import.meta.url));

export const built = {
  /** The page's files. */
  client: `${top}dist/client`,
  /** Which parts of the page are loaded on demand. */
  parts: `${top}dist/parts.json`,
  /** The worker's module. */
  worker: `${top}dist/samepage/index.js`,
  /** What `wrangler deploy` deploys. */
  wranglerConfig: `${top}dist/samepage/wrangler.json`,
  /** What `workerd serve` runs. */
  ownBox: `${top}dist/own-box`,
} as const;
