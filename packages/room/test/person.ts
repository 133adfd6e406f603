/** A client of a room in a test: a Yjs document, what it has sent that is still on its way, and what it has heard. */

import { decodeFrame, encodeAwareness, encodeFrame, type Frame } from "@samepage/protocol";
import * as Y from "yjs";

/** A client: its document, what it has sent that is still on its way, and what the server acknowledged of it. */
export class Person {
  readonly doc = new Y.Doc();
  readonly text = this.doc.getText("text");
  readonly isExtended: boolean;
  readonly heard: Frame[] = [];
  /** The frames in `heard` as bytes. */
  readonly heardBytes: Uint8Array[] = [];
  sent: Uint8Array[] = [];
  socket = 0;
  /** Whether it asks for the commit of what it sent: its world sees to that. */
  asks = false;
  /** Frames with edits that were sent on this connection and not acknowledged. */
  unacknowledged = 0;
  /** The awareness state that it shows as soon as it is connected; null: none. */
  state: string | null = null;
  #clock = 0;
  /** Hears nothing any more, and its side of the line does not know. */
  isDead = false;
  #isConnected = false;
  #hasAnswered = false;
  #hasAsked = false;

  constructor(isExtended: boolean) {
    this.isExtended = isExtended;
    this.doc.on("update", (update: Uint8Array, origin: unknown) => {
      // A stock client sends what is typed as soon as it is connected, ours once it has answered step 1.
      if (origin !== this && this.#isConnected && (this.#hasAnswered || !isExtended)) this.#sendEdit("update", update);
    });
  }

  connected(socket: number): void {
    this.socket = socket;
    this.sent = [];
    this.unacknowledged = 0;
    this.#hasAsked = false;
    this.#isConnected = true;
    this.#hasAnswered = false;
    this.send({ kind: "sync-step-1", stateVector: Y.encodeStateVector(this.doc) });
    if (this.state !== null) this.show(this.state);
  }

  /** Shows `state` under its own Yjs client id. */
  show(state: string | null): void {
    this.state = state;
    this.#clock += 1;
    const states = encodeAwareness([{ client: this.doc.clientID, clock: this.#clock, state }]);
    this.send({ kind: "awareness", states });
  }

  disconnected(): void {
    this.#isConnected = false;
    this.sent = [];
  }

  /** Whether every edit made here is known to be stored. */
  get isSaved(): boolean {
    return this.isExtended && this.#isConnected && this.#hasAnswered && this.unacknowledged === 0;
  }

  /** How much this client has written. */
  get ownClock(): { readonly client: number; readonly clock: number } {
    const client = this.doc.clientID;
    return { client, clock: Y.decodeStateVector(Y.encodeStateVector(this.doc)).get(client) ?? 0 };
  }

  /** Asks for the commit of what it has sent, once until something of that is acknowledged; whether it did now. */
  askToStore(): boolean {
    if (this.#hasAsked || this.unacknowledged === 0) return false;
    this.#hasAsked = true;
    this.send({ kind: "store" });
    return true;
  }

  send(frame: Frame): void {
    this.sent.push(encodeFrame(frame));
  }

  received(bytes: Uint8Array): void {
    if (this.isDead) return;
    const decoded = decodeFrame(bytes);
    if (!decoded.ok) throw new Error(`the room sent what nobody can read: ${decoded.reason}`);
    const frame = decoded.value;
    this.heard.push(frame);
    this.heardBytes.push(bytes);
    if (frame.kind === "sync-step-1") {
      this.#hasAnswered = true;
      this.#sendEdit("sync-step-2", Y.encodeStateAsUpdate(this.doc, frame.stateVector));
    }
    if (frame.kind === "sync-step-2" || frame.kind === "update") Y.applyUpdate(this.doc, frame.update, this);
    if (frame.kind === "acknowledge") {
      this.unacknowledged -= frame.frames;
      this.#hasAsked = false;
    }
  }

  #sendEdit(kind: "sync-step-2" | "update", update: Uint8Array): void {
    this.unacknowledged += 1;
    this.send({ kind, update });
  }
}
