/** Why the server closes a WebSocket. 44xx is final: a client does not come back by itself; 45xx asks it to. */

export const closeCodes = {
  malformed: 4400,
  /** Who one is has to be shown first, or shown better. */
  keyNotValid: 4401,
  notAllowed: 4403,
  noSuchDocument: 4404,
  tooSlow: 4408,
  newerProtocolNeeded: 4409,
  /** The document was deleted and made anew: what the client holds is of its former life. A client says so itself. */
  reset: 4410,
  tooLarge: 4413,
  /** Too fast; before anything was said to the client: too often, which passes by itself. */
  tooFast: 4429,
  serverFault: 4500,
  /** The right to write ended while an edit was under way: a client comes back, and is told what it may. */
  mayNotWriteAnyMore: 4501,
  /** Too many sockets, or one that is too slow and would not come back after 4408. */
  busy: 4503,
} as const;

/** Whether a client should stop trying. Too slow is the exception: such a client has done nothing wrong and may return. */
export function isFinal(code: number): boolean {
  return code >= 4400 && code < 4500 && code !== closeCodes.tooSlow;
}
