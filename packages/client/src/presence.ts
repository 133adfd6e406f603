/** Who is here, as this client tells and hears it. */

import { decodeAwareness, encodeAwareness, encodeFrame } from "@samepage/protocol";
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate, removeAwarenessStates } from "y-protocols/awareness";
import type * as Y from "yjs";

/** At most so often a change of one's own state is sent: twenty times a second looks continuous. */
const intervalMs = 50;

export class Presence {
  readonly awareness: Awareness;
  readonly #send: (frame: Uint8Array) => void;
  #lastSent = Number.NEGATIVE_INFINITY;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `send` takes a frame; it may drop it while there is no connection. */
  constructor(doc: Y.Doc, send: (frame: Uint8Array) => void) {
    this.awareness = new Awareness(doc);
    this.#send = send;
    // This timer renews one's own state and forgets others after 30 s without a renewal. Here the server says who
    // left, and an idle page must not wake the document.
    clearInterval(this.awareness._checkInterval);
    this.awareness.on("update", (_changes: unknown, origin: unknown) => {
      if (origin !== this) this.#schedule();
    });
  }

  /** Sends one's own state, first thing on a new connection: that proves to the server whose it is. */
  sendOwn(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#lastSent = performance.now();
    if (!this.awareness.meta.has(this.awareness.clientID)) return;
    const states = encodeAwarenessUpdate(this.awareness, [this.awareness.clientID]);
    this.#send(encodeFrame({ kind: "awareness", states }));
  }

  /**
   * Takes what the server says of others, in this order, as one change; what it says of this client is older than what
   * is known here.
   */
  receive(states: readonly Uint8Array[]): void {
    const entries = states.flatMap((bytes) => {
      const decoded = decodeAwareness(bytes);
      return decoded.ok ? decoded.value : [];
    });
    const others = entries.filter(({ client }) => client !== this.awareness.clientID);
    applyAwarenessUpdate(this.awareness, encodeAwareness(others), this);
  }

  /** Forgets everybody else: without a connection nobody knows who is here. */
  forgetOthers(): void {
    const others = [...this.awareness.getStates().keys()].filter((client) => client !== this.awareness.clientID);
    removeAwarenessStates(this.awareness, others, this);
  }

  destroy(): void {
    this.awareness.destroy();
    clearTimeout(this.#timer); // Destroying it is a change, too.
  }

  #schedule(): void {
    if (this.#timer !== undefined) return;
    const waitMs = Math.max(0, this.#lastSent + intervalMs - performance.now());
    this.#timer = setTimeout(() => this.sendOwn(), waitMs);
  }
}
