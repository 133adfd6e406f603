/** What a document answers to whoever asks. */

import type { DenialReason } from "@samepage/access";

/** What was asked for, or why it is not given. */
export type Answer<Value, Reason extends string = never> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly reason: DenialReason | Reason };

/** A password was tried too often. */
export interface TooManyTries {
  readonly ok: false;
  readonly reason: "too many tries";
  /** When the next may be made, in milliseconds since 1970. */
  readonly again: number;
}
