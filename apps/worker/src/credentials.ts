/** What a request shows of who asks: a link's key, a device's secret. Whether they are worth anything is not known here. */

import { credentialsAmong, isDeviceSecret, isKey, keyOfLink, passOfKey } from "@samepage/protocol";
import { offeredProtocols } from "./upgrade-request.ts";

export interface ShownCredentials {
  /** What was brought as a key, without its pass, even if it cannot be one; null: nothing. */
  readonly key: string | null;
  /** What proves that the password of the key's link is known; null: nothing. */
  readonly pass: string | null;
  /** What could not be a device's secret is passed over: it proves no more than none does. */
  readonly device: string | null;
}

/** What `request` shows. Of two keys that differ neither is passed over: together they are none. */
export function credentialsOf(request: Request): ShownCredentials {
  const offered = credentialsAmong(offeredProtocols(request));
  const keys = new Set([...(offered.key === null ? [] : [offered.key]), ...keysOverHttp(request)]);
  const brought = keys.size === 0 ? null : [...keys].join(" ");
  const device = offered.device ?? request.headers.get("samepage-device") ?? "";
  return {
    ...(brought !== null && isKey(brought)
      ? { key: keyOfLink(brought), pass: passOfKey(brought) }
      : { key: brought, pass: null }),
    device: isDeviceSecret(device) ? device : null,
  };
}

function keysOverHttp(request: Request): readonly string[] {
  const authorization = request.headers.get("authorization");
  const inAddress = new URL(request.url).searchParams.getAll("key").filter((key) => key !== "");
  return [...(authorization === null ? [] : [authorization.replace(/^Bearer +/i, "")]), ...inAddress];
}
