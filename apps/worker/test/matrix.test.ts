/** Who may what, tried out: every frame and every route, for everybody who may come. */

import { env } from "cloudflare:workers";
import { type Action, allow, can, frameActions, openRoutes, type Rules, routeActions } from "@samepage/access";
import { closeCodes, denials, type Frame, subprotocol } from "@samepage/protocol";
import { beforeAll, describe, expect, expectTypeOf, test, vi } from "vitest";
import { app } from "../src/app.ts";
import { frameSamples, newClient } from "./frame-samples.ts";
import { type Newcomer, newcomers } from "./newcomers.ts";
import { type Credential, OwnedDocument, requestOf } from "./owned-document.ts";
import { awarenessOf, RawPeer } from "./raw-peer.ts";
import { type RouteSample, routeSamples } from "./route-samples.ts";

vi.setConfig({ testTimeout: 20_000, hookTimeout: 20_000 });

const defaultRules: Rules = { access: "edit", isLocked: false, isEmbeddable: false, expires: null, deleted: null };

/** The only bytes that are a frame of no kind: a socket that is closed for them was not closed before. */
const noFrame = Uint8Array.of(77);

interface Outcome {
  readonly code: number;
  readonly reason: string;
}

/** What the table says of a newcomer who wants to do `action`, where the owner's rules are `rules`. */
function admissionOf({ ticket, rules }: Newcomer, action: Action, change: Partial<Rules> = {}) {
  return allow({ ...defaultRules, ...rules, ...change }, ticket, action, Date.now());
}

/** A document in which somebody is, and to which a newcomer comes. */
interface Scene {
  readonly document: OwnedDocument;
  readonly credential: Credential;
  readonly observer: RawPeer;
}

async function sceneFor({ rules, arrive }: Newcomer): Promise<Scene> {
  const document = await OwnedDocument.create("the secret text");
  const credential = await arrive(document);
  await setRules(document, rules);
  const observer = await enter(document, document.owner);
  observer.send(awarenessOf(newClient(), { user: { name: "Observer" } }));
  return { document, credential, observer };
}

async function setRules(document: OwnedDocument, rules: Partial<Rules>): Promise<void> {
  const { access, isLocked, isEmbeddable } = { ...defaultRules, ...rules };
  await document.command("PATCH", "", { access, locked: isLocked, embed: isEmbeddable, expires: null });
}

/** Somebody who has joined, and has told that they have nothing to bring. */
async function enter({ id }: OwnedDocument, credential: Credential): Promise<RawPeer> {
  const peer = await RawPeer.open(id, { ...credential, protocol: subprotocol });
  await peer.until(() => peer.heard("sync-step-1").length > 0);
  peer.send({ kind: "sync-step-2", update: Uint8Array.of(0, 0) });
  return peer;
}

/** Resolves when what `sender` has sent was taken, or when it was closed for it. */
async function taken(sender: RawPeer, observer: RawPeer, client: number): Promise<void> {
  const name = `sign ${newClient()}.`;
  sender.send(awarenessOf(client, { user: { name } }));
  const isSeen = (message: Uint8Array): boolean => new TextDecoder().decode(message).includes(name);
  await Promise.race([observer.until(() => observer.messages.some(isSeen)), sender.closed]);
}

test("every frame has a row in the table, and every row is a frame's", () => {
  expectTypeOf<keyof typeof frameActions>().toEqualTypeOf<Frame["kind"]>();
  expect(Object.keys(frameSamples).sort()).toEqual(Object.keys(frameActions).sort());
});

