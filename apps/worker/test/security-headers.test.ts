import { env, exports } from "cloudflare:workers";
import { describe, expect, test } from "vitest";
import { appPage, previewPage } from "../src/app-page.ts";
import type { Environment } from "../src/environment.ts";

function call(address: string, init: RequestInit = {}): Promise<Response> {
  return exports.default.fetch(address, { redirect: "manual", ...init });
}

/** The deployment, with a built page as Cloudflare's asset server answers it. */
function withPage(): Environment {
  const html =
    '<head><meta property="csp-nonce" nonce="nonce"><script type="module" nonce="nonce"></script>' +
    '<link rel="document-modulepreload" href="/assets/page.js"></head>';
  const headers = { "content-type": "text/html", etag: '"built"', "last-modified": "Sat, 01 Aug 2026 00:00:00 GMT" };
  const ASSETS = { fetch: async () => new Response(html, { headers }), connect: () => env.ASSETS.connect("nowhere") };
  return { ...env, ASSETS };
}

describe("the page", () => {
  const url = new URL("https://same.page/d/x");

  test("says with its status what it says in words", async () => {
    for (const status of [200, 404, 429] as const) {
      expect((await appPage(withPage(), url, status)).status).toBe(status);
    }
  });

  test("may run only what this site sent, and nothing that is written into it", async () => {
    const { headers } = await appPage(withPage(), url, 200);
    const policy = headers.get("content-security-policy") ?? "";
    const directives = new Map(policy.split("; ").map((part) => [part.split(" ")[0], part.split(" ").slice(1)]));
    expect(directives.get("default-src")).toEqual(["'none'"]);
    expect(directives.get("script-src")).toEqual(["'self'"]);
    expect(directives.get("style-src")).toEqual(["'self'", expect.stringMatching(/^'nonce-[\w+/]{22}=='$/)]);
    expect(directives.get("connect-src")).toEqual(["'self'", "wss://same.page"]);
    expect(directives.get("require-trusted-types-for")).toEqual(["'script'"]);
    expect(directives.get("trusted-types")).toEqual([
      "service-worker",
      "preview-worker",
      "expression-worker",
      "rich-text-worker",
    ]);
    expect(directives.get("frame-src")).toEqual(["https://same.page/preview/"]);
    expect(policy).not.toContain("unsafe");
  });

  test("has a nonce of its own, in its policy and in its HTML, and nothing to ask for it again by", async () => {
    const nonces = new Set<string>();
    for (const _time of [1, 2, 3]) {
      const page = await appPage(withPage(), url, 200);
      const nonce = /'nonce-([^']+)'/.exec(page.headers.get("content-security-policy") ?? "")?.[1] ?? "";
      const inHtml = [...(await page.text()).matchAll(/nonce="([^"]+)"/g)].map(([, value]) => value);
      expect(inHtml).toEqual([nonce, nonce]);
      expect([page.headers.has("etag"), page.headers.has("last-modified")]).toEqual([false, false]);
      nonces.add(nonce);
    }
    expect(nonces.size).toBe(3);
  });

  test("is shown in frames of other sites only if it may be embedded", async () => {
    const frames = async (mayBeEmbedded: boolean): Promise<(string | null | undefined)[]> => {
      const { headers } = await appPage(withPage(), url, 200, { mayBeEmbedded });
      const policy = headers.get("content-security-policy") ?? "";
      return [/frame-ancestors ([^;]+)/.exec(policy)?.[1], headers.get("x-frame-options")];
    };
    expect(await frames(false)).toEqual(["'none'", "DENY"]);
    expect(await frames(true)).toEqual(["*", null]);
  });

  test("of a document has its scripts loaded at once, behind what is to be seen before they run", async () => {
    const textOf = async (isDocument: boolean): Promise<string> =>
      (await appPage(withPage(), url, 200, { isDocument })).text();
    expect(await textOf(true)).toContain('rel="modulepreload"');
    expect((await textOf(true)).match(/<[^>]* fetchpriority="low">/g)).toHaveLength(2);
    expect(await textOf(false)).toContain('rel="document-modulepreload"');
    expect(await textOf(false)).not.toContain("fetchpriority");
  });
});

test("the preview's page has an origin of its own, runs this site's scripts only, and sends and asks for nothing", async () => {
  const { headers } = await previewPage(withPage(), new URL("https://same.page/preview/"));
  const policy = headers.get("content-security-policy") ?? "";
  const directives = new Map(policy.split("; ").map((part) => [part.split(" ")[0], part.split(" ").slice(1)]));
  expect(directives.get("default-src")).toEqual(["'none'"]);
  expect(directives.get("sandbox")).toEqual(["allow-scripts", "allow-modals"]);
  expect(directives.get("script-src")).toEqual(["https://same.page"]);
  expect(directives.get("font-src")).toEqual(["https://same.page"]);
  expect(directives.get("base-uri")).toEqual(["'none'"]);
  expect(directives.get("form-action")).toEqual(["'none'"]);
  expect(directives.get("require-trusted-types-for")).toEqual(["'script'"]);
  expect([...directives.keys()]).not.toContain("connect-src");
  expect(policy).not.toContain("unsafe-eval");
  expect(headers.get("permissions-policy")).toContain("camera=()");
});

test("an answer of the API can do nothing if it is opened as a page, whether it is one, an error or a text", async () => {
  const created = await call("https://same.page/api/documents", { method: "POST" });
  const { id } = await created.clone().json<{ id: string }>();
  const wrongMethod = await call(`https://same.page/api/documents/${id}`, { method: "DELETE" });
  const answers = [created, wrongMethod, await call("https://same.page/new")];
  for (const path of [`/api/documents/${id}`, `/api/documents/${id}/text`, "/api/nothing", `/sync/${id}`]) {
    answers.push(await call(`https://same.page${path}`));
  }
  for (const { url, headers } of answers) {
    expect(Object.fromEntries(headers), url).toMatchObject({
      "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "cross-origin-resource-policy": "same-origin",
    });
    expect(headers.get("set-cookie")).toBeNull();
  }
});

test("over https a browser is told to ask for this site over nothing else, and over http not", async () => {
  const told = async (origin: string): Promise<string | null> =>
    (await call(`${origin}/api/health`)).headers.get("strict-transport-security");
  expect(await told("https://same.page")).toBe("max-age=31536000");
  expect(await told("http://same.page")).toBeNull();
});
