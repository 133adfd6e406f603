/** `pnpm run deploy`: builds the app and gives it to Cloudflare. Further arguments go to `wrangler deploy`. */

import { spawnSync } from "node:child_process";
import { buildAll } from "./build.ts";
import { built, top } from "./place.ts";

await buildAll();
const { status } = spawnSync("wrangler", ["deploy", "--config", built.wranglerConfig, ...process.argv.slice(2)], {
  cwd: top,
  stdio: "inherit",
  env: { ...process.env, WRANGLER_SEND_METRICS: "false" },
});
process.exit(status ?? 1);
