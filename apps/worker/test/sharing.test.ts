/** What an owner decides, over HTTP: links, passwords, people, the lock, the end of a document; and what it does at once. */

import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { exports } from "cloudflare:workers";
import { decodeAnnouncement, defaultLimits, type Standing, subprotocol } from "@samepage/protocol";
import { afterEach, describe, expect, test, vi } from "vitest";
import { hashOfKey } from "../src/proof.ts";
import { type Credential, type MadeLink, newDevice, OwnedDocument } from "./owned-document.ts";
import { awarenessOf, RawPeer } from "./raw-peer.ts";
import { StockClient } from "./stock-client.ts";

vi.setConfig({ testTimeout: 30_000 });

const dayMs = 24 * 60 * 60 * 1_000;
const hourMs = 60 * 60 * 1_000;

afterEach(() => vi.restoreAllMocks());

/** Lets it be `ms` later than it is. */
function passTime(ms: number): void {
  const now = Date.now() + ms;
  vi.spyOn(Date, "now").mockReturnValue(now);
}

function isoIn(ms: number): string {
  return new Date(Date.now() + ms).toISOString();
}

/** Somebody who has joined, and has answered. */
async function enter({ id }: OwnedDocument, credential: Credential = {}): Promise<StockClient> {
  const client = await StockClient.connect(id, subprotocol, credential);
  await client.until(() => client.heard("sync-step-2").length > 0);
  return client;
}

/** Why `response` refuses. */
async function refusalOf(response: Response): Promise<unknown> {
  const { reason } = await response.json<{ reason?: string }>();
  return [response.status, reason];
}

function alarmOf({ stub }: OwnedDocument): Promise<number | null> {
  return runInDurableObject(stub, (_object, state) => state.storage.getAlarm());
}

function standingsOf(client: RawPeer): Omit<Standing, "person">[] {
  return client.frames.flatMap((frame) => {
    const announcement = frame.kind === "announce" ? decodeAnnouncement(frame.json) : null;
    if (announcement?.kind !== "role") return [];
    const { role, mayWrite, isLocked } = announcement;
    return [{ role, mayWrite, isLocked }];
  });
}

const times = [
  "tomorrow",
  "2020-01-01T00:00:00Z",
  "2127-01-01T00:00:00Z",
  "2090-02-30T00:00:00Z",
  "2090-01-01T00:00:00",
  1,
];

