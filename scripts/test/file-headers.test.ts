import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { commonHeaders, serviceWorkerPath, serviceWorkerPolicy } from "../../apps/worker/src/security-headers.ts";
import { top } from "../place.ts";

test("what Cloudflare sends without the worker carries what the worker puts on every answer", () => {
  const file = readFileSync(`${top}apps/web/public/_headers`, "utf8");
  const [, everywhere = ""] = /^\/\*\n((?: .+\n)+)/m.exec(file) ?? [];
  const sent = [...everywhere.matchAll(/^ +([\w-]+): (.+)$/gm)].map(([, name = "", value]) => [
    name.toLowerCase(),
    value,
  ]);
  expect(Object.fromEntries(sent)).toEqual(commonHeaders);
});

test("Cloudflare sends the service worker with its own policy, and has it asked for anew", () => {
  const file = readFileSync(`${top}apps/web/public/_headers`, "utf8");
  expect(file).toContain(
    `${serviceWorkerPath}\n  Cache-Control: no-cache\n  Content-Security-Policy: ${serviceWorkerPolicy}\n`,
  );
});
