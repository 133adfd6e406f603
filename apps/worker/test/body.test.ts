import { env } from "cloudflare:workers";
import { describe, expect, test, vi } from "vitest";
import { app } from "../src/app.ts";
import { parseJson } from "../src/body.ts";

type Address = readonly [method: string, path: string, mediaType: string];

const addresses: readonly Address[] = [
  ["POST", "/api/documents", "text/plain"],
  ["POST", "/api/documents", "application/json"],
  ["PATCH", `/api/documents/${"A".repeat(22)}`, "application/json"],
];

/** Asks the app with a body that `pull` makes, one call a chunk. */
async function send(
  [method, path, mediaType]: Address,
  pull: (controller: ReadableStreamDefaultController<Uint8Array>) => void,
): Promise<Response> {
  const body = new ReadableStream<Uint8Array>({ pull }, { highWaterMark: 0 });
  return app.request(`http://localhost${path}`, { method, body, headers: { "content-type": mediaType } }, env);
}

for (const address of addresses) {
  const [method, , mediaType] = address;
  describe(`the body of a ${method} of ${mediaType}`, () => {
    test("is answered 400 when it breaks off, and the log does not call that a fault of the server", async () => {
      const log = vi.spyOn(console, "error").mockReturnValue();
      const chunks = [new TextEncoder().encode('{"title":')];
      const response = await send(address, (controller) => {
        const chunk = chunks.pop();
        if (chunk === undefined) controller.error(new Error("Network connection lost."));
        else controller.enqueue(chunk);
      });
      expect(response.status).toBe(400);
      expect(await response.json()).toHaveProperty("detail", expect.stringContaining("broke off"));
      expect(log).not.toHaveBeenCalled();
      log.mockRestore();
    });

    test("is read no further than what could be used", async () => {
      const chunk = new Uint8Array(method === "PATCH" ? 1_000 : 1_000_000).fill(0x20);
      let sent = 0;
      const response = await send(address, (controller) => {
        controller.enqueue(chunk);
        sent += 1;
        if (sent === 100) controller.close();
      });
      expect(response.status).toBe(413);
      expect(await response.json()).toHaveProperty("detail", expect.stringMatching(/longer than \d+ bytes/));
      expect(sent).toBeLessThan(40);
    });

    test("is answered 400 when it is no UTF-8, even at its very end", async () => {
      const chunks = [[0xe2], [0x22, 0x82]];
      const response = await send(address, (controller) => {
        const chunk = chunks.pop();
        if (chunk === undefined) controller.close();
        else controller.enqueue(Uint8Array.from(chunk));
      });
      expect(response.status).toBe(400);
      expect(await response.json()).toHaveProperty("detail", expect.stringContaining("UTF-8"));
    });
  });
}

test("a kind of content that nobody reads is not read", async () => {
  let sent = 0;
  const response = await send(["POST", "/api/documents", "text/html"], (controller) => {
    controller.enqueue(new Uint8Array(1_000));
    sent += 1;
  });
  expect([response.status, sent]).toEqual([415, 1]);
});

describe("the JSON of a body", () => {
  const nested = (depth: number): string => "[".repeat(depth) + "]".repeat(depth);
  const named = (count: number): string => JSON.stringify(Object.fromEntries(Array(count).fill(0).entries()));

  test("is a few texts, whatever they hold, with what holds them together", () => {
    for (const value of [
      {},
      { text: '"\\"\\'.repeat(2_000), title: "\\" },
      { text: "[{,".repeat(10_000), language: "" },
      { role: "view", label: "a", expires: null, password: '\\"' },
      "\u20ac\n".repeat(1_000),
    ]) {
      expect(parseJson(JSON.stringify(value))).toEqual(value);
      expect(parseJson(JSON.stringify(value, null, 20))).toEqual(value);
    }
  });

  test("is not parsed when it would become many objects", () => {
    const parse = vi.spyOn(JSON, "parse");
    for (const json of [nested(1_000), named(1_000), `{"text":"a","title":${nested(600)}}`, "[".repeat(2_000)]) {
      expect(parseJson(json)).toBe(undefined);
    }
    expect(parse).not.toHaveBeenCalled();
    parse.mockRestore();
  });

  test("is none when it is cut short", () => {
    for (const json of ["", '"', '{"text":"', '{"text":"a\\', '{"text":"a\\"', '"a""b"']) {
      expect([json, parseJson(json)]).toEqual([json, undefined]);
    }
  });
});
