/** A worker whose script the page's policy lets be named, and nothing else under that name. Knows not what it does. */

/** What there is of Trusted Types where a browser has them. */
interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(): string }): { createScriptURL(input: string): unknown };
}

const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };

/** By the name of its policy; a second policy of the same name would be refused. */
const addresses = new Map<string, unknown>();

/** Begins the worker at `address`. `policy`: the one of the `trusted-types` of the page's policy that is for it. */
export function newWorker(policy: string, address: string): Worker {
  const trusted =
    addresses.get(policy) ??
    trustedTypes?.createPolicy(policy, { createScriptURL: () => address }).createScriptURL("") ??
    address;
  addresses.set(policy, trusted);
  return new Worker(trusted as string, { type: "module", name: policy });
}
