/** Two people who type in a document, whatever else happens there, and what must be true of their text. */

import * as Y from "yjs";
import { Author } from "./author.ts";
import type { Box } from "./box.ts";
import { type } from "./typing.ts";

const pace = { intervalMs: 200, delayMs: 0 } as const;

interface Person {
  readonly author: Author;
  typed: string;
}

export class HonestPair {
  readonly documentId: string;
  readonly #people: readonly Person[];

  private constructor(documentId: string, people: readonly Person[]) {
    this.documentId = documentId;
    this.#people = people;
  }

  static async join(origin: string, documentId: string): Promise<HonestPair> {
    const join = async (): Promise<Person> => ({ author: await joined(origin, documentId), typed: "" });
    return new HonestPair(documentId, [await join(), await join()]);
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

async function joined(origin: string, documentId: string): Promise<Author> {
  const author = await Author.join(origin, documentId);
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
