import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { env, exports } from "cloudflare:workers";
import {
  closeCodes,
  defaultLimits,
  encodeAwareness,
  heartbeat,
  parseDocumentId,
  subprotocol,
} from "@samepage/protocol";
import { describe, expect, test } from "vitest";
import { sqlContract } from "../../../packages/journal/test/sql-contract.ts";
import { DocumentObject } from "../src/document-object.ts";
import { documentStub } from "../src/document-stub.ts";
import { durableSql } from "../src/durable-sql.ts";
import { type Client, withClient } from "../src/internal-request.ts";
import { hashOfKey } from "../src/proof.ts";
import { StockClient } from "./stock-client.ts";

const nobody: Client = {
  proof: { keyHash: null, pass: null, personHash: null },
  subjects: { address: null, person: null, key: null },
};

async function createDocument(text = ""): Promise<string> {
  const init = { method: "POST", body: text, headers: { "content-type": "text/plain" } };
  const response = await exports.default.fetch("http://localhost/api/documents", init);
  return (await response.json<{ id: string }>()).id;
}

function stubOf(id: string): ReturnType<typeof documentStub> {
  const documentId = parseDocumentId(id);
  if (documentId === null) throw new Error("not an id");
  return documentStub(env, documentId);
}

async function textOf(id: string): Promise<string> {
  return (await exports.default.fetch(`http://localhost/api/documents/${id}/text`)).text();
}

sqlContract("a Durable Object", async (use) => {
  const stub = env.DOCUMENTS.get(env.DOCUMENTS.newUniqueId());
  await runInDurableObject(stub, (_instance, state) => use(durableSql(state.storage)));
});

