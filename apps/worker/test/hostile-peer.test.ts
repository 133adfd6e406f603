/** What a peer may try who keeps to no rule: to write without the right to, to appear as somebody else, to learn keys. */

import { runInDurableObject } from "cloudflare:test";
import { env, exports } from "cloudflare:workers";
import { decodeAnnouncement, decodeAwareness, encodeAwareness, encodeFrame, subprotocol } from "@samepage/protocol";
import { afterEach, describe, expect, test, vi } from "vitest";
import * as Y from "yjs";
import { DocumentObject } from "../src/document-object.ts";
import { withClient } from "../src/internal-request.ts";
import { type Subjects, subjectsOf } from "../src/metering/subjects.ts";
import { hashOfKey, type Proof, proofOf } from "../src/proof.ts";
import { bytesOf, piecesOfInsertion } from "./frame-pieces.ts";
import { type Credential, newDevice, OwnedDocument } from "./owned-document.ts";
import { awarenessOf, RawPeer } from "./raw-peer.ts";
import { StockClient } from "./stock-client.ts";

vi.setConfig({ testTimeout: 30_000 });

afterEach(() => vi.restoreAllMocks());

const text = "the text that is here";

/** Malformed: whatever is sent after everything else, and not taken, shows that everything else was. */
const noFrame = Uint8Array.of(77);

const readers = ["view", "comment"] as const;

/** A document, somebody who may write in it and is here, and somebody who sees what is shown. */
async function sceneOf(): Promise<{ document: OwnedDocument; writer: StockClient; observer: StockClient }> {
  const document = await OwnedDocument.create(text);
  const writer = await enter(document, { ...(await document.link("edit")), device: newDevice() });
  writer.text.insert(0, "> ");
  writer.send(awarenessOf(writer.doc.clientID, { user: { name: "Ada", hue: 1 }, cursor: { at: 1 } }));
  const observer = await enter(document, document.owner);
  await observer.until(() => observer.heard("awareness").length > 0);
  return { document, writer, observer };
}

async function enter({ id }: OwnedDocument, credential: Credential): Promise<StockClient> {
  const client = await StockClient.connect(id, subprotocol, credential);
  await client.until(() => client.heard("sync-step-2").length > 0);
  return client;
}

/** Somebody who has joined and, if it `hasAnswered`, has said that they have nothing. */
async function intrude({ id }: OwnedDocument, credential: Credential, hasAnswered: boolean): Promise<RawPeer> {
  const peer = await RawPeer.open(id, { ...credential, protocol: subprotocol });
  await peer.until(() => peer.heard("sync-step-1").length > 0);
  if (hasAnswered) peer.send({ kind: "sync-step-2", update: Uint8Array.of(0, 0) });
  return peer;
}

/** What `peer` last heard that `client` shows. */
function shownTo(peer: RawPeer, client: number): unknown {
  const entries = peer.frames.flatMap((frame) => {
    if (frame.kind !== "awareness") return [];
    const decoded = decodeAwareness(frame.states);
    return decoded.ok ? decoded.value : [];
  });
  const state = entries.findLast((entry) => entry.client === client)?.state;
  return state === undefined || state === null ? null : JSON.parse(state);
}

/** What a newcomer is told that `client` shows. */
async function shownAnew(document: OwnedDocument, client: number): Promise<unknown> {
  const newcomer = await enter(document, document.owner);
  await newcomer.until(() => newcomer.heard("awareness").length > 0);
  newcomer.close();
  return shownTo(newcomer, client);
}

