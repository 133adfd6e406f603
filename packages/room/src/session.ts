/** What the room knows of one socket. Plain data: the shell keeps it with the socket, so that it outlives hibernation. */

import type { Role } from "@samepage/access";

/** A socket of this room; numbered by the shell, never reused while the room is in memory. */
export type SocketId = number;

export interface Session {
  readonly role: Role;
  /** Whether the client offered the subprotocol `samepage.1`; a plain `y-websocket` client did not. */
  readonly isExtended: boolean;
  /** Whether the client has answered our step 1, so that what it sends continues what we know. */
  readonly hasAnswered: boolean;
  /** The Yjs client id whose presence this socket shows, once it has shown one. */
  readonly client: number | null;
  /** The Yjs client id under which this socket last wrote, once it has. */
  readonly author: number | null;
  /** The last awareness state as JSON; null while it shows none. */
  readonly state: string | null;
  /** The awareness clock of that state, as others are told it. */
  readonly clock: number;
  /** Whether the client asks for the commit of what it sends, so that no timer has to. */
  readonly asksToStore: boolean;
}

/** The session of a socket that has just connected. */
export function newSession(role: Role, isExtended: boolean): Session {
  const nothingYet = { hasAnswered: false, client: null, author: null, state: null, clock: 0, asksToStore: false };
  return { role, isExtended, ...nothingYet };
}
