import { expect, test } from "vitest";
import { useOf } from "../../src/metering/use.ts";

test("what leads to a document is one use, of its kind", () => {
  for (const [method, path, asksForWebSocket, use] of [
    ["POST", "/api/documents", false, "creates"],
    ["GET", "/new", false, "creates"],
    ["HEAD", "/new", false, "requests"],
    ["GET", "/sync/x", true, "connects"],
    ["GET", "/sync/x", false, "requests"],
    ["GET", "/api/documents/x", true, "requests"],
    ["GET", "/api/documents", false, "requests"],
    ["PATCH", "/api/documents/x", false, "requests"],
    ["POST", "/api/documents/x/unlock", false, "requests"],
    ["GET", "/api/usage", false, "requests"],
    ["GET", "/d/x", false, "requests"],
  ] as const) {
    expect([path, useOf(method, path, asksForWebSocket)]).toEqual([path, use]);
  }
});

test("what touches no document is none", () => {
  for (const path of ["/", "/assets/index.js", "/icon.svg", "/newer", "/d", "/favicon.ico"]) {
    expect([path, useOf("GET", path, false)]).toEqual([path, null]);
  }
});