/** What somebody may send who has a copy of the document and wants it changed. */
function forgeries(copy: Y.Doc, writer: number): readonly (readonly [string, readonly (Uint8Array | string)[]])[] {
  /** What `change` makes, as an update, in a copy whose own id is `client`. */
  const updateOf = (change: (text: Y.Text, doc: Y.Doc) => void, client?: number): Uint8Array => {
    const forged = new Y.Doc();
    if (client !== undefined) forged.clientID = client;
    Y.applyUpdate(forged, Y.encodeStateAsUpdate(copy));
    const before = Y.encodeStateVector(forged);
    change(forged.getText("text"), forged);
    return Y.encodeStateAsUpdate(forged, before);
  };
  const update = (bytes: Uint8Array): Uint8Array => encodeFrame({ kind: "update", update: bytes });
  const stepTwo = (bytes: Uint8Array): Uint8Array => encodeFrame({ kind: "sync-step-2", update: bytes });
  const inserted = updateOf((shared) => shared.insert(3, "x"));
  const insertedAndDeleted = updateOf((shared) => {
    shared.insert(0, "x");
    shared.delete(0, 1);
  });
  const all = Y.encodeStateAsUpdate(copy);
  const store = encodeFrame({ kind: "store" });
  return [
    ["inserts", [update(inserted)]],
    ["inserts in an answer", [stepTwo(inserted)]],
    ["asks first that it be stored, and then", [store, update(inserted), store]],
    ["deletes one character", [update(updateOf((shared) => shared.delete(4, 1)))]],
    ["deletes all", [update(updateOf((shared) => shared.delete(0, shared.length)))]],
    ["inserts and deletes it again", [update(insertedAndDeleted)]],
    ["brings all that is here, and one more", [stepTwo(Y.mergeUpdates([all, inserted]))]],
    ["brings what is here, and then one more", [stepTwo(all), update(all), update(inserted)]],
    ["goes on under the id of who may write", [update(updateOf((shared) => shared.insert(0, "x"), writer))]],
    ["says otherwise what was written", [update(bytesOf(piecesOfInsertion(writer, "xx")))]],
    ["writes under another root", [update(updateOf((_shared, doc) => doc.getText("title").insert(0, "x")))]],
    ["formats", [update(updateOf((shared) => shared.format(0, 3, { bold: true })))]],
    ["sends it as text", [String.fromCharCode(...update(inserted))]],
    ["sends it in two messages", [update(inserted).slice(0, 5), update(inserted).slice(5)]],
    ["sends two in one message", [Uint8Array.of(...update(all), ...update(inserted))]],
  ];
}

const proofOfOwner = async ({ ownerKey }: OwnedDocument): Promise<Proof> => ({
  keyHash: await hashOfKey(ownerKey),
  pass: null,
  personHash: null,
});

