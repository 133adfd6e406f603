import {
  CompactSign,
  createLocalJWKSet,
  exportJWK,
  exportPKCS8,
  generateKeyPair,
  importPKCS8,
  type JWTVerifyGetKey,
  SignJWT,
  UnsecuredJWT,
} from "jose";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Environment } from "../../src/environment.ts";
import { type Identified, identify, identityOf } from "../../src/identity.ts";

const settings = { issuer: "https://team.cloudflareaccess.com", audience: "tag", isRequired: true };
const person = "7335d417-61da-459d-899c-0a01c76a2f94";
const refused: Identified = { ok: false, reason: "sign-in needed" };
const known: Identified = { ok: true, identity: `${settings.issuer} person ${person}` };

type Pair = Awaited<ReturnType<typeof generateKeyPair>>;

interface Claims {
  readonly issuer?: string;
  readonly audience?: string | string[];
  readonly subject?: string;
  readonly expires?: number | null;
  readonly more?: Record<string, unknown>;
}

const nowSeconds = Math.floor(Date.now() / 1_000);

function assertion(
  pair: Pair,
  algorithm: string,
  claims: Claims = {},
  keyId: string | null = algorithm,
): Promise<string> {
  const { issuer = settings.issuer, audience = ["other", settings.audience], subject = person, more = {} } = claims;
  const token = new SignJWT(more)
    .setProtectedHeader({ alg: algorithm, ...(keyId === null ? {} : { kid: keyId }) })
    .setIssuer(issuer)
    .setAudience(audience)
    .setSubject(subject);
  if (claims.expires !== null) token.setExpirationTime(claims.expires ?? nowSeconds + 60);
  return token.sign(pair.privateKey);
}

const rsa = await generateKeyPair("RS256", { extractable: true });
const elliptic = await generateKeyPair("ES256", { extractable: true });
const successor = await generateKeyPair("RS256", { extractable: true });
const stranger = await generateKeyPair("RS256", { extractable: true });
const keySet = {
  keys: [
    { ...(await exportJWK(rsa.publicKey)), kid: "RS256" },
    { ...(await exportJWK(elliptic.publicKey)), kid: "ES256" },
    { ...(await exportJWK(successor.publicKey)), kid: "next" },
  ],
};
const keys = createLocalJWKSet(keySet);

describe("an assertion of Cloudflare Access", () => {
  test("tells who somebody is, signed with either kind of key", async () => {
    expect(await identify(await assertion(rsa, "RS256"), settings, keys)).toEqual(known);
    expect(await identify(await assertion(elliptic, "ES256"), settings, keys)).toEqual(known);
  });

  test("tells a program with a service token from a person of the same name", async () => {
    const service = await assertion(rsa, "RS256", { subject: "", more: { common_name: person } });
    expect(await identify(service, settings, keys)).toEqual({
      ok: true,
      identity: `${settings.issuer} service ${person}`,
    });
  });

  test("of nobody in particular lets nobody in", async () => {
    expect(await identify(await assertion(rsa, "RS256", { subject: "" }), settings, keys)).toEqual(refused);
  });

  const wrong: readonly (readonly [what: string, make: () => Promise<string> | string])[] = [
    ["signed with a stranger's key", () => assertion(stranger, "RS256")],
    ["signed with a key that the team does not have", () => assertion(stranger, "RS256", {}, "unknown")],
    ["for another application", () => assertion(rsa, "RS256", { audience: "other" })],
    ["of another team", () => assertion(rsa, "RS256", { issuer: "https://evil.cloudflareaccess.com" })],
    ["that has expired", () => assertion(rsa, "RS256", { expires: nowSeconds - 1 })],
    ["that never expires", () => assertion(rsa, "RS256", { expires: null })],
    ["that nobody has signed", unsigned],
    ["signed with the public key as a secret", signedWithPublicKey],
    ["signed in another way than Access does", () => signedOtherwise()],
    ["that does not say which of the team's keys has signed it", () => assertion(rsa, "RS256", {}, null)],
    ["that asks for something that is not known here", withUnknownExtension],
    ["that holds a text in the place of claims", withoutClaims],
    ["changed after it was signed", async () => changed(await assertion(rsa, "RS256"))],
    ["that is empty", () => ""],
    ["that is none", () => "junk"],
  ];
  for (const [what, make] of wrong) {
    test(`${what} lets nobody in, whether one is required or not`, async () => {
      const token = await make();
      for (const isRequired of [true, false]) {
        expect(await identify(token, { ...settings, isRequired }, keys)).toEqual(refused);
      }
    });
  }

  test("that is missing lets in only where none is required", async () => {
    expect(await identify(null, settings, keys)).toEqual(refused);
    expect(await identify(null, { ...settings, isRequired: false }, keys)).toEqual({ ok: true, identity: null });
  });
});