describe("a link", () => {
  test("is made with a key that is told this once, and gives its role and no other", async () => {
    const document = await OwnedDocument.create("text");
    for (const role of ["edit", "comment", "view"] as const) {
      const expires = isoIn(hourMs);
      const response = await document.command("POST", "/links", { role, label: `For \u202e${role}`, expires });
      expect(response.status).toBe(201);
      const link = await response.json<Record<string, string>>();
      expect(link).toEqual({
        id: expect.stringMatching(/^[0-9a-f]{16}$/),
        key: expect.stringMatching(/^[\w-]{22}$/),
        url: `http://localhost/d/${document.id}#${link["key"]}`,
        role,
        label: `For ${role}`,
        created: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
        expires,
        revoked: null,
        hasPassword: false,
      });
      expect(response.headers.get("location")).toBe(`${document.path}/links/${link["id"]}`);
      expect(response.headers.get("cache-control")).toBe("no-store");
      expect(await (await document.ask("GET", "", { key: link["key"] ?? "" })).json()).toMatchObject({ role });
      const listed = await (await document.command("GET", "/links")).text();
      expect(listed).toContain(link["id"]);
      expect(listed).not.toContain(link["key"]);
    }
  });

  test("is not made of what is none, and nothing is", async () => {
    const document = await OwnedDocument.create();
    const role = "edit";
    const wrong: unknown[] = [
      ...["", "{", "[]", "null", '"edit"', {}, { role: "owner" }, { role: "none" }, { role: "Edit" }, { role: 1 }],
      ...[
        { role, label: 1 },
        { role, label: "x".repeat(81) },
        { role, key: "A".repeat(22) },
        { role, id: "x" },
      ],
      ...times.map((expires) => ({ role, expires })),
      ...["", "x".repeat(201), 1, {}].map((password) => ({ role, password })),
    ];
    for (const body of wrong) {
      const response = await document.ask("POST", "/links", document.owner, body);
      expect([body, response.status]).toEqual([body, 400]);
      expect(response.headers.get("content-type")).toContain("application/problem+json");
    }
    expect((await document.ask("POST", "/links", document.owner, "x".repeat(10_000))).status).toBe(413);
    expect(await (await document.command("GET", "/links")).json()).toEqual({ links: [] });
  });

  test("is revoked once, and who came by it is closed at once", async () => {
    const document = await OwnedDocument.create();
    const [link, other] = [await document.link("edit"), await document.link("edit")];
    const [fox, heron] = [await enter(document, link), await enter(document, other)];
    const revoke = (id: string) => document.ask("DELETE", `/links/${id}`, document.owner);
    expect((await revoke(link.id)).status).toBe(204);
    expect(await fox.closed).toEqual({ code: 4401, reason: "key revoked" });
    expect(heron.isClosed).toBe(false);
    expect((await revoke(link.id)).status).toBe(404);
    for (const id of ["x", "0".repeat(16), "%", other.key]) expect((await revoke(id)).status).toBe(404);
    const { links } = await (await document.command("GET", "/links")).json<{ links: { revoked: string | null }[] }>();
    expect(links.filter(({ revoked }) => revoked !== null).length).toBe(1);
    expect(await refusalOf(await document.ask("GET", "", link))).toEqual([401, "key revoked"]);
  });

  test("is not made while the document has as many as it may, until one of them opens nothing", async () => {
    const document = await OwnedDocument.create();
    const first = await document.link("view");
    await runInDurableObject(document.stub, (_object, state) => {
      for (let number = 1; number < defaultLimits.linksPerDocument; number += 1) {
        const hash = Uint32Array.from({ length: 8 }, () => number).buffer;
        state.storage.sql.exec("INSERT INTO link (hash, role, label, created) VALUES (?, 'view', '', 1)", hash);
      }
    });
    expect((await document.ask("POST", "/links", document.owner, { role: "view" })).status).toBe(409);
    await document.command("DELETE", `/links/${first.id}`);
    const { id } = await document.link("view");
    const { links } = await (await document.command("GET", "/links")).json<{ links: { id: string }[] }>();
    expect(links.length).toBe(defaultLimits.linksPerDocument);
    const ids = links.map((link) => link.id);
    expect([ids.includes(id), ids.includes(first.id)]).toEqual([true, false]);
    expect(await refusalOf(await document.ask("GET", "", first))).toEqual([401, "key not valid"]);
  });

  test("is never the owner's key, which is neither listed nor revoked", async () => {
    const document = await OwnedDocument.create();
    const id = (await hashOfKey(document.ownerKey)).slice(0, 16);
    expect((await document.ask("DELETE", `/links/${id}`, document.owner)).status).toBe(404);
    expect(await (await document.command("GET", "/links")).json()).toEqual({ links: [] });
  });

  test("closes by itself when it ends, and nobody else's does", async () => {
    for (const sleeps of [false, true]) {
      const document = await OwnedDocument.create();
      const expires = isoIn(hourMs);
      const [fox, heron] = [await enter(document, await document.link("edit", { expires })), await enter(document)];
      expect(await alarmOf(document)).toBe(Date.parse(expires));
      if (sleeps) await evictDurableObject(document.stub);
      passTime(hourMs + 1);
      await runDurableObjectAlarm(document.stub);
      expect(await fox.closed).toEqual({ code: 4401, reason: "key expired" });
      expect(heron.isClosed).toBe(false);
      vi.restoreAllMocks();
    }
  });

  test("closes when it ends even if others come and go before the alarm does", async () => {
    for (const sleeps of [false, true]) {
      const document = await OwnedDocument.create();
      const fox = await enter(document, await document.link("edit", { expires: isoIn(hourMs) }));
      passTime(hourMs + 1);
      if (sleeps) await evictDurableObject(document.stub);
      const heron = await enter(document);
      (await enter(document)).close();
      await runDurableObjectAlarm(document.stub);
      expect(await fox.closed).toEqual({ code: 4401, reason: "key expired" });
      expect(heron.isClosed).toBe(false);
      vi.restoreAllMocks();
    }
  });

  test("more than a document may have is not made, but for one that has ended, which is forgotten", async () => {
    const document = await OwnedDocument.create();
    const ended = await document.link("view");
    await document.command("DELETE", `/links/${ended.id}`);
    await runInDurableObject(document.stub, (_object, state) => {
      for (let number = 0; number < 499; number += 1) {
        const hash = crypto.getRandomValues(new Uint8Array(32));
        state.storage.sql.exec("INSERT INTO link (hash, role, label, created) VALUES (?, 'view', '', 1)", hash);
      }
    });
    const link = await document.link("view");
    expect(await refusalOf(await document.ask("GET", "", ended))).toEqual([401, "key not valid"]);
    const refused = await document.ask("POST", "/links", document.owner, { role: "view" });
    expect(refused.status).toBe(409);
    expect((await document.ask("GET", "", link)).status).toBe(200);
  });
});

