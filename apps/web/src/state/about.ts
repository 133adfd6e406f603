/** What there is to say about an open document: how much it is, who is here, where it is kept. */

import { databaseOf } from "@samepage/client/copies";
import { readCounters, readDescription } from "../connection/description-api.ts";
import { credentialsFor } from "./credentials.ts";

export interface TextSize {
  /** As a person counts them: a letter with its accents is one. */
  readonly characters: number;
  readonly lines: number;
  /** As a file in UTF-8. */
  readonly bytes: number;
}

/** So many characters are counted as a person does; of longer texts, code points, which takes no time that is felt. */
const mostGraphemes = 200_000;

export function sizeOf(text: string): TextSize {
  return {
    characters: charactersIn(text),
    lines: text.split("\n").length,
    bytes: new TextEncoder().encode(text).length,
  };
}

function charactersIn(text: string): number {
  let count = 0;
  const parts: Iterable<unknown> = text.length > mostGraphemes ? text : new Intl.Segmenter().segment(text);
  for (const _part of parts) count += 1;
  return count;
}

export interface Storage {
  readonly created: Date | null;
  readonly updated: Date | null;
  /** What the document's database takes on the server, in bytes. */
  readonly storedBytes: number | null;
  readonly isKeptHere: boolean;
}

/** Asks the server and this browser where the document `id` is kept; null for what neither says. */
export async function askStorage(id: string): Promise<Storage> {
  const credentials = credentialsFor(id);
  const [description, counters, isKeptHere] = await Promise.all([
    readDescription(id, credentials),
    readCounters(id, credentials),
    hasCopy(id),
  ]);
  return {
    created: description.ok ? new Date(description.value.created) : null,
    updated: description.ok ? new Date(description.value.updated) : null,
    storedBytes: counters.ok ? counters.value.storedBytes : null,
    isKeptHere,
  };
}

/** Whether this browser has the database that the client keeps of the document `id`. */
async function hasCopy(id: string): Promise<boolean> {
  if (typeof indexedDB === "undefined") return false;
  const databases = await indexedDB.databases();
  return databases.some(({ name }) => name === databaseOf(id));
}