describe.for(readers)("who has a link to %s", (role) => {
  test("cannot change one character, before or after answering, even by leaving at once", async () => {
    const { document, writer, observer } = await sceneOf();
    const link = await document.link(role);
    await observer.until(() => observer.text.toString() === `> ${text}`);
    const before = await document.picture();
    for (const [name, messages] of forgeries(writer.doc, writer.doc.clientID)) {
      for (const hasAnswered of [true, false]) {
        const peer = await intrude(document, link, hasAnswered);
        for (const message of messages) peer.sendRaw(message);
        // What is held until the answer comes is taken then.
        peer.send({ kind: "sync-step-2", update: Uint8Array.of(0, 0) });
        peer.sendRaw(noFrame);
        const { code } = await peer.closed;
        expect([name, hasAnswered, code]).toEqual([name, hasAnswered, expect.toBeOneOf([4400, 4403])]);
        const hasty = await intrude(document, link, hasAnswered);
        for (const message of messages) hasty.sendRaw(message);
        hasty.close();
        await hasty.closed;
        expect([name, hasAnswered, await document.picture()]).toEqual([name, hasAnswered, before]);
      }
    }
    for (const client of [writer, observer]) expect(client.text.toString()).toBe(`> ${text}`);
    expect(writer.heard("update")).toEqual([]);
  });

  test("may answer with all that is here, and ask for it to be stored: nothing comes of it", async () => {
    const { document, writer, observer } = await sceneOf();
    await observer.until(() => observer.text.toString() === `> ${text}`);
    const link = await document.link(role);
    const before = await document.picture();
    const peer = await intrude(document, link, false);
    peer.send({ kind: "sync-step-2", update: Y.encodeStateAsUpdate(writer.doc) });
    peer.send({ kind: "store" });
    peer.sendRaw(noFrame);
    expect(await peer.closed).toEqual({ code: 4400, reason: "unknown-kind" });
    expect(await document.picture()).toBe(before);
  });

  test("cannot make itself more by what it says of itself", async () => {
    const document = await OwnedDocument.create(text);
    const { key } = await document.link(role);
    const client = JSON.stringify({ proof: await proofOfOwner(document), subjects: uncounted });
    const before = await document.picture();
    for (const headers of [
      { "samepage-client": client },
      { "samepage-role": "owner" },
      { cookie: `key=${document.ownerKey}` },
    ]) {
      const peer = await RawPeer.open(document.id, { protocol: subprotocol, key, headers, query: "?role=owner" });
      await peer.until(() => peer.heard("sync-step-1").length > 0);
      const told = peer.frames.flatMap((frame) => (frame.kind === "announce" ? [decodeAnnouncement(frame.json)] : []));
      expect(told).toContainEqual(expect.objectContaining({ kind: "role", role, mayWrite: false }));
      peer.close();
      const init = { method: "PATCH", body: '{"title":"x"}', headers: { ...headers, authorization: `Bearer ${key}` } };
      const patched = await exports.default.fetch(`http://localhost${document.path}?role=owner`, init);
      expect(patched.status).toBe(403);
      const overridden = { ...headers, authorization: `Bearer ${key}`, "x-http-method-override": "DELETE" };
      await exports.default.fetch(`http://localhost${document.path}`, { headers: overridden });
    }
    expect(await document.picture()).toBe(before);
  });

  test("cannot appear as somebody else, by id, by name or by both", async () => {
    const { document, writer, observer } = await sceneOf();
    const link = await document.link(role);
    const ada = writer.doc.clientID;
    const shown = shownTo(observer, ada);
    const person = (await document.personIds()).get("Ada");
    expect(shown).toMatchObject({ user: { id: person, name: "Ada" } });
    let client = 1;
    for (const name of ["Ada", "ada", " Ada ", "A\u200bda", "\u202eAda", "\uff21da", "Ada\u0000", "A\u00adda"]) {
      const user = { id: person, name, hue: 1 };
      const own = JSON.stringify({ user: { name: "Me" } });
      const states = [
        JSON.stringify({ user }),
        // The last of two counts for some who read it, the first for others.
        `{"user":${JSON.stringify(user)},${own.slice(1)}`,
        `${own.slice(0, -1)},"user":${JSON.stringify(user)}}`,
        `{"__proto__":{"user":${JSON.stringify(user)}}}`,
      ];
      for (const state of states) {
        client += 1;
        const peer = await intrude(document, { ...link, device: newDevice() }, true);
        peer.send({ kind: "awareness", states: encodeAwareness([{ client, clock: 1, state }]) });
        await observer.until(() => shownTo(observer, client) !== null);
        const { user: seen } = shownTo(observer, client) as { user: { id: string; name: string } };
        expect(seen.id).toMatch(/^[\w-]{16}$/);
        expect(seen.id).not.toBe(person);
        expect(seen.name.normalize("NFKC").toLowerCase()).not.toBe("ada");
        expect(seen.name).toMatch(/^[\p{L}\p{N} ]+$/u);
        peer.close();
        await observer.until(() => shownTo(observer, client) === null);
      }
    }
    expect(shownTo(observer, ada)).toEqual(shown);
  });

  test("cannot touch the caret of somebody else", async () => {
    const { document, writer, observer } = await sceneOf();
    const link = await document.link(role);
    const ada = writer.doc.clientID;
    const shown = shownTo(observer, ada);
    const forged = { user: { name: "Ada" }, cursor: { at: 9 } };
    for (const state of [forged, null]) {
      for (const clock of [0, 1, Date.now() - 1, Date.now() + 60_000, 2 ** 51]) {
        for (const hasAnswered of [true, false]) {
          const peer = await intrude(document, link, hasAnswered);
          peer.send(awarenessOf(ada, state, clock));
          peer.send({ kind: "sync-step-2", update: Uint8Array.of(0, 0) });
          peer.sendRaw(noFrame);
          const { code } = await peer.closed;
          expect([4400, 4403]).toContain(code);
          // The same beside what one may show.
          const other = await intrude(document, link, true);
          other.send(awarenessOf(7, {}));
          other.send(awarenessOf(ada, state, clock));
          other.sendRaw(noFrame);
          await other.closed;
          expect(shownTo(observer, ada)).toEqual(shown);
        }
      }
    }
    expect(await shownAnew(document, ada)).toEqual(shown);
    // Nobody was even asked whether they are there: one question is that on joining.
    expect(writer.heard("sync-step-1").length).toBe(1);
  });
});

