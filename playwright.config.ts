/** The browser tests: one Chromium, given by `scripts/e2e.ts`, against the built app that each test file starts. */

import { defineConfig } from "@playwright/test";

const executablePath = process.env["CHROMIUM_PATH"];
// Chromium's sandbox does not run as root, as in most containers.
const isRoot = process.getuid?.() === 0;

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  use: {
    launchOptions: {
      ...(executablePath === undefined ? {} : { executablePath }),
      args: ["--disable-background-networking", ...(isRoot ? ["--no-sandbox"] : [])],
    },
  },
});
