/** How much of each client's writing a peer has: a Yjs state vector, read totally. */

import { type ReadRefusal, type Result, readNumber, readWhole } from "../reading.ts";

export type StateVectorRefusal = ReadRefusal | "too-many-clients";

/** Reads a state vector of at most `mostClients`: the number of code units by client. Never throws. */
export function decodeStateVector(
  bytes: Uint8Array,
  mostClients: number,
): Result<ReadonlyMap<number, number>, StateVectorRefusal> {
  let hasTooMany = false;
  const read = readWhole(bytes, (decoder) => {
    const clocks = new Map<number, number>();
    const count = readNumber(decoder);
    hasTooMany = count > mostClients;
    for (let left = hasTooMany ? 0 : count; left > 0; left -= 1) clocks.set(readNumber(decoder), readNumber(decoder));
    return clocks;
  });
  return hasTooMany ? { ok: false, reason: "too-many-clients" } : read;
}
