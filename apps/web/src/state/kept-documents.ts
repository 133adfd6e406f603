/** The copies of documents that this browser keeps: which there are, how large they are, taking one away. */

import { deleteCopy, documentOfDatabase } from "@samepage/client/copies";
import { dropFirstText } from "./first-texts.ts";
import { dropOwnerKey } from "./owner-keys.ts";
import { dropPending, pendingDocument } from "./pending-documents.ts";
import { forget, listedTitle, recentDocuments } from "./recent-documents.ts";
import { dropUnsent, unsentSince } from "./unsent-words.ts";

export interface KeptDocument {
  readonly id: string;
  /** Null for one that is not on the list of those opened here. */
  readonly title: string | null;
  readonly bytes: number;
  /** Whether it holds words that the server is not known to have. */
  readonly holdsUnsent: boolean;
  /** Whether the server has never heard of it: the copy is all there is. */
  readonly isPending: boolean;
}

/** The largest first. */
export async function keptDocuments(): Promise<readonly KeptDocument[]> {
  const titles = new Map(recentDocuments().map((document) => [document.id, listedTitle(document)]));
  const kept: KeptDocument[] = [];
  for (const name of await databaseNames()) {
    const id = documentOfDatabase(name);
    if (id === null) continue;
    const isPending = pendingDocument(id) !== null;
    kept.push({
      id,
      title: titles.get(id) ?? pendingDocument(id)?.title ?? null,
      bytes: await bytesOf(name),
      holdsUnsent: isPending || unsentSince(id) !== null,
      isPending,
    });
  }
  return kept.toSorted((one, other) => other.bytes - one.bytes);
}

async function databaseNames(): Promise<readonly string[]> {
  try {
    return (await indexedDB.databases()).map(({ name }) => name ?? "");
  } catch (error) {
    if (error instanceof DOMException) return []; // As in a frame of another site: nothing is kept there.
    throw error;
  }
}

/**
 * Deletes this browser's copy, with what it holds and the server does not; false when the browser refuses. One that the
 * server has never heard of is gone with it.
 */
export async function removeCopy({ id, isPending }: KeptDocument): Promise<boolean> {
  if (!(await deleteCopy(id))) return false;
  dropUnsent(id);
  if (isPending) {
    dropPending(id);
    dropOwnerKey(id);
    await dropFirstText(id);
    forget(id);
  }
  return true;
}

/** How much text and history the copy has; 0 for one that cannot be read. */
function bytesOf(name: string): Promise<number> {
  return new Promise((resolve) => {
    const opening = indexedDB.open(name);
    // One that was deleted meanwhile is not made anew.
    opening.addEventListener("upgradeneeded", () => opening.transaction?.abort());
    opening.addEventListener("error", () => resolve(0));
    opening.addEventListener("success", () => {
      const { result } = opening;
      let bytes = 0;
      const reading = result.transaction("updates").objectStore("updates").openCursor();
      const done = (): void => {
        result.close();
        resolve(bytes);
      };
      reading.addEventListener("error", done);
      reading.addEventListener("success", () => {
        const cursor = reading.result;
        if (cursor === null) return done();
        if (cursor.value instanceof Uint8Array) bytes += cursor.value.length;
        cursor.continue();
      });
    });
  });
}
