/** Somebody who reads along and writes through a raw connection, and knows of each edit when it was acknowledged. */

import { type Frame, leastCommitIntervalMs, rootName } from "@samepage/protocol";
import * as Y from "yjs";
import { StoreAsking } from "../store-asking.ts";
import type { Caller } from "./caller.ts";
import { RawClient } from "./raw-client.ts";

interface SentEdit {
  readonly sentAt: number;
  readonly stored: (afterMs: number) => void;
}

export class Author {
  readonly doc = new Y.Doc();
  readonly text = this.doc.getText(rootName);
  #client: RawClient | null = null;
  /** Step-2 and update frames in the order of their sending, until they are acknowledged [P12]. */
  readonly #underWay: SentEdit[] = [];
  #stored: SentEdit["stored"] = () => undefined;
  readonly #asking = new StoreAsking(leastCommitIntervalMs, () => this.#client?.send({ kind: "store" }));

  private constructor() {
    this.doc.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin !== this) this.#send({ kind: "update", update }, this.#stored);
    });
  }

  /** Joins and resolves with the whole text; null when the connection ends before that. */
  static async join(origin: string, documentId: string, caller: Caller | null = null): Promise<Author | null> {
    const author = new Author();
    let isComplete = (): void => undefined;
    const complete = new Promise<true>((resolve) => {
      isComplete = () => resolve(true);
    });
    const received = (frame: Frame, client: RawClient): void => {
      author.#client = client;
      author.#receive(frame);
      if (frame.kind === "sync-step-2") isComplete();
    };
    const client = await RawClient.connect(origin, documentId, received, caller);
    if (client === null) return null;
    void client.ended.then(() => author.#asking.stop());
    client.send({ kind: "sync-step-1", stateVector: Y.encodeStateVector(author.doc) });
    return (await Promise.race([complete, client.ended])) === true ? author : null;
  }

  /** Changes the text by `edit`; `stored` is called when the change is acknowledged, after so many milliseconds. */
  write(edit: (text: Y.Text) => void, stored: SentEdit["stored"]): void {
    this.#stored = stored;
    this.doc.transact(() => edit(this.text));
  }

  /** Resolves when all that was sent to this connection so far has arrived; false when the connection has ended. */
  async hasHeardAll(): Promise<boolean> {
    return (await this.#client?.isAlive()) ?? false;
  }

  /** Whether something of the text waits for edits that never came. */
  get isWaiting(): boolean {
    return this.doc.store.pendingStructs !== null || this.doc.store.pendingDs !== null;
  }

  /** Closes the connection. */
  leave(): void {
    this.#client?.close();
  }

  /** Resolves when the connection has ended, with all that arrived before it. */
  async ended(): Promise<void> {
    await this.#client?.ended;
  }

  #receive(frame: Frame): void {
    switch (frame.kind) {
      case "sync-step-1":
        this.#send(
          { kind: "sync-step-2", update: Y.encodeStateAsUpdate(this.doc, frame.stateVector) },
          () => undefined,
        );
        break;
      case "sync-step-2":
      case "update":
        Y.applyUpdate(this.doc, frame.update, this);
        break;
      case "acknowledge":
        for (const { sentAt, stored } of this.#underWay.splice(0, frame.frames)) stored(performance.now() - sentAt);
        this.#asking.stop();
        this.#asking.plan(this.#underWay[0]?.sentAt ?? null);
        break;
    }
  }

  #send(frame: Frame, stored: SentEdit["stored"]): void {
    this.#underWay.push({ sentAt: performance.now(), stored });
    this.#client?.send(frame);
    if (frame.kind === "update") this.#asking.plan(this.#underWay[0]?.sentAt ?? null);
  }
}