describe("the document object", () => {
  test("brings what one types to the other, and stores it", async () => {
    const id = await createDocument("hello");
    const [fox, heron] = await Promise.all([StockClient.connect(id), StockClient.connect(id)]);
    await fox.until(() => fox.text.toString() === "hello");
    await heron.until(() => heron.text.toString() === "hello");
    fox.text.insert(5, " there");
    await heron.until(() => heron.text.toString() === "hello there");
    expect(await textOf(id)).toBe("hello there");
  });

  test("acknowledges to a client that asked for it, and only once storage holds the edit", async () => {
    const id = await createDocument();
    const fox = await StockClient.connect(id, subprotocol);
    await fox.until(() => fox.heard("acknowledge").length === 1);
    fox.text.insert(0, "kept");
    await fox.until(() => fox.heard("acknowledge").length === 2);
    const rows = await runInDurableObject(stubOf(id), (_instance, state) =>
      state.storage.sql.exec("SELECT count(*) AS rows FROM log").one(),
    );
    expect(rows).toEqual({ rows: 1 });
  });

  test("stores with its alarm what a client that asks for commits did not ask for", async () => {
    const id = await createDocument();
    const fox = await StockClient.connect(id, subprotocol);
    await fox.until(() => fox.heard("acknowledge").length === 1);
    fox.send({ kind: "store" });
    const alarm = (): Promise<number | null> =>
      runInDurableObject(stubOf(id), (_instance, state) => state.storage.getAlarm());
    let sent = 1;
    // What comes a while after the last commit is stored at once: until something waits.
    for (; (await alarm()) === null; sent += 1) fox.text.insert(0, "a");
    expect(await runDurableObjectAlarm(stubOf(id))).toBe(true);
    const acknowledged = (): number =>
      fox.frames.reduce((sum, frame) => sum + (frame.kind === "acknowledge" ? frame.frames : 0), 0);
    await fox.until(() => acknowledged() === sent);
    expect(await textOf(id)).toBe("a".repeat(sent - 1));
  });

  test("never sends a stock client what it would not understand", async () => {
    const id = await createDocument("x");
    const stock = await StockClient.connect(id);
    await stock.until(() => stock.text.toString() === "x");
    stock.text.insert(0, "y");
    expect(await textOf(id)).toBe("yx");
    await exports.default.fetch(`http://localhost/api/documents/${id}`, { method: "PATCH", body: '{"title":"T"}' });
    stock.send({ kind: "sync-step-1", stateVector: new Uint8Array([0]) });
    await stock.until(() => stock.heard("sync-step-2").length === 2);
    expect(stock.texts).toEqual([]);
    expect(stock.heard("announce")).toEqual([]);
    expect(stock.heard("acknowledge")).toEqual([]);
  });

  test("announces a new title to whoever is connected", async () => {
    const id = await createDocument();
    const fox = await StockClient.connect(id, subprotocol);
    await exports.default.fetch(`http://localhost/api/documents/${id}`, {
      method: "PATCH",
      body: '{"title":"Minutes"}',
    });
    const json = '{"kind":"settings","title":"Minutes","language":"auto","lineEnds":"lf"}';
    await fox.until(() => fox.frames.some((frame) => frame.kind === "announce" && frame.json === json));
  });

  test("has the text, the people and their connections again after it slept", async () => {
    const id = await createDocument("before");
    const [fox, heron] = await Promise.all([
      StockClient.connect(id, subprotocol),
      StockClient.connect(id, subprotocol),
    ]);
    await fox.until(() => fox.heard("acknowledge").length === 1);
    await heron.until(() => heron.heard("acknowledge").length === 1);
    const states = encodeAwareness([{ client: fox.doc.clientID, clock: 1, state: '{"name":"fox"}' }]);
    fox.send({ kind: "awareness", states });
    await heron.until(() => heron.heard("awareness").length === 1);

    await evictDurableObject(stubOf(id));

    fox.text.insert(6, " and after");
    await heron.until(() => heron.text.toString() === "before and after");
    const otter = await StockClient.connect(id);
    await otter.until(() => otter.heard("awareness").length === 1 && otter.text.length > 0);
    expect(otter.text.toString()).toBe("before and after");
    fox.close();
    await otter.until(() => otter.heard("awareness").length === 2);
  });

  test("keeps with its socket even the largest state that is allowed", async () => {
    const id = await createDocument();
    const fox = await StockClient.connect(id);
    const name = "狐".repeat(defaultLimits.awarenessLength - '{"name":""}'.length);
    const states = encodeAwareness([{ client: fox.doc.clientID, clock: 1, state: JSON.stringify({ name }) }]);
    fox.send({ kind: "awareness", states });
    await fox.until(() => fox.heard("sync-step-2").length === 1);
    await evictDurableObject(stubOf(id));
    const heron = await StockClient.connect(id);
    await heron.until(() => heron.heard("awareness").length === 1);
    expect(heron.heard("awareness")[0]).toMatchObject({ kind: "awareness" });
  });

  test("answers a heartbeat", async () => {
    const fox = await StockClient.connect(await createDocument(), subprotocol);
    fox.sendRaw(heartbeat.ping);
    await fox.until(() => fox.texts.includes(heartbeat.pong));
  });

  test("closes 4404 where no document was created, and stores nothing there", async () => {
    for (const id of ["A".repeat(22), "mistyped"]) {
      const stray = await StockClient.connect(id);
      expect(await stray.closed).toMatchObject({ code: closeCodes.noSuchDocument });
    }
    const tables = await runInDurableObject(stubOf("A".repeat(22)), (_instance, state) =>
      state.storage.sql.exec("SELECT name FROM sqlite_master WHERE name NOT LIKE '\\_%' ESCAPE '\\'").toArray(),
    );
    expect(tables).toEqual([]);
  });

  test("never shows less than the whole document: what cannot be read asks people to come back", async () => {
    const id = await createDocument("whole");
    await runInDurableObject(stubOf(id), (_instance, state) => {
      state.storage.sql.exec("UPDATE log SET bytes = ?", Uint8Array.of(3, 1, 2, 3).buffer);
    });
    await evictDurableObject(stubOf(id));
    const fox = await StockClient.connect(id);
    expect(await fox.closed).toMatchObject({ code: closeCodes.serverFault });
    expect(fox.frames).toEqual([]);
    const response = await exports.default.fetch(`http://localhost/api/documents/${id}/text`);
    expect(response.status).toBe(500);
    expect(response.headers.get("content-type")).toContain("application/problem+json");
  });

  test("has a place for its owner when it is full, and for nobody else", async () => {
    const init = { method: "POST" };
    const created = await exports.default.fetch("http://localhost/api/documents", init);
    const { id, ownerKey } = await created.json<{ id: string; ownerKey: string }>();
    const owner = { ...nobody, proof: { ...nobody.proof, keyHash: await hashOfKey(ownerKey) } };
    await runInDurableObject(stubOf(id), async (_instance, state) => {
      const document = new DocumentObject(state, Object.assign({}, env, { SOCKETS_PER_DOCUMENT: "1" }));
      const join = async (client: Client): Promise<number[]> => {
        const request = new Request("http://localhost/sync", { headers: { upgrade: "websocket" } });
        const { webSocket } = await document.fetch(withClient(request, client));
        const codes: number[] = [];
        webSocket?.addEventListener("close", ({ code }) => void codes.push(code));
        webSocket?.accept();
        await scheduler.wait(20);
        return codes;
      };
      expect(await join(nobody)).toEqual([]);
      expect(await join(nobody)).toEqual([closeCodes.busy]);
      expect(await join(owner)).toEqual([]);
      expect(await join(nobody)).toEqual([closeCodes.busy]);
    });
  });

  test("takes nothing of a socket that it has closed for what the one sends who came after it", async () => {
    const id = await createDocument("mine");
    const vandal = await StockClient.connect(id);
    await vandal.until(() => vandal.text.length === 4);
    await runInDurableObject(stubOf(id), async (instance, state) => {
      const [closed] = state.getWebSockets();
      if (closed === undefined) throw new Error("nobody is connected");
      instance.webSocketMessage(closed, "not a frame"); // Closed for it; here the peer has not answered that yet.
      // As after a hibernation, when a new object knows of its sockets only what is kept with them.
      const awake = new DocumentObject(state, env);
      const request = new Request("http://localhost/sync", { headers: { upgrade: "websocket" } });
      const answer = await awake.fetch(withClient(request, nobody));
      const fox = answer.webSocket;
      if (fox === null) throw new Error("no socket");
      const closings: CloseEvent[] = [];
      fox.addEventListener("close", (event) => closings.push(event));
      fox.accept();
      for (const object of [instance, awake]) {
        object.webSocketMessage(closed, new Uint8Array([0, 2, 3, 255, 255, 255]).buffer);
        object.webSocketMessage(closed, "not a frame");
        object.webSocketClose(closed);
      }
      const server = state.getWebSockets().find((socket) => socket !== closed);
      if (server === undefined) throw new Error("the newcomer is gone");
      expect(server.readyState).toBe(WebSocket.OPEN);
      expect(server.deserializeAttachment()).not.toBeNull();
      expect(closings).toEqual([]);
    });
  });

  test("gives one address half of the places at most, so that others find one", async () => {
    const id = await createDocument();
    await runInDurableObject(stubOf(id), async (_instance, state) => {
      const small = new DocumentObject(state, { ...env, SOCKETS_PER_DOCUMENT: "4" } as typeof env);
      const comeFrom = async (address: `address:${string}`): Promise<number | null> => {
        const request = new Request("http://localhost/sync", { headers: { upgrade: "websocket" } });
        const client = { ...nobody, subjects: { ...nobody.subjects, address } };
        const { webSocket } = await small.fetch(withClient(request, client));
        if (webSocket === null) throw new Error("no socket");
        const closing = new Promise<number>((resolve) => {
          webSocket.addEventListener("close", ({ code }) => resolve(code));
        });
        const letIn = new Promise<null>((resolve) => webSocket.addEventListener("message", () => resolve(null)));
        webSocket.accept();
        return Promise.race([closing, letIn]);
      };
      expect([await comeFrom("address:a"), await comeFrom("address:a")]).toEqual([null, null]);
      expect(await comeFrom("address:a")).toBe(closeCodes.busy);
      expect(await comeFrom("address:b")).toBeNull();
    });
  });

  test("closes 4400 on bytes that mean nothing, and the others go on", async () => {
    const id = await createDocument("safe");
    const [vandal, fox] = await Promise.all([StockClient.connect(id), StockClient.connect(id)]);
    await fox.until(() => fox.text.length === 4);
    vandal.sendRaw(Uint8Array.of(0, 2, 3, 255, 255, 255));
    expect(await vandal.closed).toMatchObject({ code: closeCodes.malformed });
    fox.text.insert(4, "!");
    expect(await textOf(id)).toBe("safe!");
  });
});
