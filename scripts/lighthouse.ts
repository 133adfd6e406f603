/**
 * `pnpm lighthouse`: builds and starts the app, has Lighthouse look at the first page and at a document, and prints its
 * figures. Speed is among them, so it depends on the machine and is no test: what is asserted stands in `e2e`.
 */

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { notes } from "../e2e/screens/samples.ts";
import { findBrowser } from "./browser.ts";
import { buildAll } from "./build.ts";
import { categories, judge } from "./judge.ts";
import { freePort, startServer } from "./server.ts";

async function main(): Promise<void> {
  await buildAll();
  const dataDir = await mkdtemp(join(tmpdir(), "samepage-lighthouse-"));
  const server = await startServer({ port: await freePort(), dataDir });
  const debuggingPort = await freePort();
  const isRoot = process.getuid?.() === 0;
  const browser = await chromium.launch({
    executablePath: await findBrowser(),
    args: [`--remote-debugging-port=${debuggingPort}`, ...(isRoot ? ["--no-sandbox"] : [])],
  });
  try {
    const headers = { "content-type": "text/markdown" };
    const created = await fetch(`${server.origin}/api/documents`, { method: "POST", body: notes, headers });
    const { id }: { id: string } = await created.json();
    for (const device of ["phone", "desk"] as const) {
      for (const [what, path] of [
        ["the first page", "/"],
        ["a document", `/d/${id}`],
      ] as const) {
        const { scores, faults } = await judge(server.origin + path, device, debuggingPort);
        const figures = categories.map((category) => `${category} ${scores[category]}`).join(", ");
        console.log(`${what}, on a ${device}: ${figures}`);
        for (const fault of faults) console.log(`  ${fault}`);
      }
    }
  } finally {
    await browser.close();
    await server.stop();
    await rm(dataDir, { recursive: true });
  }
}

if (import.meta.main) {
  await main();
  process.exit(0);
}
