/**
 * Whether a page of another site is behind a request. Nothing here rests on cookies, so that such a page could do no
 * more than anybody; but it could do it from its visitors' addresses, and spend what they may use.
 */

import { asksForWebSocket } from "./upgrade-request.ts";

const webOrigin = /^[a-z][a-z\d+.-]*:\/\/[^\s/?#@]+$/i;

/** Methods by which a page only asks. */
const askingMethods: readonly string[] = ["GET", "HEAD", "OPTIONS"];

/**
 * The origins that `ALLOWED_ORIGINS` lists, divided by spaces.
 * @throws RangeError, in words for whoever runs the server, when an entry is no origin
 */
export function allowedOriginsFrom({ ALLOWED_ORIGINS: value }: Readonly<Record<string, unknown>>): ReadonlySet<string> {
  if (value === undefined || value === null) return new Set();
  const entries = String(value)
    .split(/\s+/)
    .filter((entry) => entry !== "");
  const fault = entries.find((entry) => !webOrigin.test(entry));
  if (fault === undefined) return new Set(entries.map((entry) => entry.toLowerCase()));
  throw new RangeError(
    `ALLOWED_ORIGINS must list origins as https://example.org, with a scheme and no path, not ${JSON.stringify(fault)}`,
  );
}

/**
 * Whether `request` opens a socket or would change something (as its method says) for a page of another host that is
 * not `allowed`. Programs send no Origin. The scheme is not compared: a proxy in front may have taken TLS off.
 */
export function isForeign(request: Request, allowed: ReadonlySet<string>): boolean {
  if (!asksForWebSocket(request) && askingMethods.includes(request.method)) return false;
  return isFromElsewhere(request, allowed);
}

/**
 * Whether `request`, which would create something although it is a GET, is not a person's who goes there: a page of
 * another site that names the address as an image, a frame or a socket, or a browser that loads ahead what may be
 * wanted. Not every browser says of a socket, and none says over plain HTTP, for what a page asks; an Origin it sends.
 */
export function isUnasked(request: Request, allowed: ReadonlySet<string>): boolean {
  const { headers } = request;
  if (headers.get("sec-purpose")?.startsWith("prefetch") === true) return true;
  if (isFromElsewhere(request, allowed)) return true;
  return headers.get("sec-fetch-site") === "cross-site" && headers.get("sec-fetch-dest") !== "document";
}

function isFromElsewhere({ headers, url }: Request, allowed: ReadonlySet<string>): boolean {
  const origin = headers.get("origin");
  return origin !== null && hostOf(origin) !== new URL(url).host && !allowed.has(origin.toLowerCase());
}

/** Null for what has no host: `null` is the origin of a frame that is shut in. */
function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}