describe("a key", () => {
  test("is taken from the header, from the address and from the subprotocol", async () => {
    const document = await OwnedDocument.create("text");
    await document.command("PATCH", "", { access: "none" });
    const { key } = await document.link("view");
    const address = `http://localhost${document.path}`;
    const answers = [
      await exports.default.fetch(`${address}?key=${key}`),
      ...(await Promise.all(
        [`Bearer ${key}`, `bearer  ${key}`].map((authorization) =>
          exports.default.fetch(address, { headers: { authorization } }),
        ),
      )),
    ];
    for (const answer of answers) expect(await answer.json()).toMatchObject({ role: "view" });
    const offers = [{ key }, { query: `?key=${key}` }, { headers: { authorization: `Bearer ${key}` } }];
    for (const offer of offers) {
      const client = await StockClient.connect(document.id, undefined, offer);
      await client.until(() => client.text.toString() === "text");
    }
  });

  test("that cannot be one is not overlooked, even where nobody needs one", async () => {
    const document = await OwnedDocument.create("text");
    const { key } = await document.link("edit");
    const address = `http://localhost${document.path}`;
    const wrong = [
      { authorization: "Bearer" },
      { authorization: "Bearer " },
      { authorization: `Basic ${btoa(`owner:${document.ownerKey}`)}` },
      { authorization: `Bearer ${key}, Bearer ${key}` },
      { authorization: `Bearer ${key} x` },
      { authorization: `Bearer ${key}A` },
      { authorization: `Bearer ${key.slice(0, 21)}` },
      { authorization: `Bearer ${key}.` },
      { authorization: "Bearer null" },
    ];
    for (const headers of wrong) {
      const response = await exports.default.fetch(address, { headers });
      expect([headers, response.status]).toEqual([headers, 401]);
      expect(response.headers.get("www-authenticate")).toBe("Bearer");
      expect(await response.json()).toMatchObject({ reason: "key not valid" });
    }
    for (const query of ["?key=junk", `?key=${key}x`]) {
      expect((await exports.default.fetch(address + query)).status).toBe(401);
      expect(await (await RawPeer.open(document.id, { query })).closed).toMatchObject({ code: 4401 });
    }
    for (const offered of ["", "junk", `${key}x`, `${key}, key.${document.ownerKey}`]) {
      const peer = await RawPeer.open(document.id, { protocol: subprotocol, key: offered });
      expect(await peer.closed).toEqual({ code: 4401, reason: "key not valid" });
    }
  });

  test("beside another one is not overlooked, wherever the two stand", async () => {
    const document = await OwnedDocument.create();
    const [view, edit] = [await document.link("view"), await document.link("edit")];
    const address = `http://localhost${document.path}`;
    const headers = { authorization: `Bearer ${view.key}` };
    for (const query of [`?key=${edit.key}`, `?key=${document.ownerKey}`, "?key=junk"]) {
      expect((await exports.default.fetch(address + query, { headers })).status).toBe(401);
      const peer = await RawPeer.open(document.id, { key: view.key, query });
      expect(await peer.closed).toEqual({ code: 4401, reason: "key not valid" });
    }
    expect((await exports.default.fetch(`${address}?key=${view.key}&key=${edit.key}`)).status).toBe(401);
    expect((await exports.default.fetch(`${address}?key=${view.key}`, { headers })).status).toBe(200);
  });

  test("is never answered with: only the protocol is", async () => {
    const document = await OwnedDocument.create();
    const { key } = await document.link("view");
    for (const [offer, answer] of [
      [`samepage.1, key.${key}, device.${newDevice()}`, "samepage.1"],
      [`key.${key}, samepage.1`, "samepage.1"],
      [`key.${key}`, null],
      ["key.junk, samepage.1", "samepage.1"],
    ]) {
      const headers = { upgrade: "websocket", "sec-websocket-protocol": offer ?? "" };
      const response = await exports.default.fetch(`http://localhost/sync/${document.id}`, { headers });
      expect(response.headers.get("sec-websocket-protocol")).toBe(answer);
      response.webSocket?.accept();
      response.webSocket?.close();
    }
  });
});

