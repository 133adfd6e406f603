/** Two people who type in a document, whatever else happens there, and what must be true of their text. */

import * as Y from "yjs";
import { until } from "../within.ts";
import { Author } from "./author.ts";
import type { Box } from "./box.ts";
import { type Caller, newCaller } from "./caller.ts";
import { Receipts } from "./receipts.ts";
import { type } from "./typing.ts";

const pace = { intervalMs: 200, delayMs: 0 } as const;

interface Person {
  readonly author: Author;
  typed: string;
}

export class HonestPair {
  readonly documentId: string;
  readonly #people: readonly Person[];
  /** Of what each types, on its way to the other. */
  readonly #receipts: readonly Receipts[];

  private constructor(documentId: string, one: Author, other: Author) {
    this.documentId = documentId;
    this.#people = [one, other].map((author) => ({ author, typed: "" }));
    this.#receipts = [new Receipts(one.doc, other.doc), new Receipts(other.doc, one.doc)];
  }

  /** Both from `address`, each with a device of its own; without one, as callers that say nothing of themselves. */
  static async join(origin: string, documentId: string, address: string | null = null): Promise<HonestPair> {
    const join = (): Promise<Author> => joined(origin, documentId, address === null ? null : newCaller(address));
    return new HonestPair(documentId, await join(), await join());
  }

  /** Both type until `isOver`; resolves with the times to the acknowledgements when there is one for every keystroke. */
  async type(isOver: AbortSignal): Promise<readonly number[]> {
    const both = this.#people.map(async (person) => {
      const { text, times } = await type(person.author, { ...pace, isOver });
      person.typed += text;
      return times;
    });
    return (await Promise.all(both)).flat();
  }

  /** Resolves when each has received what the other typed. */
  hasAllArrived(): Promise<void> {
    return until(() => this.#receipts.every(({ missing }) => missing === 0));
  }

  /** The times from each keystroke's sending to the other's receipt, in milliseconds; they are told once. */
  takeReceiptTimes(): readonly number[] {
    return this.#receipts.flatMap(({ times }) => times.splice(0));
  }

  /** Compares what both have with what a newcomer gets and what the API tells. Nobody may be typing. */
  async faults(box: Box): Promise<readonly string[]> {
    const faults: string[] = [];
    const newcomer = await joined(box.origin, this.documentId);
    const text = newcomer.text.toString();
    if ((await box.textOf(this.documentId)) !== text) faults.push("GET …/text differs from what a newcomer has");
    for (const { author, typed } of this.#people) {
      await author.hasHeardAll();
      if (author.text.toString() !== text) faults.push("an honest person has another text than a newcomer");
      if (author.isWaiting || newcomer.isWaiting) faults.push("something pends");
      if (writtenBy(author.doc.clientID, newcomer.doc) !== typed)
        faults.push("what an honest person typed is not whole");
    }
    newcomer.leave();
    return faults;
  }

  leave(): void {
    for (const { author } of this.#people) author.leave();
  }
}

async function joined(origin: string, documentId: string, caller: Caller | null = null): Promise<Author> {
  const author = await Author.join(origin, documentId, caller);
  if (author === null) throw new Error("an honest person could not join");
  return author;
}

/** What `client` wrote into the text and nobody deleted, in the order of its writing. */
function writtenBy(client: number, doc: Y.Doc): string {
  const structs = doc.store.clients.get(client) ?? [];
  return structs
    .map((struct) => (struct instanceof Y.Item && struct.content instanceof Y.ContentString ? struct.content.str : ""))
    .join("");
}
