/**
 * The tabs of this device that have the same document open: while no server is there, each shows what is written in the
 * others. Knows no server.
 */

import * as Y from "yjs";
import { databaseOf } from "./copies.ts";

/** What one tab tells the others. Which life of the document its text is of; null while it does not know. */
interface Message {
  readonly epoch: string | null;
  /** Asks for what a text with this state vector lacks. */
  readonly stateVector?: Uint8Array;
  readonly update?: Uint8Array;
}

export interface Tab {
  readonly doc: Y.Doc;
  /** Whether this tab has a text to show, and no server to exchange it with. */
  isAlone(): boolean;
  epoch(): string | null;
  /** Its text is of this life of the document from now on; it was not known of which. */
  learnEpoch(epoch: string): void;
}

export class OtherTabs {
  readonly #tab: Tab;
  readonly #channel: BroadcastChannel | null;

  constructor(documentId: string, tab: Tab) {
    this.#tab = tab;
    this.#channel = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel(databaseOf(documentId));
    if (this.#channel !== null) this.#channel.onmessage = ({ data }) => this.#receive(data);
  }

  /** Asks the others for what they have; to be called when the server is lost, and when a tab begins without one. */
  ask(): void {
    if (this.#tab.isAlone()) this.#tell({ stateVector: Y.encodeStateVector(this.#tab.doc) });
  }

  /** Tells the others an edit of this tab. */
  tell(update: Uint8Array): void {
    if (this.#tab.isAlone()) this.#tell({ update });
  }

  close(): void {
    this.#channel?.close();
  }

  #receive(data: unknown): void {
    // Another version of the page, in another tab, may say other things.
    if (!isMessage(data)) return;
    const { epoch, stateVector, update } = data;
    const { doc } = this.#tab;
    const own = this.#tab.epoch();
    // What is of another life of the document must not come into this one.
    if (!this.#tab.isAlone() || (epoch !== null && own !== null && epoch !== own)) return;
    if (update !== undefined) {
      Y.applyUpdate(doc, update, this);
      if (own === null && epoch !== null) this.#tab.learnEpoch(epoch);
    }
    if (stateVector === undefined) return;
    this.#tell({ update: Y.encodeStateAsUpdate(doc, stateVector) });
    if (hasMore(Y.decodeStateVector(stateVector), doc)) this.ask();
  }

  #tell(message: Omit<Message, "epoch">): void {
    this.#channel?.postMessage({ epoch: this.#tab.epoch(), ...message } satisfies Message);
  }
}

function isMessage(data: unknown): data is Message {
  if (typeof data !== "object" || data === null || !("epoch" in data)) return false;
  const { epoch, stateVector, update }: { epoch: unknown; stateVector?: unknown; update?: unknown } = data;
  const isEpoch = epoch === null || typeof epoch === "string";
  return isEpoch && [stateVector, update].every((bytes) => bytes === undefined || bytes instanceof Uint8Array);
}

/** Whether a text with `clocks` has something that `doc` lacks. */
function hasMore(clocks: ReadonlyMap<number, number>, doc: Y.Doc): boolean {
  return [...clocks].some(([client, clock]) => clock > Y.getState(doc.store, client));
}
