/** A raw socket to the worker under test: sends any bytes, hears every frame, and answers nothing by itself. */

import { exports } from "cloudflare:workers";
import { decodeFrame, encodeAwareness, encodeFrame, type Frame, type subprotocol } from "@samepage/protocol";

/** What a peer brings to a document. */
export interface Offer {
  readonly protocol?: typeof subprotocol;
  /** The key of a link, with its pass if it has a password. */
  readonly key?: string;
  /** The secret of a device. */
  readonly device?: string;
  /** Other headers. */
  readonly headers?: Readonly<Record<string, string>>;
  /** What follows the address. */
  readonly query?: string;
}

/** The answer to whoever asks for the WebSocket of `id`. */
function askForSocket(id: string, { protocol, key, device, headers = {}, query = "" }: Offer): Promise<Response> {
  const offered = [
    ...(protocol === undefined ? [] : [protocol]),
    ...(key === undefined ? [] : [`key.${key}`]),
    ...(device === undefined ? [] : [`device.${device}`]),
  ];
  const all = new Headers({ upgrade: "websocket", ...headers });
  if (offered.length > 0) all.set("sec-websocket-protocol", offered.join(", "));
  return exports.default.fetch(`http://localhost/sync/${id}${query}`, { headers: all });
}

export class RawPeer {
  readonly frames: Frame[] = [];
  readonly texts: string[] = [];
  /** Every binary message, as it came. */
  readonly messages: Uint8Array[] = [];
  readonly closed: Promise<{ code: number; reason: string }>;
  readonly #socket: WebSocket;
  #waiting: (() => void)[] = [];
  #closing: CloseEvent | null = null;

  protected constructor(socket: WebSocket) {
    this.#socket = socket;
    this.closed = new Promise((resolve) => {
      socket.addEventListener("close", (event) => {
        this.#closing = event;
        resolve({ code: event.code, reason: event.reason });
        this.#resume();
      });
    });
    socket.addEventListener("message", ({ data }) => this.#received(data));
    socket.accept();
  }

  static async open(id: string, offer: Offer = {}): Promise<RawPeer> {
    return new RawPeer(await openSocket(id, offer));
  }

  get isClosed(): boolean {
    return this.#closing !== null;
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

  /** Resolves as soon as `isSo` holds; it is looked at after each message. @throws when the socket is closed before */
  async until(isSo: () => boolean): Promise<void> {
    while (!isSo()) {
      if (this.#closing !== null) throw new Error(`closed with ${this.#closing.code}: ${this.#closing.reason}`);
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }

  heard(kind: Frame["kind"]): Frame[] {
    return this.frames.filter((frame) => frame.kind === kind);
  }

  /** What a client does with a frame, besides remembering it. */
  protected take(_frame: Frame): void {
    // A raw peer does nothing.
  }

  #received(data: unknown): void {
    if (typeof data === "string") this.texts.push(data);
    if (data instanceof ArrayBuffer) this.#receivedFrame(new Uint8Array(data));
    this.#resume();
  }

  #resume(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resume of waiting) resume();
  }

  #receivedFrame(bytes: Uint8Array): void {
    this.messages.push(bytes);
    const decoded = decodeFrame(bytes);
    if (!decoded.ok) throw new Error(`the server sent what nobody can read: ${decoded.reason}`);
    this.frames.push(decoded.value);
    this.take(decoded.value);
  }
}

export async function openSocket(id: string, offer: Offer): Promise<WebSocket> {
  const response = await askForSocket(id, offer);
  const socket = response.webSocket;
  if (socket === null) throw new Error(`no WebSocket, but status ${response.status}`);
  socket.binaryType = "arraybuffer";
  return socket;
}

/** A frame that shows `state` under the Yjs client id `client`; null: nothing any more. */
export function awarenessOf(client: number, state: object | null, clock = 1): Frame {
  const entry = { client, clock, state: state === null ? null : JSON.stringify(state) };
  return { kind: "awareness", states: encodeAwareness([entry]) };
}
