/** Credentials as HTTP carries them. */

import type { Credentials } from "@samepage/protocol";

/** The headers that show `credentials`; none for what is null. */
export function credentialHeaders({ key, device }: Credentials): Record<string, string> {
  return {
    ...(key === null ? {} : { authorization: `Bearer ${key}` }),
    ...(device === null ? {} : { "samepage-device": device }),
  };
}
