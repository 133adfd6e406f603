/** Where this device's copies are: one database a document, named after it. */

import { parseDocumentId } from "@samepage/protocol";

const prefix = "samepage:";

/** How long deleting one may take: another tab that does not let go of it blocks that. */
const deleteWithinMs = 3_000;

/** The name of the database that holds the copy of the document `documentId`. */
export function databaseOf(documentId: string): string {
  return prefix + documentId;
}

/** The document whose copy the database `name` holds; null when it is none of these. */
export function documentOfDatabase(name: string): string | null {
  return name.startsWith(prefix) ? parseDocumentId(name.slice(prefix.length)) : null;
}

/** Deletes the copy of the document `documentId`; false when the device refuses. Never throws. */
export function deleteCopy(documentId: string): Promise<boolean> {
  return new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(databaseOf(documentId));
    request.addEventListener("success", () => resolve(true));
    request.addEventListener("error", () => resolve(false));
    setTimeout(() => resolve(false), deleteWithinMs);
  });
}
