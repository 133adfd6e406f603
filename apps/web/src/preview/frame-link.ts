/** The sandboxed frame, as the page sees it: what is said to it, and what it says, read as from a stranger. */

import { type FrameMessage, type FrameRequest, readFrameMessage } from "./messages.ts";

/** Where the frame's page is; it never knows which document it shows. */
const address = "/preview/";

/** A name for the attributes of one frame that no text can guess. */
export function freshMark(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * A frame that may run its own scripts, and has no origin, no forms, no windows and no say in where the page goes.
 * `mayPrint`: it may ask for the browser's dialog for that, which browsers count as a window of its own.
 */
export function createFrame(title: string, mayPrint = false): HTMLIFrameElement {
  const frame = document.createElement("iframe");
  frame.setAttribute("sandbox", mayPrint ? "allow-scripts allow-modals" : "allow-scripts");
  frame.title = title;
  frame.src = address;
  return frame;
}

/**
 * In so many milliseconds a frame has no more to say than so many messages: one for each time that it is painted, and what
 * the reader does. What it said while the page was busy comes at once.
 */
const spanMs = 10_000;
const mostInASpan = 5_000;

export class FrameLink {
  readonly #frame: HTMLIFrameElement;
  readonly #onMessage: (message: FrameMessage) => void;
  readonly #onFlood: () => void;
  #span = 0;
  #inThisSpan = 0;

  /** `onFlood`: the frame says more than it has to say, and is not listened to any more; it is to be taken away. */
  constructor(frame: HTMLIFrameElement, onMessage: (message: FrameMessage) => void, onFlood: () => void) {
    this.#frame = frame;
    this.#onMessage = onMessage;
    this.#onFlood = onFlood;
    addEventListener("message", this.#receive);
  }

  /** A frame without an origin has no name that a message could be for: it goes to the window that the frame has now. */
  send(request: FrameRequest): void {
    this.#frame.contentWindow?.postMessage(request, "*");
  }

  stop(): void {
    removeEventListener("message", this.#receive);
  }

  readonly #receive = ({ source, origin, data }: MessageEvent): void => {
    if (source === null || source !== this.#frame.contentWindow || origin !== "null") return;
    if (this.#isFlood()) {
      this.stop();
      this.#onFlood();
      return;
    }
    const message = readFrameMessage(data);
    if (message !== null) this.#onMessage(message);
  };

  #isFlood(): boolean {
    const span = Math.floor(performance.now() / spanMs);
    this.#inThisSpan = span === this.#span ? this.#inThisSpan + 1 : 1;
    this.#span = span;
    return this.#inThisSpan > mostInASpan;
  }
}
