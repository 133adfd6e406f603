import { mkdtemp, rm } from "node:fs/promises";
import { type IncomingMessage, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort, startServer } from "../scripts/server.ts";
import { expect, test } from "./fixtures.ts";

test("the page never comes without its security policy, however its file is asked for", async ({ app }) => {
  for (const path of [
    "/",
    `/d/${"A".repeat(22)}`,
    "/elsewhere",
    "/%69ndex.html",
    "//index.html",
    "/assets/..%2findex.html",
  ]) {
    const response = await fetch(app.origin + path);
    expect(response.headers.get("content-type"), path).toContain("text/html");
    expect(response.headers.get("content-security-policy"), path).toContain("default-src 'none'");
    expect(await response.text(), path).toContain("<!doctype html>");
  }
});

test("the page's file is at the first page's address, as on Cloudflare", async ({ app }) => {
  const response = await fetch(`${app.origin}/index.html`, { redirect: "manual" });
  expect([response.status, response.headers.get("location")]).toEqual([307, "/"]);
});

test("messages are not compressed, though browsers offer it", async ({ app }) => {
  const created = await fetch(`${app.origin}/api/documents`, { method: "POST" });
  const { id } = await created.json();
  const upgrade = request(`${app.origin}/sync/${id}`, {
    headers: {
      connection: "Upgrade",
      upgrade: "websocket",
      "sec-websocket-version": "13",
      "sec-websocket-key": "AAAAAAAAAAAAAAAAAAAAAA==",
      "sec-websocket-extensions": "permessage-deflate; client_max_window_bits",
    },
  });
  const upgraded = Promise.withResolvers<IncomingMessage>();
  upgrade.on("error", upgraded.reject).on("response", upgraded.resolve);
  upgrade.on("upgrade", (answer, socket) => {
    socket.destroy();
    upgraded.resolve(answer);
  });
  upgrade.end();
  const response = await upgraded.promise;
  expect([response.statusCode, response.headers["sec-websocket-extensions"]]).toEqual([101, undefined]);
});

test("a variable of the environment sets a limit, and what is no number is said before anything starts", async () => {
  const place = { port: await freePort(), dataDir: await mkdtemp(join(tmpdir(), "samepage-e2e-")) };
  const server = await startServer({ ...place, variables: { TEXT_LENGTH: "4" } });
  const create = async (body: string): Promise<number> => {
    const headers = { "content-type": "text/plain" };
    return (await fetch(`${server.origin}/api/documents`, { method: "POST", body, headers })).status;
  };
  expect([await create("four"), await create("fives")]).toEqual([201, 413]);
  await server.stop();
  await expect(startServer({ ...place, variables: { TEXT_LENGTH: "four" } })).rejects.toThrow(
    'TEXT_LENGTH must be a whole number from 1 on, not "four"',
  );
  await rm(place.dataDir, { recursive: true, force: true });
});
