/** A WebSocket whose other end is the test. */

import {
  type Announcement,
  decodeFrame,
  encodeAnnouncement,
  encodeFrame,
  type Frame,
  heartbeat,
} from "@samepage/protocol";

export class FakeSocket extends EventTarget {
  static readonly OPEN = 1;
  /** All that were made, the newest last. */
  static readonly all: FakeSocket[] = [];
  readyState = 0;
  binaryType = "";
  /** What the client sent, but for pings. */
  readonly frames: Frame[] = [];
  /** The code with which the client closed. */
  closedWith: number | null = null;

  readonly url: string;
  readonly subprotocols: readonly string[];

  constructor(url: string, subprotocols: readonly string[]) {
    super();
    this.url = url;
    this.subprotocols = subprotocols;
    FakeSocket.all.push(this);
  }

  static latest(): FakeSocket {
    const latest = FakeSocket.all.at(-1);
    if (latest === undefined) throw new Error("nobody connected");
    return latest;
  }

  send(data: string | ArrayBuffer): void {
    if (typeof data === "string") {
      this.dispatchEvent(new MessageEvent("message", { data: heartbeat.pong }));
      return;
    }
    const decoded = decodeFrame(new Uint8Array(data));
    if (!decoded.ok) throw new Error(decoded.reason);
    this.frames.push(decoded.value);
  }

  close(code = 1005): void {
    this.readyState = 3;
    this.closedWith = code;
  }

  open(): void {
    this.readyState = 1;
    this.dispatchEvent(new Event("open"));
  }

  /** The server sends `frame`. */
  says(frame: Frame): void {
    const data = new Uint8Array(encodeFrame(frame)).buffer;
    this.dispatchEvent(new MessageEvent("message", { data }));
  }

  announces(announcement: Announcement): void {
    this.says({ kind: "announce", json: encodeAnnouncement(announcement) });
  }

  /** The server, or the network, closes. */
  closes(code: number, reason = ""): void {
    this.readyState = 3;
    this.dispatchEvent(Object.assign(new Event("close"), { code, reason }));
  }
}
