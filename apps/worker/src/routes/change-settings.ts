/** `PATCH /api/documents/:id`: changes title or language; everybody connected is told. */

import type { Limits, Settings } from "@samepage/protocol";
import { Hono } from "hono";
import { maxJsonBytes, parseJson, readBody } from "../body.ts";
import { stubFromAddress } from "../document-stub.ts";
import type { AppEnvironment } from "../environment.ts";
import { normalizeName } from "../normalize-name.ts";
import { noSuchDocument, problem } from "../problem.ts";

export const changeSettings = new Hono<AppEnvironment>().patch("/api/documents/:id", async (context) => {
  const { limits } = context.var;
  const { titleLength, languageLength } = limits;
  const body = await readBody(context.req.raw, maxJsonBytes(titleLength + languageLength));
  if (body instanceof Response) return body;
  const change = settingsFrom(parseJson(body), limits);
  if (change === null) {
    return problem(400, `Send JSON { "title"?, "language"? }: up to ${titleLength} and ${languageLength} characters.`);
  }
  const settings = (await stubFromAddress(context.env, context.req.param("id"))?.changeSettings(change)) ?? null;
  return settings === null ? noSuchDocument() : context.json(settings);
});

function settingsFrom(value: unknown, limits: Limits): Partial<Settings> | null {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
  const change: { -readonly [Key in keyof Settings]?: string } = {};
  for (const [key, part] of Object.entries(value)) {
    if (key !== "title" && key !== "language") return null;
    if (typeof part !== "string") return null;
    const name = normalizeName(part);
    if (name.length > (key === "title" ? limits.titleLength : limits.languageLength)) return null;
    change[key] = name;
  }
  return change;
}
