/** The tests but for the browser's: pure packages and the page's state in Node, the object in the Workers runtime. */

import { cloudflareTest } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";

/** Only what never ends is to end by it: a busy machine is slow. */
const testTimeout = 60_000;

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          testTimeout,
          include: [
            "packages/*/test/**/*.test.ts",
            "apps/web/test/**/*.test.ts",
            "apps/service-worker/test/**/*.test.ts",
            "apps/worker/test/pure/**/*.test.ts",
            "scripts/test/**/*.test.ts",
          ],
        },
      },
      {
        plugins: [cloudflareTest({ wrangler: { configPath: "./wrangler.toml" } })],
        test: { name: "worker", testTimeout, include: ["apps/worker/test/*.test.ts"] },
      },
    ],
  },
});
