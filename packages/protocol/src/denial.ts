/** Why somebody is not let in or may not do something: one reason, as a close frame, an HTTP answer and the page say it. */

import { closeCodes } from "./close-codes.ts";

interface Denial {
  /** The close code of a WebSocket. */
  readonly code: number;
  /** The status of an HTTP answer. */
  readonly status: 401 | 403 | 404 | 429;
}

/** By reason, which is the text of the close frame and the `reason` of a problem document. */
export const denials = {
  "no such document": { code: closeCodes.noSuchDocument, status: 404 },
  /** Only its owner learns that it was deleted, and may be restored. */
  deleted: { code: closeCodes.noSuchDocument, status: 404 },
  /** The bare address gives nothing. */
  "no key": { code: closeCodes.notAllowed, status: 403 },
  "key not valid": { code: closeCodes.keyNotValid, status: 401 },
  "key revoked": { code: closeCodes.keyNotValid, status: 401 },
  "key expired": { code: closeCodes.keyNotValid, status: 401 },
  "password needed": { code: closeCodes.keyNotValid, status: 401 },
  "sign-in needed": { code: closeCodes.keyNotValid, status: 401 },
  /** The owner has removed this person. */
  removed: { code: closeCodes.notAllowed, status: 403 },
  "not allowed": { code: closeCodes.notAllowed, status: 403 },
  "foreign origin": { code: closeCodes.notAllowed, status: 403 },
  /** For a while only: the address or the device of whoever asks has opened too many sockets. */
  "too many connections": { code: closeCodes.tooFast, status: 429 },
} as const satisfies Record<string, Denial>;

export type DenialReason = keyof typeof denials;

/** The denial that a close frame with `code` and `reason` tells; null when it tells something else. */
export function denialOf(code: number, reason: string): DenialReason | null {
  return isDenialReason(reason) && denials[reason].code === code ? reason : null;
}

function isDenialReason(reason: string): reason is DenialReason {
  return Object.hasOwn(denials, reason);
}
