import { exports } from "cloudflare:workers";
import { documentIdFrom, seedOfId } from "@samepage/protocol";
import { describe, expect, test } from "vitest";
import { base64url, sha256 } from "../src/encoding.ts";

function call(path: string, init: RequestInit = {}): Promise<Response> {
  return exports.default.fetch(`http://localhost${path}`, { redirect: "manual", ...init });
}

async function created(init: RequestInit = {}): Promise<{ id: string; url: string; ownerKey: string }> {
  const response = await call("/api/documents", { method: "POST", ...init });
  expect(response.status).toBe(201);
  return response.json();
}

const unknownId = "A".repeat(22);

/** A key and the id that follows from it, as a client makes them that has no server. */
async function made(): Promise<{ id: string; ownerKey: string }> {
  const ownerKey = base64url(crypto.getRandomValues(new Uint8Array(16)));
  const hash = await sha256(seedOfId(ownerKey));
  return { id: documentIdFrom(hash.subarray(0, 16)), ownerKey };
}

describe("creating a document whose key the client has made", () => {
  const create = (wish: object): Promise<Response> =>
    call("/api/documents", {
      method: "POST",
      body: JSON.stringify(wish),
      headers: { "content-type": "application/json" },
    });

  test("makes it at the id that follows from the key, whose owner is who has that", async () => {
    const { id, ownerKey } = await made();
    const response = await create({ id, ownerKey, title: "From a train" });
    expect([response.status, await response.json()]).toEqual([201, { id, ownerKey, url: `http://localhost/d/${id}` }]);
    const headers = { authorization: `Bearer ${ownerKey}` };
    expect(await (await call(`/api/documents/${id}`, { headers })).json()).toMatchObject({
      title: "From a train",
      role: "owner",
    });
  });

  test("asked for again, finds what was created, and changes nothing of it", async () => {
    const document = await made();
    await create({ ...document, title: "First", text: "the text" });
    const again = await create({ ...document, title: "Second", text: "another text" });
    expect([again.status, await again.json()]).toEqual([200, expect.objectContaining(document)]);
    expect(await (await call(`/api/documents/${document.id}/text`)).text()).toBe("the text");
    expect(await (await call(`/api/documents/${document.id}`)).json()).toHaveProperty("title", "First");
  });

  test("creates nothing where another's key belongs, whether there is a document or not", async () => {
    const [mine, theirs] = [await made(), await made()];
    await create(theirs);
    const fromServer = await created();
    for (const id of [theirs.id, fromServer.id, (await made()).id]) {
      expect((await create({ id, ownerKey: mine.ownerKey })).status).toBe(409);
    }
    expect((await call(`/api/documents/${mine.id}`)).status).toBe(404);
  });

  test("takes an id and a key only together, and each only whole", async () => {
    const { id, ownerKey } = await made();
    for (const wish of [
      { id },
      { ownerKey },
      { id, ownerKey: "short" },
      { id: "short", ownerKey },
      { id, ownerKey: 1 },
    ])
      expect((await create(wish)).status).toBe(400);
    expect((await create({ id, ownerKey: `${ownerKey}.${ownerKey}` })).status).toBe(400);
    expect((await call(`/api/documents/${id}`)).status).toBe(404);
  });
});

