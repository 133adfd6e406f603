import { env } from "cloudflare:workers";
import { closeCodes, subprotocol } from "@samepage/protocol";
import { describe, expect, test, vi } from "vitest";
import { app } from "../src/app.ts";
import { clientOf, withClient } from "../src/internal-request.ts";

const unknownId = "A".repeat(22);

function call(path: string, init: RequestInit = {}, variables: Record<string, unknown> = {}): Promise<Response> {
  return Promise.resolve(
    app.request(`http://localhost${path}`, { redirect: "manual", ...init }, { ...env, ...variables }),
  );
}

/** Why a socket to no document was closed: its code and the reason. */
async function closing(
  headers: Record<string, string>,
  variables: Record<string, unknown> = {},
): Promise<{ code: number; reason: string }> {
  const init = { headers: { upgrade: "websocket", "sec-websocket-protocol": subprotocol, ...headers } };
  const { webSocket } = await call(`/sync/${unknownId}`, init, variables);
  const closed = new Promise<{ code: number; reason: string }>((resolve) => {
    webSocket?.addEventListener("close", ({ code, reason }) => resolve({ code, reason }));
  });
  webSocket?.accept();
  return closed;
}

const noSuchDocument = { code: closeCodes.noSuchDocument, reason: "no such document" };

describe("a page of another site", () => {
  const foreign = { origin: "https://evil.example" };

  test("opens no socket", async () => {
    expect(await closing(foreign)).toEqual({ code: closeCodes.notAllowed, reason: "foreign origin" });
    expect(await closing({ origin: "http://localhost" })).toEqual(noSuchDocument);
    expect(await closing({})).toEqual(noSuchDocument);
  });

  test("changes nothing", async () => {
    for (const [method, path] of [
      ["POST", "/api/documents"],
      ["PATCH", `/api/documents/${unknownId}`],
      ["DELETE", `/api/documents/${unknownId}`],
      ["PUT", `/api/documents/${unknownId}/people/x`],
    ] as const) {
      const refused = await call(path, { method, headers: foreign });
      expect([path, refused.status]).toEqual([path, 403]);
      expect(await refused.json()).toMatchObject({ reason: "foreign origin", detail: expect.any(String) });
    }
  });

  test("is let in where the settings list its origin", async () => {
    const variables = { ALLOWED_ORIGINS: "https://good.example https://evil.example" };
    expect(await closing(foreign, variables)).toEqual(noSuchDocument);
    expect((await call("/api/documents", { method: "POST", headers: foreign }, variables)).status).toBe(201);
  });
});

describe("where people must sign in", () => {
  const variables = { ACCESS_TEAM_DOMAIN: "doors.cloudflareaccess.com", ACCESS_AUDIENCE: "tag", ACCESS_REQUIRED: "1" };

  test("nobody else creates, reads or connects", async () => {
    expect(await closing({}, variables)).toEqual({ code: closeCodes.keyNotValid, reason: "sign-in needed" });
    for (const [method, path] of [
      ["POST", "/api/documents"],
      ["GET", "/new"],
      ["GET", `/api/documents/${unknownId}/text`],
      ["GET", "/api/usage"],
    ] as const) {
      const refused = await call(path, { method }, variables);
      expect([path, refused.status]).toEqual([path, 401]);
      expect(await refused.json()).toMatchObject({ reason: "sign-in needed" });
    }
  });

  test("whether the server is well can be asked all the same", async () => {
    expect((await call("/api/health", {}, variables)).status).toBe(200);
  });

  test("everybody is asked to come back while it cannot be checked who has", async () => {
    const log = vi.spyOn(console, "error").mockReturnValue();
    const fetched = vi.spyOn(globalThis, "fetch").mockRejectedValue(new TypeError("network"));
    const part = (value: object): string => btoa(JSON.stringify(value)).replaceAll("=", "");
    const headers = { "cf-access-jwt-assertion": `${part({ alg: "RS256", kid: "x" })}.${part({})}.AAAA` };
    expect(await closing(headers, variables)).toEqual({ code: closeCodes.busy, reason: "sign-in cannot be checked" });
    const refused = await call("/api/usage", { headers }, variables);
    expect([refused.status, refused.headers.get("retry-after")]).toEqual([503, "60"]);
    expect(fetched).toHaveBeenCalledWith("https://doors.cloudflareaccess.com/cdn-cgi/access/certs", expect.anything());
    fetched.mockRestore();
    log.mockRestore();
  });
});

test("what a document's object is told of a client, the client cannot say itself, and no secret is among it", () => {
  const none = {
    proof: { keyHash: null, pass: null, personHash: null },
    subjects: { address: null, person: null, key: null },
  };
  const proof = { keyHash: "aa", pass: null, personHash: "bb" };
  const told = { proof, subjects: { address: "address:1", person: null, key: "key:2" } } as const;
  const forged = withClient(new Request("http://localhost/sync/x"), told);
  expect(clientOf(withClient(new Request("http://localhost/sync/x", { headers: forged.headers }), none))).toEqual(none);
  const secret = "s".repeat(22);
  const headers = {
    "sec-websocket-protocol": `samepage.1, key.${secret}, device.${secret}`,
    authorization: `Bearer ${secret}`,
    "samepage-device": secret,
  };
  const sent = withClient(new Request(`http://localhost/sync/x?key=${secret}`, { headers }), told);
  expect(clientOf(sent)).toEqual(told);
  expect(sent.headers.get("sec-websocket-protocol")).toBe("samepage.1");
  expect(JSON.stringify([sent.url, ...sent.headers])).not.toContain(secret);
});
