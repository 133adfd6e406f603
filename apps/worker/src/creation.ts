/** Making a new document: its id, its owner's key, its first text. */

import { LiveDocument, normalizeText } from "@samepage/document";
import { type DocumentId, documentIdFrom, type Limits, type Settings } from "@samepage/protocol";
import { untilNextCreation } from "./creation-pace.ts";
import { documentStub } from "./document-stub.ts";
import { sha256 } from "./encoding.ts";
import type { Environment } from "./environment.ts";
import { normalizeName } from "./normalize-name.ts";
import { newKey } from "./proof.ts";

export interface CreatedDocument {
  readonly id: DocumentId;
  /** Proves ownership; given out this once, and kept by the server as a hash only. */
  readonly ownerKey: string;
}

export interface FirstContent extends Settings {
  readonly text: string;
}

/** What somebody sent, as a document keeps it. */
export function normalizeContent({ title, language, text }: FirstContent): FirstContent {
  return { title: normalizeName(title), language: normalizeName(language), text: normalizeText(text) };
}

/** Why `content` does not fit a document, in plain words, or null when it does. */
export function contentFault(content: FirstContent, limits: Limits): string | null {
  if (content.text.length > limits.textLength) {
    return `The text has ${content.text.length} characters; a document takes up to ${limits.textLength}.`;
  }
  if (content.language.length > limits.languageLength) {
    return `The name of a language takes up to ${limits.languageLength} characters.`;
  }
  if (content.title.length > limits.titleLength) return `A title takes up to ${limits.titleLength} characters.`;
  return null;
}

/** Creates a document with `content`, which must be normalized and fit. */
export async function create(environment: Environment, content: FirstContent): Promise<CreatedDocument> {
  const id = documentIdFrom(crypto.getRandomValues(new Uint8Array(16)));
  const ownerKey = newKey();
  const { title, language, text } = content;
  await untilNextCreation();
  await documentStub(environment, id).create({
    title,
    language,
    ownerKeyHash: await sha256(ownerKey),
    firstUpdate: text === "" ? null : LiveDocument.firstUpdate(text),
  });
  return { id, ownerKey };
}