describe("a password", () => {
  const password = "Gr\u00fc\u00dfe \ud83e\udd8a";

  async function guarded(): Promise<{ document: OwnedDocument; link: MadeLink }> {
    const document = await OwnedDocument.create("text");
    return { document, link: await document.link("view", { password }) };
  }

  function unlock(document: OwnedDocument, credential: Credential, guess: unknown): Promise<Response> {
    return document.ask("POST", "/unlock", credential, { password: guess });
  }

  test("opens its link, however its letters were composed", async () => {
    const { document, link } = await guarded();
    expect(await refusalOf(await document.ask("GET", "/text", link))).toEqual([401, "password needed"]);
    const peer = await RawPeer.open(document.id, link);
    expect(await peer.closed).toEqual({ code: 4401, reason: "password needed" });
    for (const form of ["NFC", "NFD"]) {
      const response = await unlock(document, link, password.normalize(form));
      expect(response.status).toBe(200);
      const { key } = await response.json<{ key: string }>();
      expect(key).toMatch(new RegExp(`^${link.key}\\.[\\w-]{22}$`));
      expect(await (await document.ask("GET", "", { key })).json()).toMatchObject({ role: "view" });
      const client = await enter(document, { key });
      expect(client.text.toString()).toBe("text");
    }
    expect(await (await document.command("GET", "/links")).json()).toMatchObject({ links: [{ hasPassword: true }] });
  });

  test("that is another one opens nothing, and neither does the pass of another link", async () => {
    const { document, link } = await guarded();
    for (const guess of ["Gr\u00fc\u00dfe", password.toUpperCase(), `${password} `, "\u0000"]) {
      expect(await refusalOf(await unlock(document, link, guess))).toEqual([403, "wrong password"]);
    }
    const other = await document.link("edit", { password });
    const [, pass] = (await document.unlocked(other, password)).split(".");
    for (const wrong of [`${link.key}.${pass}`, `${link.key}.${"A".repeat(22)}`]) {
      expect(await refusalOf(await document.ask("GET", "", { key: wrong }))).toEqual([401, "password needed"]);
    }
  });

  test("may be tried ten times in ten minutes, even at once, and not even the right one after that", async () => {
    const { document, link } = await guarded();
    const answers = await Promise.all(Array.from({ length: 14 }, () => unlock(document, link, "wrong")));
    expect(answers.map(({ status }) => status).sort()).toEqual([...Array(10).fill(403), ...Array(4).fill(429)]);
    const refused = await unlock(document, link, password);
    expect(refused.status).toBe(429);
    const wait = Number(refused.headers.get("retry-after"));
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(600);
    await evictDurableObject(document.stub);
    expect((await unlock(document, link, password)).status).toBe(429);
    // Other links have their own count.
    expect((await unlock(document, await document.link("view", { password }), password)).status).toBe(200);
    passTime(wait * 1_000 + 1);
    expect((await unlock(document, link, password)).status).toBe(200);
  });

  test("given as it is starts the count anew", async () => {
    const { document, link } = await guarded();
    for (let round = 0; round < 2; round += 1) {
      for (let tries = 0; tries < 9; tries += 1) expect((await unlock(document, link, "wrong")).status).toBe(403);
      expect((await unlock(document, link, password)).status).toBe(200);
    }
  });

  test("is asked for by nothing but a link that has one and still opens something", async () => {
    const { document, link } = await guarded();
    expect(await refusalOf(await unlock(document, {}, password))).toEqual([409, "no password"]);
    expect(await refusalOf(await unlock(document, await document.link("edit"), password))).toEqual([
      409,
      "no password",
    ]);
    expect(await refusalOf(await unlock(document, document.owner, password))).toEqual([409, "no password"]);
    expect(await refusalOf(await unlock(document, { key: "junk" }, password))).toEqual([401, "key not valid"]);
    await document.command("DELETE", `/links/${link.id}`);
    expect(await refusalOf(await unlock(document, link, password))).toEqual([401, "key revoked"]);
    await document.command("PATCH", "", { access: "none" });
    expect(await refusalOf(await unlock(document, {}, password))).toEqual([403, "no key"]);
  });

  test("is a text of a length that somebody would type", async () => {
    const { document, link } = await guarded();
    for (const wrong of [1, null, "", "x".repeat(201), {}, undefined]) {
      expect((await unlock(document, link, wrong)).status).toBe(400);
    }
    for (const body of ["", "[]", "null", "{"]) {
      expect((await document.ask("POST", "/unlock", link, body)).status).toBe(400);
    }
    const longest = "\u00fc".repeat(200);
    expect(await document.unlocked(await document.link("view", { password: longest }), longest)).toMatch(/\./);
  });
});

