/** Somebody who types a run of characters: the updates that Yjs makes of it, without the cost of everybody's text. */

import * as Y from "yjs";

export class Typist {
  readonly clientId: number;
  readonly #doc = new Y.Doc();
  #update: Uint8Array = new Uint8Array();

  constructor(clientId: number) {
    this.clientId = clientId;
    this.#doc.clientID = clientId;
    this.#doc.on("update", (update: Uint8Array) => {
      this.#update = update;
    });
  }

  /** The update of one more character, after the last one. Its Yjs clock is the number of characters before it. */
  type(): Uint8Array {
    const text = this.#doc.getText("text");
    text.insert(text.length, String.fromCharCode(97 + (text.length % 26)));
    return this.#update;
  }
}