describe("the keys of one document", () => {
  test("do nothing at another, neither do a pass, an id of a link or of a person", async () => {
    const [one, other] = [await OwnedDocument.create("one"), await OwnedDocument.create("other")];
    const password = "the same for both";
    const [link, guarded] = [await one.link("edit"), await one.link("edit", { password })];
    const there = await other.link("edit", { password });
    const [, pass] = (await one.unlocked(guarded, password)).split(".");
    await enter(one, { device: newDevice() });
    const [person] = [...(await one.personIds()).values()];
    const before = await other.picture();
    for (const key of [one.ownerKey, link.key, guarded.key, `${guarded.key}.${pass}`, `${there.key}.${pass}`]) {
      for (const [method, below, body] of [
        ["GET", "/text"],
        ["PATCH", "", { title: "x", access: "none" }],
        ["DELETE", ""],
        ["POST", "/links", { role: "edit" }],
        ["GET", "/links"],
      ] as const) {
        expect((await other.ask(method, below, { key }, body)).status).toBe(401);
      }
      const peer = await RawPeer.open(other.id, { protocol: subprotocol, key });
      peer.send({ kind: "update", update: bytesOf(piecesOfInsertion(1, "x")) });
      expect(await peer.closed).toMatchObject({ code: 4401 });
      expect(peer.messages).toEqual([]);
    }
    expect((await other.ask("POST", "/unlock", guarded, { password })).status).toBe(401);
    expect((await other.ask("DELETE", `/links/${link.id}`, other.owner)).status).toBe(404);
    expect((await other.ask("PUT", `/people/${person}`, other.owner)).status).toBe(404);
    expect(await other.picture()).toBe(before);
    expect((await one.ask("GET", "", link)).status).toBe(200);
  });
});

describe("what is secret", () => {
  test("is nowhere: not in what is stored, answered, logged, or sent to who may look", async () => {
    const log: string[] = [];
    for (const method of ["log", "info", "warn", "error", "debug", "trace"] as const) {
      vi.spyOn(console, method).mockImplementation((...parts: unknown[]) => log.push(parts.map(String).join(" ")));
    }
    const { document, observer } = await sceneOf();
    const devices = [newDevice(), newDevice(), newDevice()] as const;
    const password = "correct horse battery staple";
    const [view, edit, guarded] = [
      await document.link("view"),
      await document.link("edit", { label: "For the team" }),
      await document.link("edit", { password }),
    ];
    const unlocked = await document.unlocked(guarded, password);
    const viewer = await enter(document, { ...view, device: devices[0] });
    const editor = await enter(document, { ...edit, device: devices[1] });
    const owner = await enter(document, { ...document.owner, device: devices[2] });
    const late = await enter(document, { key: unlocked });
    for (const client of [viewer, editor, owner, late]) {
      client.send(awarenessOf(client.doc.clientID, { user: { name: `Somebody ${client.doc.clientID}` } }));
    }
    editor.text.insert(0, "what was typed ");
    late.text.insert(0, "and this ");
    await viewer.until(() => viewer.text.toString().includes("typed") && viewer.text.toString().includes("this"));
    await document.command("PATCH", "", { title: "A title", access: "view" });
    const sockets = await attachmentsOf(document);
    const removed = (await document.personIds()).get(`Somebody ${editor.doc.clientID}`);
    await document.command("DELETE", `/people/${removed}`);
    await document.command("DELETE", `/links/${guarded.id}`);
    await document.command("DELETE");
    await document.command("POST", "/restore");
    const answers: string[] = [];
    const urls = ["", "/text", "/counters", "/links", "/people"].map((below) => document.path + below);
    for (const url of [...urls, "/api/health", `/sync/${document.id}`]) {
      // Who asks with the owner's key is told much, but no key.
      for (const key of [view.key, edit.key, unlocked, document.ownerKey, "junk"]) {
        const headers = { authorization: `Bearer ${key}`, "samepage-device": devices[0] };
        for (const address of [url, `${url}?key=${key}`]) {
          answers.push(await written(await exports.default.fetch(`http://localhost${address}`, { headers })));
        }
      }
    }
    const stored = await rowsOf(document);
    // Something fails, which is logged.
    await runInDurableObject(document.stub, (_object, state) => {
      state.storage.sql.exec("ALTER TABLE meta RENAME TO other");
    });
    for (const key of [edit.key, document.ownerKey]) {
      const init = { method: "PATCH", body: '{"title":"x"}', headers: { authorization: `Bearer ${key}` } };
      const failed = await exports.default.fetch(`http://localhost${document.path}?key=${key}`, init);
      answers.push(await written(failed));
    }
    const places = {
      stored,
      sockets,
      answers: answers.join("\n"),
      log: log.join("\n"),
      viewer: viewer.messages.map(latin1).join("\n"),
      observer: observer.messages.map(latin1).join("\n"),
    };
    // What is there is found, so that what is not found is not there.
    expect(places.stored).toContain(hexOf(await hashOfKey(edit.key)));
    expect(places.stored).toContain("For the team");
    expect(places.sockets).toContain(view.id);
    expect(places.answers).toContain("A title");
    expect(places.viewer).toContain("what was typed");
    expect(places.log).not.toBe("");
    const [, pass = ""] = unlocked.split(".");
    const [ofViewer, ofEditor, ofOwner] = devices;
    const keys = { owner: document.ownerKey, edit: edit.key, guarded: guarded.key, pass, password };
    const secrets = { ...keys, ofViewer, ofEditor, ofOwner };
    for (const [place, content] of Object.entries(places)) {
      for (const [name, secret] of Object.entries(secrets)) {
        for (const form of formsOf(secret)) expect([place, name, content.includes(form)]).toEqual([place, name, false]);
      }
    }
  });

  test("does not reach the object that is the document", async () => {
    const [key, device] = [newDevice(), newDevice()];
    const offers = [`samepage.1, key.${key}, device.${device}`, `key.${key},samepage.1`, `x,device.${device}`];
    for (const offer of offers) {
      const headers = {
        ...{ upgrade: "websocket", "sec-websocket-protocol": offer, authorization: `Bearer ${key}` },
        ...{ "samepage-device": device, cookie: key, referer: `http://localhost/d/x#${key}` },
      };
      const request = new Request(`http://localhost/sync/x?key=${key}`, { headers });
      const [proof, subjects] = [await proofOf(request, null), await subjectsOf(request, null)];
      const passedOn = withClient(request, { proof, subjects });
      const seen = [passedOn.url, ...[...passedOn.headers].flat()].join("\n");
      for (const secret of [key, device]) expect(seen).not.toContain(secret);
    }
  });
});