describe("every route", () => {
  const rows = [...new Set([...Object.keys(routeActions).map((row) => row.replace(" (rules)", "")), ...openRoutes])];
  const routes = [...new Set(app.routes.map(({ method, path }) => `${method} ${path}`))];

  test("has a row in the table, and every row is a route", () => {
    const named = routes.filter((route) => !route.startsWith("ALL "));
    expect(named.sort()).toEqual(rows.sort());
  });

  test("that takes any method takes none that has no row", async () => {
    const { id } = await OwnedDocument.create();
    for (const path of new Set(app.routes.map((route) => route.path))) {
      const address = path.replace(":id", id).replace(/[:]\w+/, "x");
      for (const method of ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "GET"]) {
        const hasRow = rows.includes(`${method} ${path}`) || (method === "GET" && !path.startsWith("/api/"));
        if (hasRow) continue;
        const response = await app.request(`http://localhost${address}`, { method }, env);
        expect([method, path, response.status]).toEqual([method, path, expect.toSatisfy(isNoSuchMethod)]);
      }
    }
  });
});

function isNoSuchMethod(status: number): boolean {
  return status === 404 || status === 405;
}

describe.for(newcomers.map((newcomer) => [newcomer.name, newcomer] as const))("%s", ([, newcomer]) => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await sceneFor(newcomer);
  });

  const admission = admissionOf(newcomer, routeActions["GET /sync/:id"]);

  /** Sends `bytes` as the newcomer, who shows `client`, and says what became of the socket and whether `hadEffect` holds. */
  async function tryOut(
    bytes: Uint8Array | string,
    client: number,
    hadEffect: (sender: RawPeer) => Promise<boolean>,
  ): Promise<{ closing: Outcome; isEffective: boolean }> {
    const { document, credential, observer } = scene;
    if (!admission.ok) {
      const sender = await RawPeer.open(document.id, { ...credential, protocol: subprotocol });
      sender.sendRaw(bytes);
      const closing = await sender.closed;
      expect(sender.frames).toEqual([]);
      return { closing, isEffective: await hadEffect(sender) };
    }
    const sender = await enter(document, credential);
    sender.sendRaw(bytes);
    await taken(sender, observer, client);
    const isEffective = await hadEffect(sender);
    if (!sender.isClosed) sender.sendRaw(noFrame);
    return { closing: await sender.closed, isEffective };
  }

  /** What the table says of a frame that is written as it must be. */
  function expectedOf(action: Action | null, kind: Frame["kind"]): { closing: Outcome; isEffective: boolean } {
    const untilTheEnd = { code: closeCodes.malformed, reason: "unknown-kind" };
    if (!admission.ok) return { closing: closingFor(admission.reason), isEffective: false };
    if (action === null) {
      const closing = { code: closeCodes.malformed, reason: "a frame that only the server sends" };
      return { closing, isEffective: false };
    }
    if (can(admission.role, action, newcomer.rules.isLocked ?? false)) {
      return { closing: untilTheEnd, isEffective: true };
    }
    // Asking for what one cannot have is not heard.
    return { closing: kind === "store" ? untilTheEnd : closingFor("not allowed"), isEffective: false };
  }

  test.for(Object.entries(frameActions) as [Frame["kind"], Action | null][])("sends %s", async ([kind, action]) => {
    const { document, observer } = scene;
    const sample = frameSamples[kind]();
    const hadEffect = (sender: RawPeer): Promise<boolean> => sample.hadEffect({ document, sender, observer });
    let before = await document.picture();

    const expected = expectedOf(action, kind);
    expect(await tryOut(sample.canonical, sample.client, hadEffect)).toEqual(expected);
    if (!expected.isEffective) expect(await document.picture()).toBe(before);
    before = await document.picture();

    const malformed = (reason: string): object => ({
      closing: admission.ok
        ? { code: closeCodes.malformed, reason: expect.stringMatching(reason) }
        : closingFor(admission.reason),
      isEffective: false,
    });
    const none = async (): Promise<boolean> => false;
    for (const bytes of frameSamples[kind]().overlong) {
      expect(await tryOut(bytes, newClient(), none)).toEqual(malformed("^(not a state vector: )?overlong-number$"));
      expect(await document.picture()).toBe(before);
    }
    const text = String.fromCharCode(...frameSamples[kind]().canonical);
    expect(await tryOut(text, newClient(), none)).toEqual(malformed("^text frames mean nothing here$"));
    expect(await document.picture()).toBe(before);
  });

  test("opens a WebSocket without a protocol, and hears the text or why not", async () => {
    const { document, credential } = scene;
    const peer = await RawPeer.open(document.id, credential);
    if (!admission.ok) return expect(await peer.closed).toEqual(closingFor(admission.reason));
    peer.send({ kind: "sync-step-1", stateVector: Uint8Array.of(0) });
    await peer.until(() => peer.heard("sync-step-2").length > 0);
    peer.close();
  });

  test.for(samplesByRow)("asks for %s", async ([, row, sample]) => {
    const { document, credential } = scene;
    const below = await sample.below(document);
    const [method = ""] = row.split(" ");
    const before = await document.picture();
    const response = await document.ask(method, below, credential, sample.body);
    const wanted = expectedAnswer(newcomer, row, sample);
    if (wanted === null) {
      expect(response.status).toBeLessThan(300);
      expect(await sample.hadEffect(document, response)).toBe(true);
    } else {
      expect(response.status).toBe(denials[wanted].status);
      expect(await response.json()).toMatchObject({ reason: wanted });
      expect(await document.picture()).toBe(before);
    }
    if (row === "DELETE /api/documents/:id" && wanted === null) scene = await sceneFor(newcomer);
    else if (method === "PATCH") await reset(document, newcomer);
  });

  test("is answered by what is open to all as everybody is, and changes nothing", async () => {
    const { document, credential } = scene;
    const before = await document.picture();
    for (const row of openRoutes) {
      const [method = "", path = ""] = row.split(" ");
      if (path === "/api/documents/:id/unlock") continue;
      const ask = (who: Credential): Promise<Response> => {
        const address = `http://localhost${path.replace(":id", document.id)}`;
        return Promise.resolve(app.request(address, requestOf(method, who), { ...env, ASSETS: emptyPages }));
      };
      const [answer, usual] = [await ask(credential), await ask({})];
      expect([row, answer.status]).toEqual([row, usual.status]);
    }
    expect(await document.picture()).toBe(before);
  });
});

