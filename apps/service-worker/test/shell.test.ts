import { describe, expect, test } from "vitest";
import { isFile } from "../src/is-file.ts";
import { newNonce, shellFrom } from "../src/shell.ts";

const html =
  '<!doctype html><html lang="en"><head><meta property="csp-nonce" nonce="kept+/="><script nonce="kept+/=" src="/assets/a.js">' +
  '</script><link rel="document-modulepreload" href="/assets/page.js"></head>';

function kept(): Response {
  const headers = {
    "content-type": "text/html; charset=utf-8",
    "content-encoding": "br",
    "content-security-policy": "default-src 'none'; style-src 'self' 'nonce-kept+/='",
    "x-frame-options": "DENY",
  };
  return new Response(html, { headers });
}

describe("the page that is kept", () => {
  test("has a nonce of its own each time, the same in its policy and its HTML", async () => {
    const nonces = new Set<string>();
    for (const _time of [1, 2, 3]) {
      const page = await shellFrom(kept(), { isDocument: false, nonce: newNonce() });
      const nonce = /'nonce-([^']+)'/.exec(page.headers.get("content-security-policy") ?? "")?.[1] ?? "";
      const text = await page.text();
      expect([...text.matchAll(/nonce="([^"]+)"/g)].map(([, value]) => value)).toEqual([nonce, nonce]);
      expect(text).not.toContain("kept+/=");
      nonces.add(nonce);
    }
    expect(nonces.size).toBe(3);
  });

  test("names the files that only a document needs for a document alone", async () => {
    const textOf = async (isDocument: boolean): Promise<string> =>
      (await shellFrom(kept(), { isDocument, nonce: newNonce() })).text();
    expect(await textOf(true)).toContain('rel="modulepreload"');
    expect(await textOf(false)).toContain('rel="document-modulepreload"');
  });

  test("says where it comes from, is sent as HTML that is not packed, and keeps what the server said of it", async () => {
    const page = await shellFrom(kept(), { isDocument: false, nonce: newNonce() });
    expect(await page.text()).toContain("<html data-from-device lang");
    expect(page.headers.get("content-encoding")).toBeNull();
    expect(page.headers.get("x-frame-options")).toBe("DENY");
  });
});

describe("a file is kept", () => {
  const answer = (type: string, body = "", status = 200): Response =>
    new Response(body, { status, headers: { "content-type": type } });

  test("as the page only when it is that of this version", async () => {
    expect(await isFile("/", answer("text/html", html), "/assets/a.js")).toBe(true);
    expect(await isFile("/", answer("text/html", html), "/assets/b.js")).toBe(false);
    expect(await isFile("/", answer("text/html", "Sign in"), "/assets/a.js")).toBe(false);
  });

  test("never when it is an error, whatever it holds", async () => {
    for (const status of [404, 429, 500])
      expect(await isFile("/", answer("text/html", html, status), "/assets/a.js")).toBe(false);
    expect(await isFile("/assets/a.js", answer("text/javascript", "", 404), "/assets/a.js")).toBe(false);
  });

  test("never as a script when it is a page", async () => {
    expect(await isFile("/assets/a.js", answer("text/html", html), "/assets/a.js")).toBe(false);
    expect(await isFile("/assets/a.js", answer("text/javascript"), "/assets/a.js")).toBe(true);
  });
});