function unsigned(): string {
  return new UnsecuredJWT({})
    .setIssuer(settings.issuer)
    .setAudience(settings.audience)
    .setSubject(person)
    .setExpirationTime(nowSeconds + 60)
    .encode();
}

async function signedWithPublicKey(): Promise<string> {
  const secret = new TextEncoder().encode(JSON.stringify(await exportJWK(rsa.publicKey)));
  return new SignJWT({})
    .setProtectedHeader({ alg: "HS256", kid: "RS256" })
    .setIssuer(settings.issuer)
    .setAudience(settings.audience)
    .setSubject(person)
    .setExpirationTime(nowSeconds + 60)
    .sign(secret);
}

/** By a key that is the team's, in a way that such a key may be used, but that Access does not use. */
async function signedOtherwise(): Promise<string> {
  const privateKey = await importPKCS8(await exportPKCS8(rsa.privateKey), "PS256");
  return assertion({ ...rsa, privateKey }, "PS256", {}, "RS256");
}

function withUnknownExtension(): Promise<string> {
  return new SignJWT({})
    .setProtectedHeader({ alg: "RS256", kid: "RS256", crit: ["unknown"], unknown: true })
    .setIssuer(settings.issuer)
    .setAudience(settings.audience)
    .setSubject(person)
    .setExpirationTime(nowSeconds + 60)
    .sign(rsa.privateKey, { crit: { unknown: true } });
}

function withoutClaims(): Promise<string> {
  return new CompactSign(new TextEncoder().encode('"text"'))
    .setProtectedHeader({ alg: "RS256", kid: "RS256" })
    .sign(rsa.privateKey);
}

function changed(token: string): string {
  const [header = "", , signature = ""] = token.split(".");
  const payload = { iss: settings.issuer, aud: settings.audience, sub: "somebody else", exp: nowSeconds + 60 };
  return [header, Buffer.from(JSON.stringify(payload)).toString("base64url"), signature].join(".");
}

describe("keys that cannot be had", () => {
  const log = vi.spyOn(console, "error");
  beforeEach(() => void log.mockReturnValue());
  afterEach(() => void log.mockReset());

  test("are no fault of who has signed in, and are told to whoever runs the server", async () => {
    const failing: JWTVerifyGetKey = () => Promise.reject(new TypeError("network"));
    const token = await assertion(rsa, "RS256");
    expect(await identify(token, settings, failing)).toEqual({ ok: false, reason: "sign-in cannot be checked" });
    expect(log).toHaveBeenCalledOnce();
  });
});

describe("the keys of a team", () => {
  const fetched = vi.spyOn(globalThis, "fetch");
  const log = vi.spyOn(console, "error");
  beforeEach(() => void log.mockReturnValue());
  afterEach(() => {
    fetched.mockReset();
    log.mockReset();
  });

  async function ask(team: string, headers: Record<string, string>): Promise<Identified> {
    const variables = { ACCESS_TEAM_DOMAIN: team, ACCESS_AUDIENCE: settings.audience, ACCESS_REQUIRED: "1" };
    // Only its variables are read.
    const environment = variables as unknown as Environment;
    return identityOf(new Request("http://samepage.example/api/usage", { headers }), environment);
  }

  async function assertionOf(team: string): Promise<Record<string, string>> {
    return { "cf-access-jwt-assertion": await assertion(rsa, "RS256", { issuer: `https://${team}` }) };
  }

  test("are asked for once, where that team has them", async () => {
    const team = "first.cloudflareaccess.com";
    fetched.mockImplementation(async () => Response.json(keySet));
    for (let time = 0; time < 3; time += 1) {
      expect(await ask(team, await assertionOf(team))).toMatchObject({ ok: true });
    }
    expect(fetched.mock.calls.map(([url]) => String(url))).toEqual([`https://${team}/cdn-cgi/access/certs`]);
  });

  test("are asked for again after they could not be had", async () => {
    const team = "second.cloudflareaccess.com";
    const unchecked: Identified = { ok: false, reason: "sign-in cannot be checked" };
    for (const answer of [
      () => Promise.reject(new TypeError("network")),
      async () => new Response("", { status: 500 }),
      async () => new Response("<html>"),
      async () => Response.json({ keys: "none" }),
    ]) {
      fetched.mockImplementation(answer);
      expect(await ask(team, await assertionOf(team))).toEqual(unchecked);
    }
    fetched.mockImplementation(async () => Response.json(keySet));
    expect(await ask(team, await assertionOf(team))).toMatchObject({ ok: true });
  });

  test("are not asked for by who brings nothing", async () => {
    expect(await ask("third.cloudflareaccess.com", {})).toEqual(refused);
    expect(fetched).not.toHaveBeenCalled();
  });
});
