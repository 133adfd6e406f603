/** What the bench asks of each server that it compares. Knows no workload. */

/** One document of a running server, as a client reaches it. */
export interface Room {
  /** `ws://…` */
  readonly address: string;
  readonly subprotocols: readonly string[];
  /** What stands before each frame, both ways. Empty but for Hocuspocus, which writes the document's name there. */
  readonly prefix: Uint8Array;
  /** A frame that the server wants before all others, without its prefix. */
  readonly greeting: Uint8Array | null;
  /** How long after an update a client asks the server to store it; null where the server does so by itself. */
  readonly asksToStoreAfterMs: number | null;
}

/** A server as a process of this machine. */
export interface Server {
  /** Another one after each restart. */
  readonly pid: number;
  /** Everything that it stores stands in here. */
  readonly folder: string;
  /** Kills it as a power cut would, and starts it again at the same address, over what it stored. */
  killAndRestart(): Promise<void>;
  /** Ends it and removes what it stored. */
  stop(): Promise<void>;
}

export interface RunningContestant {
  readonly server: Server;
  /** A room that nobody has been in. */
  createRoom(): Promise<Room>;
}

export interface Contestant {
  readonly name: string;
  /** Whether somebody who joins gets the text that was written before. */
  readonly keepsText: boolean;
  /** Starts the server on a free port over an empty folder; resolves once it answers. */
  start(): Promise<RunningContestant>;
}

let roomsMade = 0;

/** A room of a server that speaks plain `y-websocket` and makes a document of whatever name it is asked for. */
export function plainRoom(address: (name: string) => string): Room {
  roomsMade += 1;
  const plain = { subprotocols: [], prefix: new Uint8Array(), greeting: null, asksToStoreAfterMs: null };
  return { address: address(`room-${roomsMade}`), ...plain };
}
