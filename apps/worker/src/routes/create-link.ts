/** `POST /api/documents/:id/links`: a new link, whose key is told in the answer and never again. */

import { isLinkRole, type LinkRole } from "@samepage/access";
import { Hono } from "hono";
import { maxJsonBytes, parseJson, readBody } from "../body.ts";
import { denied } from "../denied.ts";
import { linkAs } from "../described-as.ts";
import { ask } from "../document-stub.ts";
import type { AppEnvironment } from "../environment.ts";
import { futureTime } from "../future-time.ts";
import { normalizeName } from "../normalize-name.ts";
import { keptPassword, passwordLength } from "../password.ts";
import { problem } from "../problem.ts";
import { hashOfKey, newKey } from "../proof.ts";

/** UTF-16 code units of a label. */
const labelLength = 80;

interface WantedLink {
  readonly role: LinkRole;
  readonly label: string;
  readonly expires: number | null;
  readonly password: string | null;
}

export const createLink = new Hono<AppEnvironment>().post("/api/documents/:id/links", async (context) => {
  const id = context.req.param("id");
  const body = await readBody(context.req.raw, maxJsonBytes(labelLength + passwordLength));
  if (body instanceof Response) return body;
  const wanted = linkFrom(parseJson(body), Date.now());
  if (wanted === null) {
    return problem(
      400,
      'Send JSON { "role": "edit", "comment" or "view", "label"?, "expires"?, "password"? }: a label of up to ' +
        `${labelLength} characters, a time to come in ISO 8601, a password of 1 to ${passwordLength} characters.`,
    );
  }
  const key = newKey();
  const hash = await hashOfKey(key);
  const answer = await ask(context, id, async (stub, proof) => {
    if (wanted.password === null) return stub.addLink(proof, { ...wanted, hash, password: null });
    // Who may not make links is not worth the deriving of a password.
    const links = await stub.links(proof);
    return links.ok ? stub.addLink(proof, { ...wanted, hash, password: await keptPassword(wanted.password) }) : links;
  });
  if (!answer.ok) {
    return answer.reason === "too many links"
      ? problem(409, "This document has as many links as it may have. Revoke one that is not needed any more.")
      : denied(answer.reason);
  }
  const url = new URL(`/d/${id}#${key}`, context.req.url).href;
  const link = { ...linkAs(answer.value), key, url };
  const location = `/api/documents/${id}/links/${answer.value.id}`;
  return context.json(link, 201, { location, "cache-control": "no-store" });
});

function linkFrom(value: unknown, now: number): WantedLink | null {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
  const { role, label = "", expires = null, password = null, ...others } = value as Record<string, unknown>;
  if (Object.keys(others).length > 0 || !isLinkRole(role) || typeof label !== "string") return null;
  const ends = expires === null ? null : futureTime(expires, now);
  if (ends === undefined || (password !== null && typeof password !== "string")) return null;
  if (password !== null && (password === "" || password.length > passwordLength)) return null;
  const shown = normalizeName(label);
  return shown.length > labelLength ? null : { role, label: shown, expires: ends, password };
}