describe("the people", () => {
  test("who are here are told to the owner, each once, with what they show and how they came", async () => {
    const document = await OwnedDocument.create();
    const link = await document.link("comment");
    const device = newDevice();
    const fox = await enter(document, { device });
    await enter(document, { device });
    await enter(document, link);
    fox.send(awarenessOf(fox.doc.clientID, { user: { name: "Fox", hue: 3 } }));
    const heron = await enter(document);
    await heron.until(() => heron.heard("awareness").length > 0);
    const { people, removed } = await (await document.command("GET", "/people")).json<Record<string, object[]>>();
    const nobody = { id: expect.any(String), name: null, hue: null };
    expect(people).toEqual([
      { id: expect.stringMatching(/^[\w-]{16}$/), name: "Fox", hue: 3, role: "edit", linkId: null },
      { ...nobody, role: "comment", linkId: link.id },
      { ...nobody, role: "edit", linkId: null },
    ]);
    expect(removed).toEqual([]);
  });

  test("whom the owner removes are closed in all their tabs and kept out by every way, until let back", async () => {
    const document = await OwnedDocument.create("text");
    const link = await document.link("edit");
    const device = newDevice();
    const [fox, tab, heron] = [
      await enter(document, { device }),
      await enter(document, { ...link, device }),
      await enter(document, link),
    ];
    fox.send(awarenessOf(fox.doc.clientID, { user: { name: "Fox" } }));
    await heron.until(() => heron.heard("awareness").length > 0);
    const person = (await document.personIds()).get("Fox") ?? "";
    expect((await document.ask("DELETE", `/people/${person}`, document.owner)).status).toBe(204);
    for (const gone of [fox, tab]) expect(await gone.closed).toEqual({ code: 4403, reason: "removed" });
    expect(heron.isClosed).toBe(false);
    for (const way of [{ device }, { ...link, device }]) {
      expect(await refusalOf(await document.ask("GET", "/text", way))).toEqual([403, "removed"]);
      expect(await (await RawPeer.open(document.id, way)).closed).toEqual({ code: 4403, reason: "removed" });
    }
    expect((await document.ask("GET", "", { key: document.ownerKey, device })).status).toBe(200);
    await evictDurableObject(document.stub);
    expect(await refusalOf(await document.ask("GET", "", { device }))).toEqual([403, "removed"]);
    const { removed } = await (await document.command("GET", "/people")).json<{ removed: object[] }>();
    expect(removed).toEqual([{ id: person, name: "Fox", removed: expect.stringMatching(/Z$/) }]);
    expect((await document.ask("PUT", `/people/${person}`, document.owner)).status).toBe(204);
    expect((await document.ask("PUT", `/people/${person}`, document.owner)).status).toBe(404);
    expect((await enter(document, { device })).text.toString()).toBe("text");
  });

  test("do not lose their owner, and are nobody whose id is none", async () => {
    const document = await OwnedDocument.create();
    await enter(document, { ...document.owner, device: newDevice() });
    const [owner] = [...(await document.personIds()).values()];
    expect((await document.ask("DELETE", `/people/${owner}`, document.owner)).status).toBe(409);
    for (const id of ["x", "A".repeat(17), "%00"]) {
      expect((await document.ask("DELETE", `/people/${id}`, document.owner)).status).toBe(404);
      expect((await document.ask("PUT", `/people/${id}`, document.owner)).status).toBe(404);
    }
  });

  test("have another id in every document, and the same in one", async () => {
    const device = newDevice();
    const idIn = async (document: OwnedDocument): Promise<unknown> => {
      const client = await enter(document, { device });
      const frame = client.frames.find((each) => each.kind === "announce" && each.json.includes('"role"'));
      return frame?.kind === "announce" && JSON.parse(frame.json).person;
    };
    const [one, other] = [await OwnedDocument.create(), await OwnedDocument.create()];
    const first = await idIn(one);
    expect(first).toMatch(/^[\w-]{16}$/);
    expect(await idIn(one)).toBe(first);
    expect(await idIn(other)).not.toBe(first);
  });
});

