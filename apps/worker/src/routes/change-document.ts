/** `PATCH /api/documents/:id`: title, language and line ends for whoever may edit, the rules for the owner; who is there is told. */

import { isGivenRole } from "@samepage/access";
import { isLineEnds, type Limits, type Settings } from "@samepage/protocol";
import { Hono } from "hono";
import { maxJsonBytes, parseJson, readBody } from "../body.ts";
import type { RulesChange } from "../change.ts";
import { denied } from "../denied.ts";
import { describedAs } from "../described-as.ts";
import { ask } from "../document-stub.ts";
import type { AppEnvironment } from "../environment.ts";
import { futureTime } from "../future-time.ts";
import { normalizeName } from "../normalize-name.ts";
import { problem } from "../problem.ts";

interface Change {
  settings: { -readonly [Key in keyof Settings]?: Settings[Key] };
  rules: { -readonly [Key in keyof RulesChange]?: RulesChange[Key] };
}

export const changeDocument = new Hono<AppEnvironment>().patch("/api/documents/:id", async (context) => {
  const id = context.req.param("id");
  const { titleLength, languageLength } = context.var.limits;
  const body = await readBody(context.req.raw, maxJsonBytes(titleLength + languageLength));
  if (body instanceof Response) return body;
  const change = changeFrom(parseJson(body), context.var.limits, Date.now());
  if (typeof change === "string") return problem(400, change);
  const answer = await ask(context, id, (stub, proof) => stub.change(proof, change));
  return answer.ok ? describedAs(id, answer.value) : denied(answer.reason);
});

/** What is to be changed, or what is wrong with how that was said. */
function changeFrom(value: unknown, limits: Limits, now: number): Change | string {
  const { titleLength, languageLength } = limits;
  const shape =
    'Send JSON { "title"?, "language"?, "lineEnds"?, "access"?, "locked"?, "embed"?, "expires"? } with one of these at least: ' +
    `a title of up to ${titleLength} characters, a language of up to ${languageLength}, lineEnds "lf" or "crlf", ` +
    'access "edit", "comment", "view" or "none", locked and embed true or false, ' +
    "expires a time to come in ISO 8601, or null.";
  if (typeof value !== "object" || value === null || Array.isArray(value)) return shape;
  const entries = Object.entries(value);
  if (entries.length === 0) return shape;
  const change: Change = { settings: {}, rules: {} };
  for (const [key, part] of entries) if (!take(change, key, part, limits, now)) return shape;
  return change;
}

/** Takes one part into `change`; false when it is none. */
function take({ settings, rules }: Change, key: string, part: unknown, limits: Limits, now: number): boolean {
  switch (key) {
    case "title":
    case "language": {
      if (typeof part !== "string") return false;
      settings[key] = normalizeName(part);
      return settings[key].length <= (key === "title" ? limits.titleLength : limits.languageLength);
    }
    case "lineEnds":
      if (!isLineEnds(part)) return false;
      settings.lineEnds = part;
      return true;
    case "access":
      if (!isGivenRole(part)) return false;
      rules.access = part;
      return true;
    case "locked":
    case "embed":
      if (typeof part !== "boolean") return false;
      rules[key === "locked" ? "isLocked" : "isEmbeddable"] = part;
      return true;
    case "expires": {
      const time = part === null ? null : futureTime(part, now);
      if (time === undefined) return false;
      rules.expires = time;
      return true;
    }
    default:
      return false;
  }
}
