/** A WebSocket under `samepage.1` and nothing more: it resumes nothing, merges nothing and sends nothing twice. */

import { decodeFrame, encodeFrame, type Frame, heartbeat, subprotocol, syncPath } from "@samepage/protocol";
import WebSocket from "ws";
import { addressHeaders, type Caller, callerSubprotocols } from "./caller.ts";

/** How long a server may take for a heartbeat before it counts as hung. */
const answerWithinMs = 60_000;

export class RawClient {
  /** Resolves with the close code once the connection has ended, whoever ended it; with the status if it never began. */
  readonly ended: Promise<number>;
  readonly #socket: WebSocket;
  readonly #awaited: (() => void)[] = [];

  private constructor(socket: WebSocket, received: (frame: Frame, client: RawClient) => void) {
    this.#socket = socket;
    this.ended = new Promise((resolve) => {
      socket.on("close", resolve);
      socket.on("unexpected-response", (request, { statusCode }) => {
        resolve(statusCode ?? 0);
        request.destroy();
      });
    });
    socket.on("error", () => undefined); // The close that follows says the same.
    socket.on("message", (data: ArrayBuffer, isBinary) => {
      if (!isBinary) {
        this.#awaited.shift()?.();
        return;
      }
      const decoded = decodeFrame(new Uint8Array(data));
      if (!decoded.ok) throw new Error(`the server sent a frame that cannot be read (${decoded.reason})`);
      received(decoded.value, this);
    });
  }

  /** Connects; null when the server is not there. `received` takes every frame, the first before this resolves. */
  static async connect(
    origin: string,
    documentId: string,
    received: (frame: Frame, client: RawClient) => void,
    caller: Caller | null = null,
  ): Promise<RawClient | null> {
    const client = RawClient.begin(origin, documentId, received, caller);
    const opened = new Promise<true>((resolve) => client.#socket.on("open", () => resolve(true)));
    return (await Promise.race([opened, client.ended])) === true ? client : null;
  }

  /** The same without waiting for anything. */
  static begin(
    origin: string,
    documentId: string,
    received: (frame: Frame, client: RawClient) => void,
    caller: Caller | null,
  ): RawClient {
    const offered = caller === null ? [subprotocol] : callerSubprotocols(caller);
    const socket = new WebSocket(origin.replace("http", "ws") + syncPath(documentId), offered, {
      perMessageDeflate: false,
      headers: caller === null ? {} : addressHeaders(caller),
    });
    socket.binaryType = "arraybuffer";
    return new RawClient(socket, received);
  }

  /** What was sent and is still in this process. */
  get unsentBytes(): number {
    return this.#socket.bufferedAmount;
  }

  send(frame: Frame): void {
    this.sendBytes(encodeFrame(frame));
  }

  /** Sends what need not be a frame. On a closed connection nothing happens. */
  sendBytes(bytes: Uint8Array): void {
    if (this.#socket.readyState === WebSocket.OPEN) this.#socket.send(bytes);
  }

  /**
   * Sends a heartbeat: true when it is answered, false when the connection ends. Answers keep the order of what was
   * sent, so what went before has been received by then. @throws when neither happens for a minute
   */
  async isAlive(): Promise<boolean> {
    if (this.#socket.readyState !== WebSocket.OPEN) return false;
    this.#socket.send(heartbeat.ping);
    const answered = new Promise<true>((resolve) => this.#awaited.push(() => resolve(true)));
    let timer: NodeJS.Timeout | undefined;
    const hung = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error("the server answers no heartbeat")), answerWithinMs);
    });
    try {
      return (await Promise.race([answered, this.ended, hung])) === true;
    } finally {
      clearTimeout(timer);
    }
  }

  close(): void {
    this.#socket.close();
  }
}