describe("the rules", () => {
  test("are told with the document, and changed alone or with title and language", async () => {
    const document = await OwnedDocument.create("text");
    expect(await (await document.command("GET")).json()).toEqual({
      ...{ id: document.id, title: "", language: "plain", lineEnds: "lf", length: 4, version: 1, role: "owner" },
      ...{ created: expect.any(String), updated: expect.any(String) },
      ...{ access: "edit", locked: false, embed: false, expires: null },
    });
    const expires = isoIn(dayMs);
    const change = { title: "T", access: "view", locked: true, embed: true, expires };
    expect(await (await document.command("PATCH", "", change)).json()).toMatchObject(change);
    await evictDurableObject(document.stub);
    expect(await (await document.command("GET")).json()).toMatchObject(change);
    const back = { access: "edit", locked: false, embed: false, expires: null };
    expect(await (await document.command("PATCH", "", back)).json()).toMatchObject({ ...back, title: "T" });
  });

  test("take nothing that is none, and nothing of a change in which something is none", async () => {
    const document = await OwnedDocument.create();
    const before = await document.picture();
    const wrong: unknown[] = [
      ...["", "{", "[]", "null", {}, { access: "owner" }, { access: "Edit" }, { access: null }, { access: ["edit"] }],
      ...[{ locked: 1 }, { locked: "true" }, { embed: null }, { deleted: null }, { role: "owner" }, { isLocked: true }],
      ...times.map((expires) => ({ expires })),
      ...[
        { access: "view", locked: 1 },
        { title: "T", access: "owner" },
        { access: "none", title: "x".repeat(201) },
      ],
      '{"__proto__":{"locked":true}}',
    ];
    for (const body of wrong) {
      const response = await document.ask("PATCH", "", document.owner, body);
      expect([body, response.status]).toEqual([body, 400]);
    }
    expect(await document.picture()).toBe(before);
  });

  test("hold at once for who is here: what the bare address gives, and that it gives nothing", async () => {
    const document = await OwnedDocument.create();
    const [fox, owner] = [await enter(document), await enter(document, document.owner)];
    const byLink = await enter(document, await document.link("edit"));
    for (const access of ["view", "comment", "edit"] as const) {
      await document.command("PATCH", "", { access });
      const standing = { role: access, mayWrite: access === "edit", isLocked: false };
      await fox.until(() => standingsOf(fox).at(-1)?.role === access);
      expect(standingsOf(fox).at(-1)).toEqual(standing);
    }
    await document.command("PATCH", "", { access: "none" });
    expect(await fox.closed).toEqual({ code: 4403, reason: "no key" });
    for (const stayed of [owner, byLink]) {
      expect(stayed.isClosed).toBe(false);
      expect(standingsOf(stayed).length).toBe(1);
    }
  });

  test("lock the document in the middle of a word: what was taken is kept, who types on is asked to come back", async () => {
    const document = await OwnedDocument.create();
    const [fox, heron] = [await enter(document), await enter(document, document.owner)];
    for (const letter of "before") fox.text.insert(fox.text.length, letter);
    await heron.until(() => heron.text.toString() === "before");
    const locked = document.command("PATCH", "", { locked: true });
    for (const letter of " while") fox.text.insert(fox.text.length, letter);
    await locked;
    for (const client of [fox, heron]) {
      if (!client.isClosed)
        await Promise.race([client.until(() => standingsOf(client).at(-1)?.isLocked === true), client.closed]);
    }
    if (!fox.isClosed) fox.text.insert(fox.text.length, " after");
    expect(await fox.closed).toEqual({ code: 4501, reason: "may not write any more" });
    const kept = await document.text();
    expect("before while").toContain(kept);
    expect(kept).toContain("before");
    expect(heron.text.toString()).toBe(kept);
    await evictDurableObject(document.stub);
    expect(await document.text()).toBe(kept);
    const again = await enter(document);
    expect(standingsOf(again)).toEqual([{ role: "edit", mayWrite: false, isLocked: true }]);
    await document.command("PATCH", "", { locked: false });
    await again.until(() => standingsOf(again).at(-1)?.mayWrite === true);
    again.text.insert(0, "again ");
    await heron.until(() => heron.text.toString() === `again ${kept}`);
  });
});

