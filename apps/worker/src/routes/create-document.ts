/** `POST /api/documents`: a new document, empty, from a text, or from JSON. */

import type { Limits } from "@samepage/protocol";
import { Hono } from "hono";
import { maxJsonBytes, parseJson, readBody } from "../body.ts";
import { contentFault, create, type FirstContent, normalizeContent } from "../creation.ts";
import type { AppEnvironment } from "../environment.ts";
import { problem } from "../problem.ts";

/** How the body of one media type is read. */
interface Format {
  maxBytes(limits: Limits): number;
  /** Null when the body is not what it says. */
  read(body: string): FirstContent | null;
}

const nothing: FirstContent = { title: "", language: "markdown", text: "" };

const formats: ReadonlyMap<string, Format> = new Map([
  ["text/plain", { maxBytes: maxTextBytes, read: (text) => ({ ...nothing, language: "plain", text }) }],
  ["text/markdown", { maxBytes: maxTextBytes, read: (text) => ({ ...nothing, text }) }],
  [
    "application/json",
    {
      maxBytes: ({ titleLength, languageLength, textLength }) =>
        maxJsonBytes(titleLength + languageLength + textLength),
      read: contentFromJson,
    },
  ],
]);

export const createDocument = new Hono<AppEnvironment>().post("/api/documents", async (context) => {
  const content = await readContent(context.req.raw, context.var.limits);
  if (content instanceof Response) return content;
  const fault = contentFault(content, context.var.limits);
  if (fault !== null) return problem(413, fault);
  const { id, ownerKey } = await create(context.env, content);
  const url = new URL(`/d/${id}`, context.req.url).href;
  return context.json({ id, url, ownerKey }, 201, { location: `/d/${id}`, "cache-control": "no-store" });
});

async function readContent(request: Request, limits: Limits): Promise<FirstContent | Response> {
  const mediaType = (request.headers.get("content-type") ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
  const format = formats.get(mediaType);
  const body = await readBody(request, format?.maxBytes(limits) ?? 0);
  if (body === "") return nothing;
  if (format === undefined) {
    return problem(415, "Send text/plain, text/markdown or application/json, or nothing for an empty document.");
  }
  if (body instanceof Response) return body;
  const content = format.read(body);
  if (content === null) return problem(400, 'The JSON must be { "title"?, "language"?, "text"? }, each a text.');
  return normalizeContent(content);
}

/** A UTF-16 code unit takes at most three bytes of UTF-8, and so does a byte order mark, which is not kept. */
function maxTextBytes({ textLength }: Limits): number {
  return (textLength + 1) * 3;
}

function contentFromJson(json: string): FirstContent | null {
  const value = parseJson(json);
  if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
  const content: FirstContent = { ...nothing, ...value };
  const known = Object.keys(content).every((key) => Object.hasOwn(nothing, key));
  return known && [content.title, content.language, content.text].every((part) => typeof part === "string")
    ? content
    : null;
}