/** A site without files but for an empty page. */
const emptyPages: Fetcher = {
  fetch: async () => new Response("", { headers: { "content-type": "text/html" } }),
  connect: () => {
    throw new Error("there is no socket here");
  },
};

const samplesByRow = Object.entries(routeSamples).flatMap(([row, samples]) =>
  samples.map((sample): readonly [string, keyof typeof routeSamples, RouteSample] => {
    const body = sample.body === undefined ? "" : ` ${Object.entries(sample.body).map(String).join(" and ")}`;
    return [row + body, row as keyof typeof routeSamples, sample];
  }),
);

/** Why the table refuses what `sample` asks for; null: it does not. */
function expectedAnswer(newcomer: Newcomer, row: keyof typeof routeSamples, { body = {} }: RouteSample) {
  const admission = admissionOf(newcomer, routeActions[row]);
  if (!admission.ok) return admission.reason;
  const hasSettings = row.startsWith("PATCH") && ("title" in body || "language" in body || "lineEnds" in body);
  if (!hasSettings) return null;
  return can(admission.role, routeActions["PATCH /api/documents/:id"], isLockedThroughout(newcomer, body))
    ? null
    : "not allowed";
}

/** The owner may unlock and rename at once, and rename and lock. */
function isLockedThroughout({ rules }: Newcomer, body: Readonly<Record<string, unknown>>): boolean {
  return rules.isLocked === true && body["locked"] !== false;
}

/** Has settings and rules as they were. */
async function reset(document: OwnedDocument, { rules }: Newcomer): Promise<void> {
  await document.command("PATCH", "", { locked: false, title: "", language: "markdown", lineEnds: "lf" });
  await setRules(document, rules);
}

function closingFor(reason: keyof typeof denials): Outcome {
  return { code: denials[reason].code, reason };
}
