import { evictDurableObject } from "cloudflare:test";
import { env, exports } from "cloudflare:workers";
import { heartbeat, parseDocumentId, subprotocol } from "@samepage/protocol";
import { expect, test } from "vitest";
import { Counters, countersOf } from "../src/counters.ts";
import { documentStub } from "../src/document-stub.ts";
import { StockClient } from "./stock-client.ts";

function call(path: string, init: RequestInit = {}): Promise<Response> {
  return exports.default.fetch(`http://localhost${path}`, init);
}

async function createDocument(): Promise<string> {
  return (await (await call("/api/documents", { method: "POST" })).json<{ id: string }>()).id;
}

async function countersAt(id: string): Promise<Counters & { readonly storedBytes: number }> {
  const response = await call(`/api/documents/${id}/counters`);
  expect([response.status, response.headers.get("cache-control")]).toEqual([200, "no-store"]);
  return response.json();
}

test("a document counts the messages, commits and rows that it costs", async () => {
  const id = await createDocument();
  const fox = await StockClient.connect(id, subprotocol);
  await fox.until(() => fox.heard("acknowledge").length === 1);
  const before = await countersAt(id);
  fox.text.insert(0, "counted");
  await fox.until(() => fox.heard("acknowledge").length === 2);
  const after = await countersAt(id);
  expect(after).toMatchObject({ messages: before.messages + 1, commits: before.commits + 1 });
  expect(after.rowsWritten).toBe(before.rowsWritten + 1);
});

test("a document counts the requests that reach it, the time until its timers ran, and what it stores", async () => {
  const id = await createDocument();
  const before = await countersAt(id);
  expect(before).toMatchObject({ requests: 1, durationMs: 1 });
  expect(before.storedBytes).toBeGreaterThan(0);
  const fox = await StockClient.connect(id, subprotocol);
  await fox.until(() => fox.heard("acknowledge").length === 1);
  expect((await countersAt(id)).requests).toBe(before.requests + 1);
  // An edit soon after another one waits for a timer, which is far more than the handling of what happens.
  let [grownMs, durationMs] = [0, (await countersAt(id)).durationMs];
  for (let edits = 1; grownMs < 50; edits += 1) {
    fox.text.insert(0, "typed");
    await fox.until(() => fox.heard("acknowledge").length === 1 + edits);
    const now = await countersAt(id);
    [grownMs, durationMs] = [now.durationMs - durationMs, now.durationMs];
  }
});

test("a document that only hears heartbeats and is asked costs nothing", async () => {
  const id = await createDocument();
  const fox = await StockClient.connect(id, subprotocol);
  await fox.until(() => fox.heard("acknowledge").length === 1);
  const before = await countersAt(id);
  fox.sendRaw(heartbeat.ping);
  await fox.until(() => fox.texts.includes(heartbeat.pong));
  expect(await countersAt(id)).toEqual(before);
});

test("a document goes on counting after it slept, and counts that it was woken, but not for being asked", async () => {
  const id = await createDocument();
  const before = await countersAt(id);
  const documentId = parseDocumentId(id);
  if (documentId === null) throw new Error("not an id");
  await evictDurableObject(documentStub(env, documentId));
  expect(await countersAt(id)).toEqual(before);
  await evictDurableObject(documentStub(env, documentId));
  await call(`/api/documents/${id}/text`);
  const after = await countersAt(id);
  expect(after).toMatchObject({ wakeUps: before.wakeUps + 1, rowsWritten: before.rowsWritten });
  expect(after.rowsRead).toBeGreaterThan(before.rowsRead);
});

test("an id that was never created has no counters", async () => {
  for (const id of ["A".repeat(22), "mistyped"]) {
    expect((await call(`/api/documents/${id}/counters`)).status).toBe(404);
  }
});

test("counters are kept for the documents that were loaded last", () => {
  const kept = countersOf("first");
  kept.messages = 7;
  for (let object = 1; object < 1_000; object += 1) countersOf(`${object}`);
  expect(countersOf("first")).toBe(kept);
  for (let object = 1_000; object < 2_000; object += 1) countersOf(`${object}`);
  expect(countersOf("first")).toEqual(new Counters());
});
