/** How much of each client's writing a peer has: a Yjs state vector, read totally. */

import { Reader, type ReadRefusal, type Result, readWhole } from "../reading.ts";

export type StateVectorRefusal = ReadRefusal | "too-many-clients";

/** Reads a state vector of at most `mostClients`: the number of code units by client. Never throws. */
export function decodeStateVector(
  bytes: Uint8Array,
  mostClients: number,
): Result<ReadonlyMap<number, number>, StateVectorRefusal> {
  const reader = new Reader<StateVectorRefusal>(bytes);
  return readWhole(reader, () => {
    const clocks = new Map<number, number>();
    const count = reader.number();
    if (count > mostClients) reader.refuse("too-many-clients");
    for (let left = count; left > 0; left -= 1) clocks.set(reader.number(), reader.number());
    return clocks;
  });
}
