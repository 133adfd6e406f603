/**
 * A connection that is made before the code is loaded which understands it: what comes meanwhile is kept. Imports next
 * to nothing.
 */

import { type Credentials, subprotocolsWith, syncPath } from "@samepage/protocol";

/** What happens to a socket. */
export type SocketNews =
  | { readonly kind: "open" }
  | { readonly kind: "message"; readonly data: unknown }
  | { readonly kind: "close"; readonly code: number; readonly reason: string };

/** A sync step 1 with the state vector of an empty document: the frame asks for all that the server has. */
const question = Uint8Array.of(0, 0, 1, 0);

/** Connects to the document `documentId` at `origin`, which is `ws://host` or `wss://host`. */
export function connect(origin: string, documentId: string, credentials: Partial<Credentials>): WebSocket {
  const socket = new WebSocket(origin + syncPath(documentId), subprotocolsWith(credentials));
  socket.binaryType = "arraybuffer";
  return socket;
}

/** Calls `tell` with all that happens to `socket` from now on. */
export function hear(socket: WebSocket, tell: (news: SocketNews) => void): void {
  socket.addEventListener("open", () => tell({ kind: "open" }));
  socket.addEventListener("message", ({ data }) => tell({ kind: "message", data }));
  socket.addEventListener("close", ({ code, reason }) => tell({ kind: "close", code, reason }));
}

export class HeadStart {
  readonly socket: WebSocket;
  #hasAsked = false;
  #kept: SocketNews[] = [];
  #tell = (news: SocketNews): void => void this.#kept.push(news);

  /** `asksForAll`: asks the server for the whole text at once, as is right for whoever has nothing of it. */
  constructor(origin: string, documentId: string, asksForAll: boolean, credentials: Partial<Credentials> = {}) {
    this.socket = connect(origin, documentId, credentials);
    hear(this.socket, (news) => {
      if (news.kind === "open" && asksForAll) this.#ask();
      this.#tell(news);
    });
  }

  /** Whether the server was asked for the whole text. */
  get hasAsked(): boolean {
    return this.#hasAsked;
  }

  /** Calls `tell` with all that has happened, in its order, and with all that will. */
  follow(tell: (news: SocketNews) => void): void {
    this.#tell = tell;
    for (const news of this.#kept.splice(0)) tell(news);
  }

  #ask(): void {
    this.#hasAsked = true;
    this.socket.send(question);
  }
}
