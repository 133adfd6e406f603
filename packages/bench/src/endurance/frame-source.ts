/** Valid frames of one writer, of every kind that a client sends, made to fit what the server knows of that writer. */

import { encodeAwareness, type Frame, rootName } from "@samepage/protocol";
import * as Y from "yjs";
import type { Random } from "./random.ts";

/** The writer deletes all of its text once it has so many characters: the document must stay small. */
const textLength = 200;

/** An empty state vector: asks for everything. */
const nothing = new Uint8Array([0]);

export class FrameSource {
  readonly #random: Random;
  #doc = new Y.Doc();
  #known: Uint8Array = nothing;

  constructor(random: Random) {
    this.#random = random;
  }

  /** Takes the server's step 1. When damaged frames have brought it more of this writer than was written, it begins anew. */
  learn(stateVector: Uint8Array): void {
    this.#known = stateVector;
    const clock = Y.decodeStateVector(stateVector).get(this.#doc.clientID) ?? 0;
    if (clock > Y.getState(this.#doc.store, this.#doc.clientID)) this.#doc = new Y.Doc();
  }

  /** The answer to the server's step 1. */
  answer(): Frame {
    return this.#edit("sync-step-2");
  }

  next(): Frame {
    switch (this.#random.below(10)) {
      case 0:
        return { kind: "sync-step-1", stateVector: this.#random.pick([nothing, this.#known]) };
      case 1:
        return this.answer();
      case 2:
      case 3:
        return this.#awareness();
      case 4:
        return this.#random.chance(0.2) ? { kind: "query-awareness" } : this.#awareness();
      default:
        this.#write();
        return this.#edit("update");
    }
  }

  #edit(kind: "sync-step-2" | "update"): Frame {
    const update = Y.encodeStateAsUpdate(this.#doc, this.#known);
    this.#known = Y.encodeStateVector(this.#doc);
    return { kind, update };
  }

  #write(): void {
    const text = this.#doc.getText(rootName);
    // Mostly at the end, as what is typed on and on stays one struct; elsewhere, as origins want to be damaged, too.
    const at = this.#random.chance(0.7) ? text.length : this.#random.below(text.length + 1);
    if (text.length > textLength) text.delete(0, text.length);
    else text.insert(at, this.#random.pick(["x", "yz", "naïve", "😀", "a\nb", "𝄞 and so on, at some length"]));
  }

  #awareness(): Frame {
    const cursor = Y.createRelativePositionFromTypeIndex(this.#doc.getText(rootName), 0);
    const state = JSON.stringify({ user: { name: "Mallory", hue: 3 }, cursor: { anchor: cursor, head: cursor } });
    const entry = { client: this.#doc.clientID, clock: this.#random.below(1_000), state };
    return { kind: "awareness", states: encodeAwareness([entry]) };
  }
}
