/** The way from an id in an address to the object that is the document. */

import { type DocumentId, parseDocumentId } from "@samepage/protocol";
import type { DocumentObject } from "./document-object.ts";
import type { Environment } from "./environment.ts";

/** The object of the document `id`. It exists for every id; whether a document was created there, it says itself. */
export function documentStub(environment: Environment, id: DocumentId): DurableObjectStub<DocumentObject> {
  return environment.DOCUMENTS.get(environment.DOCUMENTS.idFromName(id));
}

/** The object of the document that an address names, or null if no document can have that id. */
export function stubFromAddress(environment: Environment, id: string): DurableObjectStub<DocumentObject> | null {
  const documentId = parseDocumentId(id);
  return documentId === null ? null : documentStub(environment, documentId);
}
