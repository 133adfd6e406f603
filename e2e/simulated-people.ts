/** People without a browser: they join as the page does, and move and write as they are told. */

import { type Connection, join } from "@samepage/client";
import * as Y from "yjs";

/** Who one is, the same for the same number. */
const deviceOf = (number: number): string => Buffer.from(String(number).padStart(16, "0")).toString("base64url");

export class SimulatedPerson {
  readonly connection: Connection;

  private constructor(connection: Connection) {
    this.connection = connection;
  }

  /**
   * Joins the document `id` of the server at `origin` as `name`, once its text is there. Two with the same `number` are
   * one person.
   */
  static async join(origin: string, id: string, number: number, name: string): Promise<SimulatedPerson> {
    const connection = join({ origin, documentId: id, credentials: { device: deviceOf(number) } });
    connection.awareness.setLocalStateField("user", { name, hue: number % 10 });
    await new Promise<void>((resolve) => {
      connection.isLoaded.subscribe((isLoaded) => isLoaded && resolve());
    });
    return new SimulatedPerson(connection);
  }

  get text(): string {
    return this.connection.text.toString();
  }

  /** Puts the caret before the first `words`, or selects them. */
  standAt(words: string, isSelecting = false): void {
    const at = this.text.indexOf(words);
    if (at === -1) throw new Error(`“${words}” is not in the text`);
    this.moveTo(at, isSelecting ? at + words.length : at);
  }

  moveTo(anchor: number, head = anchor): void {
    const { awareness, text } = this.connection;
    const place = (index: number): unknown => Y.createRelativePositionFromTypeIndex(text, index);
    awareness.setLocalStateField("cursor", { anchor: place(anchor), head: place(head) });
  }

  /** Writes `words` where the caret is, and moves it behind them. */
  write(words: string): void {
    const { awareness, doc, text } = this.connection;
    const head = Y.createRelativePositionFromJSON(awareness.getLocalState()?.["cursor"]?.head);
    const at = Y.createAbsolutePositionFromRelativePosition(head, doc);
    if (at === null) throw new Error("nobody can write without a caret");
    text.insert(at.index, words);
    this.moveTo(at.index + words.length);
  }

  leave(): void {
    this.connection.leave();
  }
}
