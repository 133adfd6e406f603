/** Making a new document: its id, its owner's key, its first text. */

import { LiveDocument, lineEndsOf, normalizeText } from "@samepage/document";
import {
  type DocumentId,
  documentIdFrom,
  type Limits,
  type LineEnds,
  type Settings,
  seedOfId,
} from "@samepage/protocol";
import { untilNextCreation } from "./creation-pace.ts";
import { documentStub } from "./document-stub.ts";
import { sha256 } from "./encoding.ts";
import type { Environment } from "./environment.ts";
import { normalizeName } from "./normalize-name.ts";
import { newKey } from "./proof.ts";

export interface CreatedDocument {
  readonly id: DocumentId;
  /** Proves ownership; kept by the server as a hash only. */
  readonly ownerKey: string;
}

export interface FirstContent extends Settings {
  readonly text: string;
}

/** What somebody sent; null for line ends that are to be those of the text. */
export interface SentContent extends Omit<FirstContent, "lineEnds"> {
  readonly lineEnds: LineEnds | null;
}

export const emptyContent: FirstContent = { title: "", language: "auto", lineEnds: "lf", text: "" };

/** What somebody sent, as a document keeps it. */
export function normalizeContent({ title, language, lineEnds, text }: SentContent): FirstContent {
  return {
    title: normalizeName(title),
    language: normalizeName(language),
    lineEnds: lineEnds ?? lineEndsOf(text),
    text: normalizeText(text),
  };
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

/** An id and a key that nobody had before. */
export function newIdAndKey(): CreatedDocument {
  return { id: documentIdFrom(crypto.getRandomValues(new Uint8Array(16))), ownerKey: newKey() };
}

/** The document whose owner's key a client made. */
export async function documentOf(ownerKey: string): Promise<CreatedDocument> {
  const hash = await sha256(seedOfId(ownerKey));
  return { id: documentIdFrom(hash.subarray(0, 16)), ownerKey };
}

/**
 * Creates `document` with `content`, which must be normalized and fit. Who asks again with the same key finds what was
 * created then.
 */
export async function create(
  environment: Environment,
  content: FirstContent,
  { id, ownerKey }: CreatedDocument,
): Promise<"created" | "was created" | "another's"> {
  const { title, language, lineEnds, text } = content;
  await untilNextCreation();
  return documentStub(environment, id).create({
    title,
    language,
    lineEnds,
    ownerKeyHash: await sha256(ownerKey),
    firstUpdate: text === "" ? null : LiveDocument.firstUpdate(text),
  });
}