describe("a key that is revoked", () => {
  test("while a frame is on its way opens nothing for that frame", async () => {
    const document = await OwnedDocument.create(text);
    const link = await document.link("edit");
    const proof = await proofOfOwner(document);
    const fox = await enter(document, link);
    await runInDurableObject(document.stub, async (object, state) => {
      const [server] = state.getWebSockets();
      if (server === undefined) throw new Error("nobody is connected");
      const frame = (word: string): ArrayBuffer =>
        encodeFrame({ kind: "update", update: bytesOf(piecesOfInsertion(word.length, word)) }).slice().buffer;
      const revoking = object.revokeLink(proof, link.id);
      object.webSocketMessage(server, frame("in time "));
      await revoking;
      // The peer has not heard of it yet, and has not answered.
      object.webSocketMessage(server, frame("late "));
      object.webSocketMessage(server, frame("even later "));
    });
    expect(await fox.closed).toEqual({ code: 4401, reason: "key revoked" });
    expect(await document.text()).toBe(`in time ${text}`);
  });

  test("while others come by it lets none of them stay, whoever was first", async () => {
    const document = await OwnedDocument.create(text);
    const owner = await proofOfOwner(document);
    for (let round = 0; round < 5; round += 1) {
      const link = await document.link("edit");
      const proof = { keyHash: await hashOfKey(link.key), pass: null, personHash: null };
      await runInDurableObject(document.stub, async (object, state) => {
        const join = (): Promise<Response> => object.fetch(upgradeOf(proof));
        const before = Array.from({ length: round }, join);
        const revoking = object.revokeLink(owner, link.id);
        const after = Array.from({ length: 3 }, join);
        await Promise.all([...before, revoking, ...after]);
        const open = state.getWebSockets().filter(({ readyState }) => readyState === WebSocket.OPEN);
        expect(open.filter((socket) => socket.deserializeAttachment() !== null)).toEqual([]);
      });
    }
  });
});

