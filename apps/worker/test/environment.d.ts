/** The worker under test as the test runtime sees it: its bindings and its exports. */

/// <reference types="@cloudflare/vitest-plugin/types" />

import type { Environment } from "../src/environment.ts";

declare global {
  namespace Cloudflare {
    interface Env extends Environment {}
    interface GlobalProps {
      mainModule: typeof import("../src/index.ts");
    }
  }
}
