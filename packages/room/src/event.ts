/** What can happen to a room. */

import type { Settings } from "@samepage/protocol";
import type { Batch } from "./effect.ts";
import type { Session, SocketId } from "./session.ts";

export type RoomEvent =
  /** A socket connected. */
  | { readonly kind: "joined"; readonly socket: SocketId; readonly session: Session }
  /** A socket sent a binary message. */
  | { readonly kind: "message"; readonly socket: SocketId; readonly bytes: Uint8Array }
  /** A socket is gone, whoever closed it. */
  | { readonly kind: "left"; readonly socket: SocketId }
  /** Somebody is about to read the document: what is queued belongs to it. */
  | { readonly kind: "text-needed" }
  /** The time that a `wake` asked for has come. */
  | { readonly kind: "woken"; readonly at: number }
  /** The time that an `alarm` asked for has come. */
  | { readonly kind: "alarmed" }
  /** A `commit` was stored. */
  | { readonly kind: "committed"; readonly batch: Batch }
  /** A `compact` was stored. */
  | { readonly kind: "compacted" }
  /** A `commit` could not be stored; nothing of it was. */
  | { readonly kind: "commit-failed"; readonly batch: Batch }
  /** The owner changed who may what, and that was stored. */
  | { readonly kind: "rules-changed" }
  /** The document ends here: what was accepted is to be stored. */
  | { readonly kind: "ending" }
  /** Title, language or line ends were changed, and stored. */
  | { readonly kind: "settings-changed"; readonly settings: Settings };
