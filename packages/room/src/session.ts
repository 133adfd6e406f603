/** What the room knows of one socket. Plain data: the shell keeps it with the socket, so that it outlives hibernation. */

import type { Role } from "@samepage/access";

/** A socket of this room; numbered by the shell, never reused while the room is in memory. */
export type SocketId = number;

/** Who comes, and with what. */
export interface Visitor {
  readonly role: Exclude<Role, "none">;
  /** The id of the link whose key was brought; null: the bare address. */
  readonly link: string | null;
  /** The public id of the person: the same for all tabs of one device, and nobody else's. */
  readonly person: string;
  /** Whether the client offered the subprotocol `samepage.1`; a plain `y-websocket` client did not. */
  readonly isExtended: boolean;
}

export interface Session extends Visitor {
  /** Whether the client has answered our step 1, so that what it sends continues what we know. */
  readonly hasAnswered: boolean;
  /** The Yjs client id whose presence this socket shows, once it has shown one. */
  readonly client: number | null;
  /** The Yjs client id under which this socket last wrote, once it has. */
  readonly author: number | null;
  /** The last awareness state as JSON, signed; null while it shows none. */
  readonly state: string | null;
  /** The name that the state is signed with; null while it shows none. */
  readonly name: string | null;
  /** The awareness clock of that state, as others are told it. */
  readonly clock: number;
  /** Whether the client asks for the commit of what it sends, so that no timer has to. */
  readonly asksToStore: boolean;
  /** Whether it ever had the right to write: what it sends without may have been under way when that ended. */
  readonly couldWrite: boolean;
}

/** The session of a visitor who has just connected. */
export function newSession(visitor: Visitor): Session {
  const nothingShown = { client: null, author: null, state: null, name: null, clock: 0 };
  return { ...visitor, ...nothingShown, hasAnswered: false, asksToStore: false, couldWrite: false };
}
