/** Frames as an attacker writes them, who minds no rule but those of the encoding. */

import {
  type AwarenessEntry,
  type Deletion,
  encodeAwareness,
  encodeEdit,
  encodeFrame,
  type Id,
  type Insertion,
} from "@samepage/protocol";
import type { Person } from "./person.ts";
import type { World } from "./world.ts";

/** One insertion of `text`; between the beginning and the end of the text unless it is said beside what. */
export function insertion(
  client: number,
  clock: number,
  text: string,
  origin: Id | null = null,
  rightOrigin: Id | null = null,
): Insertion {
  return { client, clock, length: text.length, origin, rightOrigin, text };
}

/** The frame of an edit of these insertions and deletions. */
export function updateFrame(insertions: readonly Insertion[], deletions: readonly Deletion[] = []): Uint8Array {
  return encodeFrame({ kind: "update", update: encodeEdit({ insertions, deletions }) });
}

/** The frame that says these awareness states. */
export function awarenessFrame(...entries: readonly AwarenessEntry[]): Uint8Array {
  return encodeFrame({ kind: "awareness", states: encodeAwareness(entries) });
}

/** Has `person` send `bytes` as they are. */
export function sendRaw(world: World, person: Person, bytes: Uint8Array): void {
  world.receive({ kind: "message", socket: person.socket, bytes });
}

/** How the socket that `person` now has, or had last, was closed by the room; null when it was not. */
export function closingOf(world: World, person: Person): { readonly code: number; readonly reason: string } | null {
  const closing = world.closed.find(({ socket }) => socket === person.socket);
  return closing === undefined ? null : { code: closing.code, reason: closing.reason };
}
