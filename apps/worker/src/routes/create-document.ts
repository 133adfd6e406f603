/** `POST /api/documents`: a new document, empty, from a text, or from JSON. */

import { isKey, isLineEnds, type Limits, parseDocumentId } from "@samepage/protocol";
import { Hono } from "hono";
import { maxJsonBytes, parseJson, readBody } from "../body.ts";
import {
  type CreatedDocument,
  contentFault,
  create,
  documentOf,
  emptyContent,
  newIdAndKey,
  normalizeContent,
  type SentContent,
} from "../creation.ts";
import type { AppEnvironment } from "../environment.ts";
import { problem } from "../problem.ts";

/** What somebody wants created; with an owner's key that they have made themselves, the id that follows from it. */
interface Wish {
  readonly content: SentContent;
  readonly made: CreatedDocument | null;
}

/** How the body of one media type is read. */
interface Format {
  maxBytes(limits: Limits): number;
  /** Null when the body is not what it says. */
  read(body: string): Wish | null;
}

const nothing: SentContent = { ...emptyContent, lineEnds: null };

const nothingMade = { id: "", ownerKey: "" };

/** An id and an owner's key have so many characters each. */
const keyLength = 22;

const formats: ReadonlyMap<string, Format> = new Map([
  ["text/plain", { maxBytes: maxTextBytes, read: (text) => wishFor({ ...nothing, language: "plain", text }) }],
  ["text/markdown", { maxBytes: maxTextBytes, read: (text) => wishFor({ ...nothing, language: "markdown", text }) }],
  [
    "application/json",
    {
      maxBytes: ({ titleLength, languageLength, textLength }) =>
        maxJsonBytes(titleLength + languageLength + textLength + 2 * keyLength),
      read: wishFromJson,
    },
  ],
]);

export const createDocument = new Hono<AppEnvironment>().post("/api/documents", async (context) => {
  const wish = await readWish(context.req.raw, context.var.limits);
  if (wish instanceof Response) return wish;
  const content = normalizeContent(wish.content);
  const fault = contentFault(content, context.var.limits);
  if (fault !== null) return problem(413, fault);
  const document = wish.made === null ? newIdAndKey() : await documentOf(wish.made.ownerKey);
  const { id, ownerKey } = document;
  const isAnothers = wish.made !== null && wish.made.id !== id;
  const outcome = isAnothers ? "another's" : await create(context.env, content, document);
  if (outcome === "another's")
    return problem(409, "The id does not follow from this owner's key. Nothing was created.");
  const url = new URL(`/d/${id}`, context.req.url).href;
  const status = outcome === "created" ? 201 : 200;
  return context.json({ id, url, ownerKey }, status, { location: `/d/${id}`, "cache-control": "no-store" });
});

async function readWish(request: Request, limits: Limits): Promise<Wish | Response> {
  const mediaType = (request.headers.get("content-type") ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
  const format = formats.get(mediaType);
  const body = await readBody(request, format?.maxBytes(limits) ?? 0);
  if (body === "") return wishFor(nothing);
  if (format === undefined) {
    return problem(415, "Send text/plain, text/markdown or application/json, or nothing for an empty document.");
  }
  if (body instanceof Response) return body;
  const wish = format.read(body);
  if (wish !== null) return wish;
  return problem(
    400,
    'The JSON must be { "title"?, "language"?, "text"?, "lineEnds"?, "id"?, "ownerKey"? }, each a text, "lineEnds" one of "lf" and "crlf"; "id" and "ownerKey" of 22 characters, both or none.',
  );
}

/** A UTF-16 code unit takes at most three bytes of UTF-8, and so does a byte order mark, which is not kept. */
function maxTextBytes({ textLength }: Limits): number {
  return (textLength + 1) * 3;
}

function wishFor(content: SentContent): Wish {
  return { content, made: null };
}

function wishFromJson(json: string): Wish | null {
  const value = parseJson(json);
  if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
  const defaults = { ...emptyContent, ...nothingMade, lineEnds: "" };
  const wish: typeof defaults = { ...defaults, ...value };
  const isKnown = Object.entries(wish).every(([key, part]) => Object.hasOwn(defaults, key) && typeof part === "string");
  if (!isKnown) return null;
  const { id, ownerKey, lineEnds, ...texts } = wish;
  if (lineEnds !== "" && !isLineEnds(lineEnds)) return null;
  const content = { ...texts, lineEnds: lineEnds === "" ? null : lineEnds };
  if (id === "" && ownerKey === "") return wishFor(content);
  const documentId = parseDocumentId(id);
  return documentId === null || ownerKey.length !== keyLength || !isKey(ownerKey)
    ? null
    : { content, made: { id: documentId, ownerKey } };
}
