/** What becomes of the text on the screen and of this device's copy when the server ended the connection for good. */

import { type DenialReason, denialOf } from "@samepage/protocol";
import type { Ending } from "./connection.ts";

/** What decides it. */
export interface Circumstances {
  /** Whether the server had let one in since the page was opened. */
  readonly wasLetIn: boolean;
  /** Whether the server is known to have stored all that the copy holds. */
  readonly isAllStored: boolean;
  /** Whether one was shut out during an earlier visit. */
  readonly wasShutOut: boolean;
  /** Whether there is no text. */
  readonly isEmpty: boolean;
  /** Whether this device has a copy of all that is on the screen. */
  readonly hasCopy: boolean;
}

export interface Consequences {
  /** Whether the text may stand on the screen. */
  readonly isShown: boolean;
  readonly isCopyKept: boolean;
  /** Whether the copy is not to be shown on the next visit before the server lets one in. */
  readonly isShutOut: boolean;
}

/** The text is no longer this person's to read. What a password or a sign-in opens again is hidden, but kept. */
const shutting: Partial<Record<DenialReason, "clears" | "hides">> = {
  "no key": "clears",
  "key not valid": "clears",
  "key revoked": "clears",
  "key expired": "clears",
  removed: "clears",
  "not allowed": "clears",
  deleted: "clears",
  "no such document": "clears",
  "password needed": "hides",
  "sign-in needed": "hides",
};

/**
 * - Whoever is cut off while reading keeps what stands on the screen, to read, copy and download it. It is not shown
 *   again on the next visit.
 * - Whoever is refused at the door is shown nothing of the copy, and the copy goes: the owner has closed the document
 *   to this device. So it is after a cut, which is why the copy stays until then: another tab may still hold text in it.
 * - Text that the server does not have is nobody's but the writer's. A copy with such text is shown and kept. While a
 *   password or a sign-in would open the document, it is only kept: it is brought then.
 * - A server that has no document, although it did not say so to this device while the page was open, may have lost it:
 *   this copy may then be the last one, and is shown and kept.
 */
export function afterRefusal({ code, reason }: Ending, circumstances: Circumstances): Consequences {
  const { wasLetIn, isAllStored, wasShutOut, isEmpty, hasCopy } = circumstances;
  const denial = denialOf(code, reason);
  const effect = denial === null ? undefined : shutting[denial];
  if (effect === undefined) return { isShown: true, isCopyKept: true, isShutOut: false };
  if (wasLetIn) return { isShown: true, isCopyKept: true, isShutOut: true };
  if (effect === "hides" && hasCopy) return { isShown: false, isCopyKept: true, isShutOut: true };
  if (!isAllStored) return { isShown: true, isCopyKept: true, isShutOut: false };
  if (denial === "no such document" && !wasShutOut && !isEmpty) {
    return { isShown: true, isCopyKept: true, isShutOut: false };
  }
  return { isShown: false, isCopyKept: effect === "hides", isShutOut: false };
}
