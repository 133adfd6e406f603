/** Who somebody is, where Cloudflare Access says so: its assertion is checked here, and taken from nobody else. */

import { createRemoteJWKSet, errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from "jose";
import type { AccessSettings } from "./access-settings.ts";
import { deploymentOf, type Environment } from "./environment.ts";

/** `identity` names a person for ever, or is null where nobody has signed in and nobody must. */
export type Identified =
  | { readonly ok: true; readonly identity: string | null }
  | { readonly ok: false; readonly reason: IdentityFault };

/** Nobody has signed in, or what says so cannot be believed; or nobody can tell now, because Access does not answer. */
export type IdentityFault = "sign-in needed" | "sign-in cannot be checked";

const assertionHeader = "cf-access-jwt-assertion";

/** The keys of each team, asked for when they are first needed, and kept by `jose` for ten minutes. */
const keysByIssuer = new Map<string, JWTVerifyGetKey>();

/** Who `request` is from. The header means nothing where the deployment is not behind Access. */
export async function identityOf(request: Request, environment: Environment): Promise<Identified> {
  const { access } = deploymentOf(environment);
  return access === null
    ? { ok: true, identity: null }
    : identify(request.headers.get(assertionHeader), access, keysOf(access.issuer));
}

/** The same for one `assertion`, by the `keys` that its issuer has now. */
export async function identify(
  assertion: string | null,
  { issuer, audience, isRequired }: AccessSettings,
  keys: JWTVerifyGetKey,
): Promise<Identified> {
  if (assertion === null) return isRequired ? { ok: false, reason: "sign-in needed" } : { ok: true, identity: null };
  try {
    const { payload } = await jwtVerify(assertion, keys, {
      issuer,
      audience,
      algorithms: ["RS256", "ES256"],
      requiredClaims: ["exp"],
    });
    const subject = subjectOf(payload);
    return subject === null ? { ok: false, reason: "sign-in needed" } : { ok: true, identity: `${issuer} ${subject}` };
  } catch (error) {
    if (isOfAssertion(error)) return { ok: false, reason: "sign-in needed" };
    console.error(error);
    return { ok: false, reason: "sign-in cannot be checked" };
  }
}

function keysOf(issuer: string): JWTVerifyGetKey {
  const known = keysByIssuer.get(issuer);
  if (known !== undefined) return known;
  const keys = createRemoteJWKSet(new URL("/cdn-cgi/access/certs", issuer));
  keysByIssuer.set(issuer, keys);
  return keys;
}

/** A program that has a service token has no subject, but a name. */
function subjectOf({ sub, common_name: service }: JWTPayload): string | null {
  if (sub !== undefined && sub !== "") return `person ${sub}`;
  return typeof service === "string" && service !== "" ? `service ${service}` : null;
}

/** Whether the assertion is at fault; otherwise the keys could not be had, which says nothing about it. */
function isOfAssertion(error: unknown): boolean {
  return faultsOfAssertion.some((kind) => error instanceof kind);
}

const faultsOfAssertion = [
  errors.JWSInvalid,
  errors.JWTInvalid,
  errors.JWTExpired,
  errors.JWTClaimValidationFailed,
  errors.JWSSignatureVerificationFailed,
  errors.JOSEAlgNotAllowed,
  errors.JOSENotSupported,
  errors.JWKSNoMatchingKey,
  errors.JWKSMultipleMatchingKeys,
];
