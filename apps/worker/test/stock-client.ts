/** A raw socket to the worker under test, with a Yjs document behind it, as a plain `y-websocket` client has. */

import { exports } from "cloudflare:workers";
import { decodeFrame, encodeFrame, type Frame, type subprotocol } from "@samepage/protocol";
import * as Y from "yjs";

export class StockClient {
  readonly doc = new Y.Doc();
  readonly text = this.doc.getText("text");
  readonly frames: Frame[] = [];
  readonly texts: string[] = [];
  readonly closed: Promise<{ code: number; reason: string }>;
  readonly #socket: WebSocket;
  #waiting: (() => void)[] = [];

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    this.closed = new Promise((resolve) => {
      socket.addEventListener("close", ({ code, reason }) => resolve({ code, reason }));
    });
    socket.addEventListener("message", ({ data }) => this.#received(data));
    this.doc.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin !== this) this.send({ kind: "update", update });
    });
    socket.accept();
    this.send({ kind: "sync-step-1", stateVector: Y.encodeStateVector(this.doc) });
  }

  static async connect(id: string, protocol?: typeof subprotocol): Promise<StockClient> {
    const headers = { upgrade: "websocket", ...(protocol === undefined ? {} : { "sec-websocket-protocol": protocol }) };
    const response = await exports.default.fetch(`http://localhost/sync/${id}`, { headers });
    const socket = response.webSocket;
    if (socket === null) throw new Error(`no WebSocket, but status ${response.status}`);
    socket.binaryType = "arraybuffer";
    return new StockClient(socket);
  }

  send(frame: Frame): void {
    this.#socket.send(encodeFrame(frame));
  }

  sendRaw(data: string | Uint8Array): void {
    this.#socket.send(data);
  }

  close(): void {
    this.#socket.close(1000);
  }

  /** Resolves as soon as `isSo` holds; it is looked at after each message. */
  async until(isSo: () => boolean): Promise<void> {
    while (!isSo()) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  heard(kind: Frame["kind"]): Frame[] {
    return this.frames.filter((frame) => frame.kind === kind);
  }

  #received(data: unknown): void {
    if (typeof data === "string") this.texts.push(data);
    if (data instanceof ArrayBuffer) this.#receivedFrame(new Uint8Array(data));
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resume of waiting) resume();
  }

  #receivedFrame(bytes: Uint8Array): void {
    const decoded = decodeFrame(bytes);
    if (!decoded.ok) throw new Error(`the server sent what nobody can read: ${decoded.reason}`);
    const frame = decoded.value;
    this.frames.push(frame);
    if (frame.kind === "sync-step-1") {
      this.send({ kind: "sync-step-2", update: Y.encodeStateAsUpdate(this.doc, frame.stateVector) });
    }
    if (frame.kind === "sync-step-2" || frame.kind === "update") Y.applyUpdate(this.doc, frame.update, this);
  }
}
