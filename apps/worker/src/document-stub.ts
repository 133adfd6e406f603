/** The way from an id in an address to the object that is the document. */

import { type DocumentId, parseDocumentId } from "@samepage/protocol";
import type { Context } from "hono";
import type { Answer } from "./answer.ts";
import type { DocumentObject } from "./document-object.ts";
import type { AppEnvironment, Environment } from "./environment.ts";
import { type Proof, proofOf } from "./proof.ts";

/** The object of the document `id`. It exists for every id; whether a document was created there, it says itself. */
export function documentStub(environment: Environment, id: DocumentId): DurableObjectStub<DocumentObject> {
  return environment.DOCUMENTS.get(environment.DOCUMENTS.idFromName(id));
}

/** The object of the document that an address names, or null if no document can have that id. */
export function stubFromAddress(environment: Environment, id: string): DurableObjectStub<DocumentObject> | null {
  const documentId = parseDocumentId(id);
  return documentId === null ? null : documentStub(environment, documentId);
}

/** What a document answers to whoever proves something; over the stub each answer is a copy. */
type DocumentMethods = Pick<
  DocumentObject,
  | "describe"
  | "text"
  | "beginning"
  | "counters"
  | "change"
  | "links"
  | "addLink"
  | "revokeLink"
  | "unlock"
  | "people"
  | "removePerson"
  | "letBack"
  | "delete"
  | "restore"
>;

/** Asks the document that an address names, with what the request proves. */
export async function ask<Outcome>(
  context: Context<AppEnvironment>,
  id: string,
  question: (document: DocumentMethods, proof: Proof) => Promise<Outcome>,
): Promise<Outcome | Extract<Answer<never>, { ok: false }>> {
  const stub = stubFromAddress(context.env, id);
  if (stub === null) return { ok: false, reason: "no such document" };
  // What the platform calls the type of a stub takes promises of a union apart, so that it is none any more.
  const document: DocumentMethods = stub as unknown as DocumentMethods;
  return question(document, await proofOf(context.req.raw, context.var.identity));
}