describe("creating a document", () => {
  test("answers with its address and its owner's key", async () => {
    const response = await call("/api/documents", { method: "POST" });
    const { id, url, ownerKey } = await response.json<{ id: string; url: string; ownerKey: string }>();
    expect(response.status).toBe(201);
    expect(response.headers.get("location")).toBe(`/d/${id}`);
    expect(url).toBe(`http://localhost/d/${id}`);
    expect(id).toMatch(/^[\w-]{22}$/);
    expect(ownerKey).toMatch(/^[\w-]{22}$/);
    expect(ownerKey).not.toBe(id);
  });

  test("takes a plain text or Markdown as its first text, with line ends made one kind", async () => {
    for (const [type, language] of [
      ["text/plain", "plain"],
      ["text/markdown; charset=utf-8", "markdown"],
    ] as const) {
      const { id } = await created({ body: "one\r\ntwo 🦊", headers: { "content-type": type } });
      expect(await (await call(`/api/documents/${id}/text`)).text()).toBe("one\ntwo 🦊");
      expect(await (await call(`/api/documents/${id}`)).json()).toMatchObject({ language, length: 10, version: 1 });
    }
  });

  test("keeps how the lines of the text end, whatever is said or else what most of them have", async () => {
    for (const [content, lineEnds] of [
      [{ text: "one\r\ntwo\r\n" }, "crlf"],
      [{ text: "one\ntwo\n" }, "lf"],
      [{ text: "one\ntwo\n", lineEnds: "crlf" }, "crlf"],
    ] as const) {
      const headers = { "content-type": "application/json" };
      const { id } = await (
        await call("/api/documents", { method: "POST", body: JSON.stringify(content), headers })
      ).json<{ id: string }>();
      expect(await (await call(`/api/documents/${id}`)).json()).toMatchObject({
        lineEnds,
        language: "auto",
        length: 8,
      });
    }
  });

  test("takes title, language and text as JSON", async () => {
    const body = JSON.stringify({ title: "Minutes", language: "plain", text: "Present: seven" });
    const { id } = await created({ body, headers: { "content-type": "application/json" } });
    const description = await (await call(`/api/documents/${id}`)).json();
    expect(description).toMatchObject({ id, title: "Minutes", language: "plain", length: 14, version: 1 });
    expect(description).toHaveProperty("created", expect.stringMatching(/^\d{4}-\d\d-\d\dT/));
    expect(description).toHaveProperty("updated", expect.stringMatching(/^\d{4}-\d\d-\d\dT/));
  });

  test("says in plain words what is wrong with a request, and creates nothing", async () => {
    const wrong: [number, RequestInit][] = [
      [400, { body: "{", headers: { "content-type": "application/json" } }],
      [400, { body: '{"texts":"x"}', headers: { "content-type": "application/json" } }],
      [400, { body: '{"toString":1}', headers: { "content-type": "application/json" } }],
      [400, { body: '{"text":1}', headers: { "content-type": "application/json" } }],
      [400, { body: Uint8Array.of(0xff, 0xfe), headers: { "content-type": "text/plain" } }],
      [413, { body: JSON.stringify({ title: "x".repeat(201) }), headers: { "content-type": "application/json" } }],
      [413, { body: JSON.stringify({ language: "x".repeat(41) }), headers: { "content-type": "application/json" } }],
      [415, { body: "<p>", headers: { "content-type": "text/html" } }],
      [413, { body: "x".repeat(5_000_001), headers: { "content-type": "text/plain" } }],
    ];
    for (const [status, init] of wrong) {
      const response = await call("/api/documents", { method: "POST", ...init });
      expect(response.status).toBe(status);
      expect(response.headers.get("content-type")).toContain("application/problem+json");
      expect(await response.json()).toMatchObject({ status, title: expect.any(String), detail: expect.any(String) });
    }
  });

  test("judges JSON by the text that it holds, not by how that is written", async () => {
    const headers = { "content-type": "application/json" };
    for (const text of ["€", "\\u20ac", '\\"']) {
      const create = (length: number): Promise<Response> =>
        call("/api/documents", { method: "POST", body: `{"text":"${text.repeat(length)}"}`, headers });
      const response = await create(5_000_000);
      expect(response.status).toBe(201);
      const { id } = await response.json<{ id: string }>();
      expect(await (await call(`/api/documents/${id}`)).json()).toMatchObject({ length: 5_000_000 });
      expect(await (await create(5_000_001)).json()).toHaveProperty(
        "detail",
        "The text has 5000001 characters; a document takes up to 5000000.",
      );
    }
  });

  test("is also a link: /new goes to the new document, its owner's key in the fragment", async () => {
    const response = await call("/new");
    expect(response.status).toBe(303);
    expect(response.headers.get("location")).toMatch(/^\/d\/[\w-]{22}#owner=[\w-]{22}$/);
  });
});

test("only opening /new creates a document, not looking whether it is there", async () => {
  const response = await call("/new", { method: "HEAD" });
  expect([response.status, response.headers.get("location")]).toEqual([405, null]);
});

describe("an id that was never created", () => {
  for (const path of [
    `/api/documents/${unknownId}`,
    `/api/documents/${unknownId}/text`,
    "/api/documents/mistyped",
    "/api/nothing",
  ]) {
    test(`is a problem document at ${path}`, async () => {
      const response = await call(path);
      expect(response.status).toBe(404);
      expect(response.headers.get("content-type")).toContain("application/problem+json");
      expect(await response.json()).toMatchObject({ status: 404, title: "Not found" });
    });
  }

  test("cannot be given a title", async () => {
    const init = { method: "PATCH", body: '{"title":"x"}', headers: { "content-type": "application/json" } };
    expect((await call(`/api/documents/${unknownId}`, init)).status).toBe(404);
  });
});

test("title, language and line ends can be changed, one at a time and with limits", async () => {
  const { id } = await created();
  const patch = (change: unknown) => call(`/api/documents/${id}`, { method: "PATCH", body: JSON.stringify(change) });
  expect(await (await patch({ title: "Launch notes" })).json()).toMatchObject({
    title: "Launch notes",
    language: "auto",
    lineEnds: "lf",
  });
  expect(await (await patch({ language: "plain" })).json()).toMatchObject({ title: "Launch notes", language: "plain" });
  expect(await (await patch({ lineEnds: "crlf" })).json()).toMatchObject({ language: "plain", lineEnds: "crlf" });
  for (const wrong of [
    { title: "x".repeat(201) },
    { language: "x".repeat(41) },
    { lineEnds: "cr" },
    { owner: "me" },
    {},
    { title: 1 },
    [],
    null,
  ]) {
    expect((await patch(wrong)).status).toBe(400);
  }
});

test("a title keeps no character that would not be seen", async () => {
  const title = "Min\u0000\tutes\u007f\u009f \u202egnihton\u2066\u2069 \ud83e\udd8a \ud83e";
  const seen = "Minutes gnihton 🦊 \ufffd";
  const headers = { "content-type": "application/json" };
  const { id } = await created({ body: JSON.stringify({ title }), headers });
  expect(await (await call(`/api/documents/${id}`)).json()).toMatchObject({ title: seen });
  await call(`/api/documents/${id}`, { method: "PATCH", body: '{"title":""}' });
  const patched = await call(`/api/documents/${id}`, { method: "PATCH", body: JSON.stringify({ title }) });
  expect(await patched.json()).toMatchObject({ title: seen });
  expect(await (await call(`/api/documents/${id}`)).json()).toMatchObject({ title: seen });
});

test("a method that an address does not take is refused, and those that it does are named", async () => {
  const response = await call(`/api/documents/${unknownId}`, { method: "PUT" });
  expect([response.status, response.headers.get("allow")]).toEqual([405, "GET, PATCH, DELETE"]);
});

test("the WebSocket's address says so when it is opened as a page", async () => {
  expect((await call(`/sync/${unknownId}`)).status).toBe(426);
});

test("the health check answers with the version", async () => {
  expect(await (await call("/api/health")).json()).toEqual({
    ok: true,
    version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
  });
});
