/**
 * From which address a request comes, as far as somebody says so who can be believed: the platform, or the proxy in
 * front of one's own box. What a client says of itself is never believed.
 */

import ipaddr from "ipaddr.js";

/** What is looked at of a request: `cf` is what Cloudflare says of it. */
interface Origin {
  readonly headers: Headers;
  readonly cf?: object | undefined;
}

const headerName = /^[\w-]+$/;

/**
 * The header that `CLIENT_ADDRESS_HEADER` names, or null when it names none.
 * @throws RangeError, in words for whoever runs the server, when that is no name of a header
 */
export function clientAddressHeaderFrom({
  CLIENT_ADDRESS_HEADER: value,
}: Readonly<Record<string, unknown>>): string | null {
  if (value === undefined || value === null || value === "") return null;
  if (typeof value === "string" && headerName.test(value)) return value;
  throw new RangeError(
    `CLIENT_ADDRESS_HEADER must name a header that the proxy in front sets, not ${JSON.stringify(value)}`,
  );
}

/**
 * The address that `request` is counted under, or null when none is known: an IPv4 address, or the /64 of an IPv6
 * address, since that is what one customer is given. `proxyHeader` is believed only where the platform does not say.
 */
export function clientAddressOf(request: Origin, proxyHeader: string | null): string | null {
  if (isFromPlatform(request)) return countedAddress(request.headers.get("cf-connecting-ip") ?? "");
  if (proxyHeader === null) return null;
  // A proxy appends: what stands before the last item is what the client sent.
  const items = (request.headers.get(proxyHeader) ?? "").split(",").map((item) => item.trim());
  return countedAddress(items.findLast((item) => item !== "") ?? "");
}

/** Only Cloudflare says in which data centre a request arrived; it sets `CF-Connecting-IP` with that. */
function isFromPlatform({ cf }: Origin): boolean {
  return cf !== undefined && "colo" in cf && typeof cf.colo === "string";
}

const subnetGroups = 4;

function countedAddress(text: string): string | null {
  const address = withoutPort(text);
  if (ipaddr.IPv4.isValidFourPartDecimal(address)) return address;
  if (!ipaddr.IPv6.isValid(address)) return null;
  const parsed = ipaddr.IPv6.parse(address);
  if (parsed.isIPv4MappedAddress()) return parsed.toIPv4Address().toString();
  const groups = parsed.parts.slice(0, subnetGroups).map((group) => group.toString(16));
  return `${groups.join(":")}::/64`;
}

/** `a.b.c.d:port`, `[v6]:port` and `[v6]` as the address alone. */
function withoutPort(text: string): string {
  const [, address] = /^(\d+\.\d+\.\d+\.\d+):\d+$/.exec(text) ?? /^\[([^\]]+)\](?::\d+)?$/.exec(text) ?? [];
  return address ?? text;
}
