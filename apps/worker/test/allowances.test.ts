import { runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { closeCodes } from "@samepage/protocol";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { app } from "../src/app.ts";
import { chargeFlood } from "../src/metering/count-use.ts";
import { subjectsOf } from "../src/metering/subjects.ts";

const hourMs = 3_600_000;

/** A time at which windows of an hour and of a minute have just begun, so that none ends while a test runs. */
const begin = (Math.floor(Date.now() / hourMs) + 1) * hourMs;

beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"], now: begin }));
afterEach(() => void vi.useRealTimers());

const addressHeader = "x-client-address";
const own = { CLIENT_ADDRESS_HEADER: addressHeader, CREATES_PER_HOUR: "2", CONNECTS_PER_MINUTE: "3" };
const few = { ...own, REQUESTS_PER_MINUTE: "4", REFUSAL_DELAY_MS: "0" };

/** A client that nobody else is: an address, a device's secret, and the headers that show them. */
function newClient(): { readonly address: Record<string, string>; readonly device: Record<string, string> } {
  const [a = 0, b = 0, c = 0] = crypto.getRandomValues(new Uint8Array(3));
  const secret = crypto.randomUUID().replaceAll("-", "").slice(0, 22);
  return { address: { [addressHeader]: `10.${a}.${b}.${c}` }, device: { "samepage-device": secret } };
}

/** The page's file, which is built elsewhere. */
const ASSETS = { fetch: async () => new Response("<p>", { headers: { "content-type": "text/html" } }) };

async function call(path: string, init: RequestInit = {}, variables: Record<string, unknown> = few): Promise<Response> {
  return app.request(`http://localhost${path}`, { redirect: "manual", ...init }, { ...env, ASSETS, ...variables });
}

async function created(): Promise<string> {
  const response = await call("/api/documents", { method: "POST" }, {});
  return (await response.json<{ id: string }>()).id;
}

/** What the socket hears first: why it was closed, or null when it was sent a message. */
async function refusal(response: Response): Promise<{ code: number; reason: string } | null> {
  const { webSocket } = response;
  if (webSocket === null) throw new Error(`no WebSocket, but status ${response.status}`);
  const heard = new Promise<{ code: number; reason: string } | null>((resolve) => {
    webSocket.addEventListener("message", () => resolve(null));
    webSocket.addEventListener("close", ({ code, reason }) => resolve({ code, reason }));
  });
  webSocket.accept();
  const first = await heard;
  webSocket.close(1000);
  return first;
}

function connect(id: string, headers: Record<string, string>, variables = few): Promise<Response> {
  return call(`/sync/${id}`, { headers: { upgrade: "websocket", ...headers } }, variables);
}

const tooMany = { code: closeCodes.tooFast, reason: "too many connections" };

describe("documents that one client creates", () => {
  test("are limited by its address, in both ways to create one, and other addresses are not touched", async () => {
    const { address } = newClient();
    expect((await call("/api/documents", { method: "POST", headers: address })).status).toBe(201);
    expect((await call("/new", { headers: address })).status).toBe(303);
    for (const [path, method] of [
      ["/new", "GET"],
      ["/%6eew", "GET"],
      ["/api/documents", "POST"],
    ] as const) {
      const refused = await call(path, { method, headers: address });
      expect([path, refused.status, refused.headers.get("retry-after")]).toEqual([path, 429, "3600"]);
      // People are shown the page, which has words of its own.
      if (method === "GET") expect(refused.headers.get("content-type")).toBe("text/html");
      else
        expect(await refused.json()).toMatchObject({
          status: 429,
          reason: "too many documents",
          detail: expect.stringContaining("Please try again in 60 minutes."),
        });
    }
    expect((await call("/new", { headers: newClient().address })).status).toBe(303);
  });

  test("may be more when the hour is over", async () => {
    const { address } = newClient();
    for (const status of [303, 303, 429]) expect((await call("/new", { headers: address })).status).toBe(status);
    vi.setSystemTime(begin + hourMs - 1);
    const refused = await call("/new", { headers: address });
    expect([refused.status, refused.headers.get("retry-after")]).toEqual([429, "1"]);
    vi.setSystemTime(begin + hourMs);
    expect((await call("/new", { headers: address })).status).toBe(303);
  });

  test("are limited by its device, whatever its address is, and where none is known", async () => {
    const { device } = newClient();
    const statuses = [];
    for (const address of [newClient().address, {}, newClient().address, {}]) {
      statuses.push((await call("/new", { headers: { ...address, ...device } })).status);
    }
    expect(statuses).toEqual([303, 303, 429, 429]);
  });

  test("are not limited where nobody can tell one client from another, or 0 is set", async () => {
    const { address, device } = newClient();
    const headers = { ...address, ...device };
    for (let time = 0; time < 4; time += 1) {
      expect((await call("/new")).status).toBe(303);
      expect((await call("/new", { headers }, { ...few, CREATES_PER_HOUR: "0" })).status).toBe(303);
      expect((await call("/new", { headers: address }, { ...few, CLIENT_ADDRESS_HEADER: "" })).status).toBe(303);
    }
    expect(await usage(headers)).toMatchObject({ address: { creates: { used: 0 } }, person: { creates: { used: 0 } } });
  });

  test("are not spent by a page of another site that names the address as an image", async () => {
    const { address } = newClient();
    const foreign = { ...address, "sec-fetch-site": "cross-site", "sec-fetch-dest": "image" };
    const refused = await call("/new", { headers: foreign });
    expect(refused.status).toBe(403);
    expect(await refused.json()).toMatchObject({ reason: "foreign origin" });
    expect(await usage(address)).toMatchObject({ address: { creates: { used: 0 } } });
  });
});

describe("sockets that one client opens", () => {
  test("are limited by its address and by its device, and told so in a close code", async () => {
    const id = await created();
    for (const headers of [newClient().address, { "sec-websocket-protocol": `device.${"x".repeat(22)}` }]) {
      const heard = [];
      for (let time = 0; time < 5; time += 1) heard.push(await refusal(await connect(id, headers)));
      expect(heard).toEqual([null, null, null, tooMany, tooMany]);
    }
  });

  test("are fewer after a flood, which costs as much as 60 of them", async () => {
    const id = await created();
    const { address, device } = newClient();
    const variables = { ...few, CONNECTS_PER_MINUTE: "61" };
    const headers = { ...address, ...device };
    expect(await refusal(await connect(id, headers, variables))).toBeNull();
    const subjects = await subjectsOf(new Request("http://localhost", { headers }), addressHeader);
    await chargeFlood({ ...env, ...variables }, subjects);
    expect(await refusal(await connect(id, address, variables))).toEqual(tooMany);
    expect(await refusal(await connect(id, device, variables))).toEqual(tooMany);
    expect(await refusal(await connect(id, newClient().address, variables))).toBeNull();
  });
});

describe("a refusal", () => {
  test("is told late, so that who asks again at once asks seldom", async () => {
    const { address } = newClient();
    const late = { ...few, REFUSAL_DELAY_MS: "51" };
    const timers = vi.spyOn(globalThis, "setTimeout");
    const waits = (): number => timers.mock.calls.filter(([, ms]) => ms === 51).length;
    for (const status of [303, 303]) expect((await call("/new", { headers: address }, late)).status).toBe(status);
    expect(waits()).toBe(0);
    expect((await call("/new", { headers: address }, late)).status).toBe(429);
    expect(waits()).toBe(1);
    timers.mockRestore();
  });
});

describe("requests of one client", () => {
  test("are limited, whatever they ask for", async () => {
    const { address } = newClient();
    const id = await created();
    for (const path of [`/api/documents/${id}`, `/api/documents/${id}/text`, "/api/none", `/api/documents/${id}`]) {
      expect([path, (await call(path, { headers: address })).status]).not.toEqual([path, 429]);
    }
    const refused = await call(`/api/documents/${id}/text`, { headers: address });
    expect([refused.status, refused.headers.get("retry-after")]).toEqual([429, "60"]);
    expect(await refused.json()).toMatchObject({
      reason: "too many requests",
      detail: expect.stringContaining("Please try again in 60 seconds."),
    });
  });

  test("that are refused for its address are not counted for its person, nor for its key", async () => {
    const { address, device } = newClient();
    const key = { authorization: `Bearer ${crypto.randomUUID().replaceAll("-", "").slice(0, 22)}` };
    const all = { ...address, ...device, ...key };
    for (let time = 0; time < 7; time += 1) await call("/api/none", { headers: all });
    expect(await usage(device)).toMatchObject({ person: { requests: { used: 5 } } });
    // A key is counted in the background: this very request of it may not be yet.
    expect(await usage(key)).toMatchObject({
      key: { requests: { used: expect.toSatisfy((used) => [4, 5].includes(used)) } },
    });
  });

  test("go through when the object that counts fails, and that is told to whoever runs the server", async () => {
    const log = vi.spyOn(console, "error").mockReturnValue();
    const broken = { idFromName: (name: string) => env.METERS.idFromName(name), get: fails };
    const { address } = newClient();
    expect((await call("/new", { headers: address }, { ...few, METERS: broken })).status).toBe(303);
    expect(log).toHaveBeenCalledOnce();
    log.mockRestore();
  });

  test("are refused by the platform's own limit first, where there is one", async () => {
    const asked: string[] = [];
    const limit = async ({ key }: { key: string }): Promise<{ success: boolean }> => {
      asked.push(key);
      return { success: key.startsWith("person:") };
    };
    const { address, device } = newClient();
    const variables = { ...few, RATE_LIMITER: { limit } };
    expect((await call("/api/none", { headers: device }, variables)).status).toBe(404);
    const refused = await call("/api/none", { headers: { ...address, ...device } }, variables);
    expect([refused.status, refused.headers.get("retry-after")]).toEqual([429, "60"]);
    expect(asked.map((key) => key.split(":")[0])).toEqual(["person", "address"]);
  });

  test("are refused without asking the object, once it has said until when", async () => {
    const { address } = newClient();
    const gets = vi.fn((id: DurableObjectId) => env.METERS.get(id));
    const METERS = { idFromName: (name: string) => env.METERS.idFromName(name), get: gets };
    for (let time = 0; time < 20; time += 1) await call("/api/none", { headers: address }, { ...few, METERS });
    expect(gets).toHaveBeenCalledTimes(5);
  });
});

function fails(): never {
  throw new Error("no object");
}

function usage(headers: Record<string, string>): Promise<Record<string, unknown>> {
  return call("/api/usage", { headers }, { ...few, REQUESTS_PER_MINUTE: "100" }).then((response) => response.json());
}

describe("GET /api/usage", () => {
  test("tells what the address, the person and the key have used, and when they have more", async () => {
    const { address, device } = newClient();
    const key = { authorization: `Bearer ${crypto.randomUUID().replaceAll("-", "").slice(0, 22)}` };
    const id = await created();
    await call("/new", { headers: { ...address, ...device } });
    await refusal(await connect(id, { ...address, ...device, ...key }));
    const minute = new Date(begin + 60_000).toISOString();
    const hour = new Date(begin + hourMs).toISOString();
    const limited = {
      creates: { used: 1, limit: 2, resets: hour },
      connects: { used: 1, limit: 3, resets: minute },
      requests: { used: 1, limit: 100, resets: minute },
    };
    const told = await usage({ ...address, ...device, ...key });
    expect(told).toMatchObject({ address: limited, person: limited });
    await vi.waitUntil(async () => {
      const { key: ofKey } = await usage(key);
      return JSON.stringify(ofKey).includes('"connects":{"used":1,"limit":0');
    });
  });

  test("tells nothing of who is not known", async () => {
    expect(await usage({})).toEqual({ address: null, person: null, key: null });
  });
});

test("no address, device's secret or key is stored as it is", async () => {
  const { address, device } = newClient();
  const key = crypto.randomUUID().replaceAll("-", "").slice(0, 22);
  await call("/api/none", { headers: { ...address, ...device, authorization: `Bearer ${key}` } });
  const secrets = [...Object.values(address), ...Object.values(device), key];
  const ids = Array.from({ length: 64 }, (_, number) => env.METERS.idFromName(`meter ${number}`));
  const rows = async (): Promise<string> => {
    const all = await Promise.all(
      ids.map((meter) =>
        runInDurableObject(env.METERS.get(meter), (_instance, { storage }) => {
          const isThere = storage.sql.exec("SELECT 1 FROM sqlite_master WHERE name = 'usage'").toArray().length > 0;
          return isThere ? storage.sql.exec("SELECT * FROM usage").toArray() : [];
        }),
      ),
    );
    return JSON.stringify(all);
  };
  const subjects = await subjectsOf(
    new Request("http://localhost", { headers: { ...address, ...device, authorization: `Bearer ${key}` } }),
    addressHeader,
  );
  const stored = await vi.waitUntil(
    async () => {
      const text = await rows();
      return Object.values(subjects).every((subject) => subject !== null && text.includes(subject)) && text;
    },
    { timeout: 10_000 },
  );
  for (const secret of secrets) expect(stored).not.toContain(secret);
}, 20_000);
