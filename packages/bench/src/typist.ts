/** Somebody who types a run of characters: the updates that Yjs makes of it, without the cost of everybody's text. */

import * as Y from "yjs";

/** Where in a document somebody types, who knows nothing of it but `update`: at its beginning, or at its end. */
export interface Place {
  readonly update: Uint8Array;
  readonly isAtStart: boolean;
}

export class Typist {
  readonly clientId: number;
  readonly #doc = new Y.Doc();
  readonly #isAtStart: boolean;
  #update: Uint8Array = new Uint8Array();
  #typed = 0;

  constructor(clientId: number, place: Place | null = null) {
    this.clientId = clientId;
    this.#doc.clientID = clientId;
    this.#isAtStart = place?.isAtStart ?? false;
    if (place !== null) Y.applyUpdate(this.#doc, place.update);
    this.#doc.on("update", (update: Uint8Array) => {
      this.#update = update;
    });
  }

  /** The update of one more character, after the last one. Its Yjs clock is the number of characters before it. */
  type(): Uint8Array {
    const text = this.#doc.getText("text");
    text.insert(this.#isAtStart ? this.#typed : text.length, String.fromCharCode(97 + (this.#typed % 26)));
    this.#typed += 1;
    return this.#update;
  }
}
