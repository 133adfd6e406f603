import { describe, expect, test } from "vitest";
import { allowedOriginsFrom, isForeign, isUnasked } from "../../src/foreign-origin.ts";

const none: ReadonlySet<string> = new Set();

function from(origin: string | null, method = "POST", headers: Record<string, string> = {}): Request {
  const all = new Headers(headers);
  if (origin !== null) all.set("origin", origin);
  return new Request("http://samepage.example:8080/api/documents", { method, headers: all });
}

describe("a request that would change something", () => {
  test("may come from a page of this host, with TLS before it or not, and from a program", () => {
    for (const origin of ["http://samepage.example:8080", "https://samepage.example:8080", null]) {
      expect([origin, isForeign(from(origin), none)]).toEqual([origin, false]);
    }
  });

  test("may not come from anywhere else", () => {
    for (const origin of [
      "https://evil.example",
      "http://samepage.example",
      "http://samepage.example:8081",
      "http://sub.samepage.example:8080",
      "http://samepage.example:8080.evil.example",
      "http://samepage.example:8080@evil.example",
      "null",
      "",
      "junk",
    ]) {
      for (const method of ["POST", "PUT", "PATCH", "DELETE", "PROPFIND"]) {
        expect([origin, method, isForeign(from(origin, method), none)]).toEqual([origin, method, true]);
      }
    }
  });

  test("may come from an origin that the settings list, and from none that begins or ends like it", () => {
    const allowed = allowedOriginsFrom({ ALLOWED_ORIGINS: " https://Intranet.example  capacitor://localhost " });
    for (const origin of ["https://intranet.example", "capacitor://localhost"]) {
      expect([origin, isForeign(from(origin), allowed)]).toEqual([origin, false]);
    }
    for (const origin of ["http://intranet.example", "https://intranet.example:444", "https://intranet.example.evil"]) {
      expect([origin, isForeign(from(origin), allowed)]).toEqual([origin, true]);
    }
  });
});

test("a foreign page may ask, but not for a socket", () => {
  for (const method of ["GET", "HEAD", "OPTIONS"]) {
    expect([method, isForeign(from("https://evil.example", method), none)]).toEqual([method, false]);
  }
  expect(isForeign(from("https://evil.example", "GET", { upgrade: "WebSocket" }), none)).toBe(true);
  expect(isForeign(from("http://samepage.example:8080", "GET", { upgrade: "websocket" }), none)).toBe(false);
  expect(isForeign(from(null, "GET", { upgrade: "websocket" }), none)).toBe(false);
});

describe("ALLOWED_ORIGINS", () => {
  test("may be left out", () => {
    for (const value of [undefined, null, "", "  "])
      expect(allowedOriginsFrom({ ALLOWED_ORIGINS: value }).size).toBe(0);
  });

  test("names the entry that is no origin", () => {
    for (const entry of ["intranet.example", "https://intranet.example/", "https://a@b", "*", "null"]) {
      expect(() => allowedOriginsFrom({ ALLOWED_ORIGINS: `https://good.example ${entry}` })).toThrow(
        new RangeError(
          `ALLOWED_ORIGINS must list origins as https://example.org, with a scheme and no path, not "${entry}"`,
        ),
      );
    }
  });
});

describe("a GET that creates", () => {
  const isNobodys = (headers: Record<string, string>, allowed = none): boolean =>
    isUnasked(new Request("http://samepage.example/new", { headers }), allowed);

  test("is a person's who goes there from wherever, or a program's", () => {
    expect(isNobodys({})).toBe(false);
    for (const site of ["none", "same-origin", "same-site", "cross-site"]) {
      expect([site, isNobodys({ "sec-fetch-site": site, "sec-fetch-dest": "document" })]).toEqual([site, false]);
    }
  });

  test("is nobody's when a foreign page names it as something that is loaded", () => {
    for (const dest of ["image", "iframe", "script", "style", "empty", "embed"]) {
      expect([dest, isNobodys({ "sec-fetch-site": "cross-site", "sec-fetch-dest": dest })]).toEqual([dest, true]);
    }
    expect(isNobodys({ "sec-fetch-site": "cross-site" })).toBe(true);
  });

  test("is nobody's when a foreign page opens a socket there, or its browser says no more than where it asks from", () => {
    for (const upgrade of [{ upgrade: "websocket" }, {}]) {
      expect(isNobodys({ origin: "https://evil.example", ...upgrade })).toBe(true);
      expect(isNobodys({ origin: "null", ...upgrade })).toBe(true);
      expect(isNobodys({ origin: "https://samepage.example", ...upgrade })).toBe(false);
      expect(isNobodys({ origin: "https://good.example", ...upgrade }, new Set(["https://good.example"]))).toBe(false);
    }
  });

  test("is nobody's when a browser loads ahead", () => {
    for (const purpose of ["prefetch", "prefetch;prerender"]) {
      const headers = { "sec-purpose": purpose, "sec-fetch-site": "none", "sec-fetch-dest": "document" };
      expect([purpose, isNobodys(headers)]).toEqual([purpose, true]);
    }
  });
});