describe("the end of a document", () => {
  const gone = [404, "no such document"];

  test("closes everybody, and the address is dead for all but its owner, who can restore it", async () => {
    const document = await OwnedDocument.create("text");
    const link = await document.link("edit");
    const [fox, owner] = [await enter(document, link), await enter(document, document.owner)];
    fox.text.insert(4, " and more");
    await owner.until(() => owner.text.toString() === "text and more");
    const { deleted, erased } = await (await document.command("DELETE")).json<Record<string, string>>();
    expect(Date.parse(erased ?? "") - Date.parse(deleted ?? "")).toBe(30 * dayMs);
    expect(await fox.closed).toEqual({ code: 4404, reason: "no such document" });
    expect(await owner.closed).toEqual({ code: 4404, reason: "deleted" });
    for (const who of [{}, link, { key: "junk" }]) {
      expect(await refusalOf(await document.ask("GET", "/text", who))).toEqual(gone);
      expect(await refusalOf(await document.ask("POST", "/restore", who))).toEqual(gone);
      expect(await refusalOf(await document.ask("POST", "/unlock", who, { password: "x" }))).toEqual(gone);
      expect(await (await RawPeer.open(document.id, who)).closed).toEqual({ code: 4404, reason: "no such document" });
    }
    for (const [method, below] of [
      ["GET", ""],
      ["DELETE", ""],
      ["PATCH", ""],
      ["GET", "/links"],
      ["GET", "/people"],
    ] as const) {
      const body = method === "PATCH" ? { title: "x" } : undefined;
      expect(await refusalOf(await document.ask(method, below, document.owner, body))).toEqual([404, "deleted"]);
    }
    expect(await document.stub.page()).toEqual({ isThere: false, isEmbeddable: false });
    await evictDurableObject(document.stub);
    const restored = await document.command("POST", "/restore");
    expect(await restored.json()).toMatchObject({ id: document.id, role: "owner", length: 13 });
    expect(await alarmOf(document)).toBeNull();
    expect((await enter(document, link)).text.toString()).toBe("text and more");
    expect(await document.stub.page()).toEqual({ isThere: true, isEmbeddable: false });
  });

  test("is for good after thirty days, and not before: then nothing of it is kept", async () => {
    const document = await OwnedDocument.create("text");
    await document.link("edit");
    await document.command("DELETE");
    const alarm = await alarmOf(document);
    expect(Math.abs((alarm ?? 0) - Date.now() - 30 * dayMs)).toBeLessThan(60_000);
    passTime(29 * dayMs);
    await runDurableObjectAlarm(document.stub);
    expect(await alarmOf(document)).toBe(alarm);
    expect((await document.command("POST", "/restore")).status).toBe(200);
    await document.command("DELETE");
    passTime(30 * dayMs + 1);
    await runDurableObjectAlarm(document.stub);
    const tables = await runInDurableObject(document.stub, (_object, state) =>
      state.storage.sql.exec("SELECT name FROM sqlite_master WHERE name NOT LIKE '\\_%' ESCAPE '\\'").toArray(),
    );
    expect(tables).toEqual([]);
    expect(await alarmOf(document)).toBeNull();
    for (const who of [{}, document.owner]) {
      expect(await refusalOf(await document.ask("GET", "", who))).toEqual(gone);
      expect(await refusalOf(await document.ask("POST", "/restore", who))).toEqual(gone);
      expect(await (await RawPeer.open(document.id, who)).closed).toMatchObject({ code: 4404 });
    }
  });

  test("comes by itself at the time that the owner set, for who asks and for who is here", async () => {
    for (const sleeps of [false, true]) {
      const document = await OwnedDocument.create("text");
      const [fox, owner] = [await enter(document), await enter(document, document.owner)];
      const expires = isoIn(hourMs);
      await document.command("PATCH", "", { expires });
      expect(await alarmOf(document)).toBe(Date.parse(expires));
      if (sleeps) await evictDurableObject(document.stub);
      passTime(hourMs + 1);
      // The alarm may be late.
      expect(await refusalOf(await document.ask("GET", "", {}))).toEqual(gone);
      await runDurableObjectAlarm(document.stub);
      expect(await fox.closed).toEqual({ code: 4404, reason: "no such document" });
      expect(await owner.closed).toEqual({ code: 4404, reason: "deleted" });
      expect(await (await document.command("POST", "/restore")).json()).toMatchObject({ expires: null });
      expect((await document.ask("GET", "", {})).status).toBe(200);
      vi.restoreAllMocks();
    }
  });

  test("that was set anew after a restoration comes as well", async () => {
    const document = await OwnedDocument.create("text");
    const [sooner, later] = [isoIn(hourMs), isoIn(2 * hourMs)];
    await document.command("PATCH", "", { expires: sooner });
    await document.command("DELETE");
    await document.command("POST", "/restore");
    const fox = await enter(document);
    await document.command("PATCH", "", { expires: later });
    expect(await alarmOf(document)).toBe(Date.parse(later));
    passTime(2 * hourMs + 1);
    await runDurableObjectAlarm(document.stub);
    expect(await fox.closed).toMatchObject({ code: 4404 });
  });

  test("that is restored while it goes on changes nothing", async () => {
    const document = await OwnedDocument.create("text");
    await document.command("PATCH", "", { expires: isoIn(dayMs) });
    const [fox, before] = [await enter(document), await document.picture()];
    await document.command("POST", "/restore");
    expect(await document.picture()).toBe(before);
    expect(fox.isClosed).toBe(false);
  });
});
