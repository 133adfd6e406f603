/** What a room asks of its shell. Effects are performed in their order; what happens meanwhile is an event after them. */

import type { Session, SocketId } from "./session.ts";

/** Updates that were applied and are to be stored together, and whose frames they were. */
export interface Batch {
  readonly updates: readonly Uint8Array[];
  /** The whole document with them, to be stored in the place of the log and of them; null when they are to be added. */
  readonly snapshot: Uint8Array | null;
  /** The document's version after them. */
  readonly version: number;
  /** How many step-2 and update frames of which socket this batch answers. */
  readonly frames: ReadonlyMap<SocketId, number>;
  /** Whether an earlier try to store a part of it failed. */
  readonly wasFailing: boolean;
}

export type Effect =
  | { readonly kind: "send"; readonly sockets: readonly SocketId[]; readonly bytes: Uint8Array }
  | { readonly kind: "close"; readonly socket: SocketId; readonly code: number; readonly reason: string }
  /** Store the batch, and give the event `committed` or `commit-failed`. */
  | { readonly kind: "commit"; readonly batch: Batch }
  /** Put this snapshot in the place of the log, and give the event `compacted` if that could be stored. */
  | { readonly kind: "compact"; readonly snapshot: Uint8Array }
  /** Give the event `woken` at that time, in a later turn if it is past. Others that were asked for may still come. */
  | { readonly kind: "wake"; readonly at: number }
  /** Give the event `alarmed` at about that time, which prevents no hibernation. Only the last one set counts. */
  | { readonly kind: "alarm"; readonly at: number }
  /** Keep the session with its socket. */
  | { readonly kind: "keep"; readonly socket: SocketId; readonly session: Session };

/** Closes a socket because of what it sent. */
export function refuse(socket: SocketId, code: number, reason: string): readonly Effect[] {
  return [{ kind: "close", socket, code, reason }];
}
