/** Why the server closes a WebSocket. 44xx is final: a client does not come back by itself; 45xx asks it to. */

export const closeCodes = {
  malformed: 4400,
  keyNotValid: 4401,
  notAllowed: 4403,
  noSuchDocument: 4404,
  tooSlow: 4408,
  newerProtocolNeeded: 4409,
  /** The document was deleted and made anew: what the client holds is of its former life. A client says so itself. */
  reset: 4410,
  tooLarge: 4413,
  tooFast: 4429,
  serverFault: 4500,
  /** Too many sockets, or one that is too slow and would not come back after 4408. */
  busy: 4503,
} as const;

/** Whether a client should stop trying. Too slow is the exception: such a client has done nothing wrong and may return. */
export function isFinal(code: number): boolean {
  return code >= 4400 && code < 4500 && code !== closeCodes.tooSlow;
}
