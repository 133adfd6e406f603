/** Who is counted: the address, the person and the key of a request, each as a hash only. */

import { clientAddressOf } from "../client-address.ts";
import { credentialsOf } from "../credentials.ts";
import { sha256Hex } from "../encoding.ts";

type SubjectKind = "address" | "person" | "key";

/** What is used is counted under it: its kind, and the SHA-256 of the address, the device's secret or the key, in hex. */
export type Subject = `${SubjectKind}:${string}`;

/** Null where a request does not show it. */
export type Subjects = Readonly<Record<SubjectKind, Subject | null>>;

/** Who `request` is counted for. `clientAddressHeader` is the one that the proxy in front of one's own box sets. */
export async function subjectsOf(request: Request, clientAddressHeader: string | null): Promise<Subjects> {
  const { key, device } = credentialsOf(request);
  const address = clientAddressOf(request, clientAddressHeader);
  return {
    address: await subject("address", address),
    person: await subject("person", device),
    key: await subject("key", key),
  };
}

async function subject(kind: SubjectKind, value: string | null): Promise<Subject | null> {
  return value === null ? null : `${kind}:${await sha256Hex(value)}`;
}
