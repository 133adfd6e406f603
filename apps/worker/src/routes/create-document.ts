/** `POST /api/documents`: a new document, empty, from a text, or from JSON. */

import type { Limits } from "@samepage/protocol";
import { Hono } from "hono";
import { contentFault, create, type FirstContent } from "../creation.ts";
import type { AppEnvironment } from "../environment.ts";
import { problem } from "../problem.ts";

/** A UTF-16 code unit takes at most three bytes of UTF-8. */
const maxBytesPerUnit = 3;

const nothing: FirstContent = { title: "", language: "markdown", text: "" };

export const createDocument = new Hono<AppEnvironment>().post("/api/documents", async (context) => {
  const content = await readContent(context.req.raw, context.var.limits);
  if (content instanceof Response) return content;
  const fault = contentFault(content, context.var.limits);
  if (fault !== null) return problem(413, fault);
  const { id, ownerKey } = await create(context.env, content);
  const url = new URL(`/d/${id}`, context.req.url).href;
  return context.json({ id, url, ownerKey }, 201, { location: `/d/${id}`, "cache-control": "no-store" });
});

async function readContent(request: Request, { textLength }: Limits): Promise<FirstContent | Response> {
  const bytes = await readBody(request, textLength * maxBytesPerUnit);
  if (bytes === null) return problem(413, `A document takes up to ${textLength} characters.`);
  if (bytes.length === 0) return nothing;
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return problem(400, "The body is not text in UTF-8. Nothing was created.");
    throw error;
  }
  const mediaType = (request.headers.get("content-type") ?? "").split(";")[0]?.trim().toLowerCase();
  switch (mediaType) {
    case "text/plain":
      return { ...nothing, language: "plain", text };
    case "text/markdown":
      return { ...nothing, text };
    case "application/json":
      return contentFromJson(text) ?? problem(400, 'The JSON must be { "title"?, "language"?, "text"? }, each a text.');
    default:
      return problem(415, "Send text/plain, text/markdown or application/json, or nothing for an empty document.");
  }
}

/** The body, or null as soon as it is longer than `maxBytes`. */
async function readBody(request: Request, maxBytes: number): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body ?? []) {
    length += chunk.length;
    if (length > maxBytes) return null;
    chunks.push(chunk);
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

function contentFromJson(json: string): FirstContent | null {
  const value = parse(json);
  if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
  const content: FirstContent = { ...nothing, ...value };
  const known = Object.keys(content).every((key) => Object.hasOwn(nothing, key));
  return known && [content.title, content.language, content.text].every((part) => typeof part === "string")
    ? content
    : null;
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