describe("a socket that never answers its close", () => {
  test("says nothing any more, even when the document was deleted and restored", async () => {
    const document = await OwnedDocument.create(text);
    const owner = await proofOfOwner(document);
    await enter(document, await document.link("edit"));
    await runInDurableObject(document.stub, async (object, state) => {
      const [closed] = state.getWebSockets();
      if (closed === undefined) throw new Error("nobody is connected");
      await object.delete(owner);
      await object.restore(owner);
      const awake = new DocumentObject(state, env);
      const closings: CloseEvent[] = [];
      for (const object of [awake]) {
        const answer = await object.fetch(upgradeOf(owner));
        answer.webSocket?.addEventListener("close", (event) => closings.push(event));
        answer.webSocket?.accept();
      }
      const update = bytesOf(piecesOfInsertion(5, "late "));
      for (const each of [object, awake]) {
        for (const message of [encodeFrame({ kind: "sync-step-2", update }), encodeFrame({ kind: "update", update })]) {
          each.webSocketMessage(closed, message.slice().buffer);
        }
        each.webSocketMessage(closed, encodeFrame(awarenessOf(5, { user: { name: "Ghost" } })).slice().buffer);
        each.webSocketMessage(closed, "not a frame");
        each.webSocketClose(closed);
        expect(await each.text(owner)).toEqual({ ok: true, value: text });
      }
      const newcomer = state.getWebSockets().find((socket) => socket !== closed);
      expect(newcomer?.readyState).toBe(WebSocket.OPEN);
      expect(newcomer?.deserializeAttachment()).not.toBeNull();
      expect(closings).toEqual([]);
    });
  });

  test("says nothing either where the document was erased", async () => {
    const document = await OwnedDocument.create(text);
    const owner = await proofOfOwner(document);
    await enter(document, {});
    await runInDurableObject(document.stub, async (object, state) => {
      const [closed] = state.getWebSockets();
      if (closed === undefined) throw new Error("nobody is connected");
      await object.delete(owner);
      const now = Date.now();
      vi.spyOn(Date, "now").mockReturnValue(now + 31 * 24 * 60 * 60 * 1_000);
      await object.alarm();
      object.webSocketMessage(closed, encodeFrame({ kind: "store" }).slice().buffer);
      object.webSocketMessage(closed, "not a frame");
      object.webSocketClose(closed);
      const names = "SELECT name FROM sqlite_master WHERE name NOT LIKE '\\_%' ESCAPE '\\'";
      expect(state.storage.sql.exec(names).toArray()).toEqual([]);
    });
  });
});

const uncounted: Subjects = { address: null, person: null, key: null };

/** A request for the WebSocket, as the worker passes it on. */
function upgradeOf(proof: Proof): Request {
  return withClient(new Request("http://localhost/sync"), { proof, subjects: uncounted });
}

/** What is kept with the sockets that are here. */
function attachmentsOf({ stub }: OwnedDocument): Promise<string> {
  return runInDurableObject(stub, (_object, state) =>
    JSON.stringify(state.getWebSockets().map((socket) => socket.deserializeAttachment())),
  );
}

/** Every row of every table, bytes as they are and as letters. */
function rowsOf({ stub }: OwnedDocument): Promise<string> {
  return runInDurableObject(stub, async (_object, state) => {
    const { sql } = state.storage;
    const tables = sql.exec("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_%' ESCAPE '\\'");
    const rows = [...tables].flatMap(({ name }) => sql.exec(`SELECT * FROM "${name}"`).toArray());
    expect(rows.length).toBeGreaterThan(5);
    const values = rows.flatMap((row) => Object.values(row)).concat(JSON.stringify([...(await state.storage.list())]));
    return values
      .map((value) => (value instanceof ArrayBuffer ? latin1(new Uint8Array(value)) : String(value)))
      .join("\n");
  });
}

/** Everything that `response` says. */
async function written(response: Response): Promise<string> {
  const headers = [...response.headers].flat().join("\n");
  return `${response.status}\n${headers}\n${await response.text()}`;
}

/** In what ways a secret could be written down. */
function formsOf(secret: string): readonly string[] {
  const bytes = new TextEncoder().encode(secret);
  const forms = [secret, btoa(latin1(bytes)).replaceAll("=", ""), hexFrom(bytes), latin1(bytes)];
  if (!/^[\w-]{22}$/.test(secret)) return forms;
  const meant = Uint8Array.from(atob(`${secret.replaceAll("-", "+").replaceAll("_", "/")}==`), (letter) =>
    letter.charCodeAt(0),
  );
  return [...forms, latin1(meant), hexFrom(meant), secret.replaceAll("-", "+").replaceAll("_", "/")];
}

function latin1(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
}

function hexFrom(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The bytes that `hex` says, as letters. */
function hexOf(hex: string): string {
  return latin1(Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16)));
}
