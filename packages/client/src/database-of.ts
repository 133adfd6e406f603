/** Where this device's copies are: one database a document. */

const prefix = "samepage:";

/** The name of the database that holds the copy of the document `documentId`. */
export function databaseOf(documentId: string): string {
  return prefix + documentId;
}
